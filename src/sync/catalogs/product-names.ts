/** Names that no language translates: a text that consists of one is not left in English by mistake. */
export const productNames: readonly string[] = [
  'Gmail',
  'Yahoo! Mail',
  'iCloud Mail',
  'AOL Mail',
  'Outlook Mail',
];
