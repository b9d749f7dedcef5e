/** What a cell holds: text, a number, or nothing. */
export type Cell = string | number | undefined;

/** A column of a file: its name, what it means, in what unit, where it comes from, and how it is read off a row. */
export interface Column<Row> {
  readonly name: string;
  readonly meaning: string;
  /** "" where it has none. */
  readonly unit: string;
  readonly source: string;
  cell(row: Row): Cell;
}

/** Text of which a spreadsheet would make a formula, also behind blanks, or written in full width. */
const FORMULA = /^[\s\u00a0]*[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/u;

/** By this a spreadsheet knows that a file is UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';

/**
 * A cell as RFC 4180 has it. Text that a spreadsheet would take for a formula is led by an apostrophe, which shows that it is
 * text; numbers are numbers, also those below zero.
 */
function cellText(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]|^\s|\s$/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A record with its line end. */
const lineOf = (cells: readonly Cell[]): string => `${cells.map(cellText).join(',')}\r\n`;

/** The line of the columns' names, led by the fact that says UTF-8. */
export const csvHead = (columns: readonly Pick<Column<never>, 'name'>[]): string =>
  BYTE_ORDER_MARK + lineOf(columns.map(({ name }) => name));

/** The lines of some rows. */
export const csvLines = <Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string =>
  rows.map((row) => lineOf(columns.map((column) => column.cell(row)))).join('');
