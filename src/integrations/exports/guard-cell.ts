/** Signs at which spreadsheets begin a formula, in their East Asian forms as well; a tab or return may come before one. */
const FORMULA = /^'*[=+\-@\t\r＝＋－＠]/;

/** A cell that no spreadsheet takes for a formula: one that would be gets an apostrophe before it. */
export const guardCell = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

/** The way back: gives of any text that `guardCell` made what it was made from. */
export const unguardCell = (cell: string): string =>
  cell.startsWith("'") && FORMULA.test(cell.slice(1)) ? cell.slice(1) : cell;
