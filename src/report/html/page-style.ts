/** How the page looks: by the reader's own colours, on narrow screens too, with fonts for each language. */
export const pageStyle = `
:root { color-scheme: light dark; --line: #c8c8c8; --soft: #f4f4f4; --error: #a80000; --warning: #7a4b00; --good: #0b5a0b; --open: #00508f; --mark: #ffe28a; --del: #ffd2cc; --ins: #c9f0c9; }
@media (prefers-color-scheme: dark) { :root { --line: #555; --soft: #242424; --error: #ff9c8f; --warning: #ffc766; --good: #8fdc8f; --open: #8cc8ff; --mark: #6b5200; --del: #6b241c; --ins: #1d5a1d; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1rem; max-width: 76rem; font: 1rem/1.55 system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; overflow-wrap: anywhere; }
:lang(ko) { font-family: "Apple SD Gothic Neo", "Malgun Gothic", "Noto Sans KR", "Noto Sans CJK KR", sans-serif; word-break: keep-all; }
:lang(zh) { font-family: "PingFang SC", "Microsoft YaHei", "Noto Sans SC", "Noto Sans CJK SC", sans-serif; }
:lang(zh-Hant), :lang(zh-TW), :lang(zh-HK) { font-family: "PingFang TC", "Microsoft JhengHei", "Noto Sans TC", "Noto Sans CJK TC", sans-serif; }
:lang(ja) { font-family: "Hiragino Kaku Gothic ProN", "Yu Gothic", Meiryo, "Noto Sans JP", "Noto Sans CJK JP", sans-serif; }
:lang(ru), :lang(en) { font-family: system-ui, "Segoe UI", Roboto, "Noto Sans", sans-serif; word-break: normal; }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; } h2 { font-size: 1.2rem; margin: 1.75rem 0 .5rem; } h3 { font-size: 1rem; margin: 1rem 0 .25rem; }
p { margin: .25rem 0; } code { font-family: ui-monospace, Consolas, "DejaVu Sans Mono", monospace; font-size: .9em; }
[hidden] { display: none !important; }
:focus-visible { outline: 3px solid var(--open); outline-offset: 2px; }
.filters { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: end; position: sticky; top: 0; z-index: 1; padding: .6rem 0; margin: 1rem 0; background: Canvas; border-block: 1px solid var(--line); }
.filters label { display: grid; font-size: .85rem; } .filters select, .filters input, .filters button { font: inherit; padding: .25rem .4rem; max-width: 16rem; }
.filters output { margin-inline-start: auto; font-size: .9rem; }
details { border: 1px solid var(--line); border-radius: .35rem; margin: .4rem 0; scroll-margin-top: 6rem; }
summary { padding: .5rem .75rem; cursor: pointer; } summary .quiet { display: block; } details[open] > summary { border-bottom: 1px solid var(--line); }
.script details[data-back]:not([open]) { display: none; }
.content { padding: .5rem .75rem .75rem; }
.badge { font-weight: 600; white-space: nowrap; } .error { color: var(--error); } .warning { color: var(--warning); } .good { color: var(--good); } .open { color: var(--open); }
.quiet { opacity: .75; font-size: .9rem; }
.texts { display: grid; grid-template-columns: repeat(auto-fit, minmax(18rem, 1fr)); gap: .5rem 1rem; margin: .5rem 0; }
.texts > div { background: var(--soft); padding: .5rem .75rem; border-radius: .35rem; } .texts h4 { margin: 0 0 .25rem; font-size: .8rem; font-weight: 600; opacity: .8; }
mark, ins, del { color: inherit; padding: 0 .1em; border-radius: .2em; } mark { background: var(--mark); } ins { background: var(--ins); text-decoration: underline; } del { background: var(--del); }
.scroll { overflow-x: auto; } table { border-collapse: collapse; min-width: 100%; } th, td { border: 1px solid var(--line); padding: .35rem .6rem; text-align: start; vertical-align: top; }
thead th { background: var(--soft); } tbody th { font-weight: 400; min-width: 14rem; } td { white-space: nowrap; } td a { color: inherit; text-decoration: underline; text-underline-offset: .2em; }
ul { padding-inline-start: 1.25rem; margin: .25rem 0; } pre { white-space: pre-wrap; background: var(--soft); padding: .4rem .6rem; border-radius: .35rem; margin: .25rem 0; }
@media (max-width: 40rem) { .filters { position: static; } }
@media print { .filters { display: none; } details { break-inside: avoid; } }
`;
