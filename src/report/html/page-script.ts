/**
 * What the page does: filters, opening what a cell leads to, and arrow keys. Without it everything can still be read.
 * Items carry `data-item` and the values that the filters choose by; columns of a matrix carry `data-column`.
 */
export const pageScript = `
'use strict';
(() => {
  document.documentElement.classList.add('script');
  const form = document.querySelector('form.filters');
  const items = [...document.querySelectorAll('[data-item]')];
  const groups = [...document.querySelectorAll('[data-group]')];
  const texts = new Map(items.map((item) => [item, item.textContent.toLowerCase()]));
  const apply = () => {
    const chosen = [...form.querySelectorAll('select')].filter((select) => select.value !== '');
    const search = form.querySelector('[data-search]').value.trim().toLowerCase();
    let shown = 0;
    for (const item of items) {
      const fits = chosen.every((select) => {
        const values = item.dataset[select.dataset.filter];
        return values === undefined || values.split(' ').includes(select.value);
      });
      item.hidden = !fits || (search !== '' && !texts.get(item).includes(search));
      if (!item.hidden) shown += 1;
    }
    for (const group of groups) group.hidden = !group.querySelector('[data-item]:not([hidden])');
    const column = chosen.find((select) => select.dataset.filter === 'locale');
    for (const cell of document.querySelectorAll('[data-column]'))
      cell.hidden = column !== undefined && cell.dataset.column !== column.value;
    const output = form.querySelector('output');
    output.textContent = output.dataset.shown.replace('{0}', shown).replace('{1}', items.length);
  };
  if (form) {
    form.addEventListener('input', apply);
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('reset', () => setTimeout(apply));
    apply();
  }
  const openTarget = () => {
    const target = location.hash === '' ? null : document.getElementById(location.hash.slice(1));
    const details = target && target.closest('details');
    if (!details) return;
    details.hidden = false;
    const group = details.closest('[data-group]');
    if (group) group.hidden = false;
    details.open = true;
    details.querySelector('summary').focus();
    details.scrollIntoView({ block: 'start' });
  };
  addEventListener('hashchange', openTarget);
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[href^="#"]');
    if (link && link.hash === location.hash) openTarget();
  });
  openTarget();
  const visible = (selector) => [...document.querySelectorAll(selector)].filter((one) => one.offsetParent !== null);
  document.addEventListener('keydown', (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const here = document.activeElement;
    if (here.matches('summary') && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      const all = visible('summary');
      const next = all[all.indexOf(here) + (event.key === 'ArrowDown' ? 1 : -1)];
      if (next) next.focus();
      event.preventDefault();
    }
    const cell = here.closest('td, th');
    if (cell && event.key.startsWith('Arrow')) {
      const row = cell.parentElement;
      const at = [...row.children].indexOf(cell);
      const move = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] }[event.key];
      const rows = [...row.closest('table').querySelectorAll('tbody tr:not([hidden])')];
      let [y, x] = [rows.indexOf(row) + move[0], at + move[1]];
      while (rows[y] && rows[y].children[x]) {
        const link = rows[y].children[x].querySelector('a');
        if (link && link.offsetParent !== null) { link.focus(); break; }
        y += move[0]; x += move[1];
      }
      event.preventDefault();
    }
    if (event.key === 'Escape' && here.closest('details[open]')) {
      const details = here.closest('details[open]');
      details.open = false;
      const back = details.dataset.back && document.getElementById(details.dataset.back);
      (back || details.querySelector('summary')).focus();
    }
  });
})();
`;
