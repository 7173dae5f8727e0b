import type { Translate } from '../locale/translator.ts';
import { stripControls } from '../diagnostic/visible-text.ts';
import type { ExchangeText, Reason, WordedText } from '../sync/exchange/exchange-text.ts';

/** Puts into words what translators are told of a text: where it stands, what rests on it, why they get it. */
export function describeExchange(text: ExchangeText, translate: Translate): WordedText {
  const { original, line, elements, category, why } = text;
  const hints = [
    line === undefined ? original : `${original}:${line}`,
    ...(elements.length > 0
      ? [translate('report:exchange.elements', { elements: elements.join(', ') })]
      : []),
    ...(category === undefined ? [] : [translate('report:exchange.plural', { category })]),
    ...why.map((reason) => describeReason(reason, translate)),
  ];
  return Object.assign(text, { hints: [...new Set(hints.map(stripControls))] });
}

function describeReason({ code, values }: Reason, translate: Translate): string {
  if (!code.startsWith('finding.')) return translate(`report:exchange.why.${code}`, values);
  const name = code.slice('finding.'.length);
  return `${translate(`lint:message.${name}`, values)}. ${translate('report:expected')} ${translate(`lint:expected.${name}`, values)}`;
}
