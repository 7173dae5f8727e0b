/** Room on the terminal. */
export interface Size {
  columns: number;
  rows: number;
}

/** The narrowest and lowest terminal that is laid out for; on a smaller one lines break off. */
export const smallest: Size = { columns: 20, rows: 8 };
