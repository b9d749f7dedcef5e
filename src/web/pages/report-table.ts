import { html } from './shell';

/** A cell: text, with a second line in small, a sign before it, or aligned as a number. */
export interface TableCell {
  readonly text: string;
  readonly small?: string;
  readonly isNumber?: true;
  /** Kept on one line. */
  readonly isDate?: true;
  /** The goal is not met: said in words too, for who does not see the sign. */
  readonly isMissed?: true;
  /** What a sign means, in words for who does not see it. */
  readonly unseen?: string;
}

/** A table of a page: its caption says what it is of, its first column names the rows. */
interface TableParts {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
}

/** Text as a cell. */
export const words = (text: string, small?: string): TableCell =>
  small === undefined ? { text } : { text, small };
/** A number as a cell. */
export const number = (value: number | string): TableCell => ({ text: String(value), isNumber: true });

function cellHtml(cell: TableCell, isFirst: boolean): string {
  const { text, small, isNumber, isDate, isMissed, unseen } = cell;
  const missed =
    isMissed === true
      ? '<span class="sign" aria-hidden="true">⚠ </span><span class="unseen">Goal not met: </span>'
      : '';
  const shown =
    unseen === undefined
      ? html(text)
      : `<span aria-hidden="true">${html(text)}</span><span class="unseen">${html(unseen)}</span>`;
  const below = small === undefined ? '' : `<span class="small">${html(small)}</span>`;
  const tag = isFirst ? 'th' : 'td';
  return `<${tag}${isFirst ? ' scope="row"' : ''}${isNumber === true ? ' class="number"' : isDate === true ? ' class="date"' : ''}>${missed}${shown}${below}</${tag}>`;
}

/** Nothing to count: a dash, and the words for who does not see it (rule ME-6). */
export const NOTHING_CELL: TableCell = { text: '–', isNumber: true, unseen: 'nothing to count' };

/** A table that can be scrolled sideways by keyboard on a narrow screen; on paper its head is repeated on each page. */
export function tableHtml({ caption, head, rows }: TableParts): string {
  const id = `t-${caption.toLowerCase().replace(/[^a-z0-9]+/gu, '-')}`;
  const columns = head.map((title, index) => {
    const isNumber = rows[0]?.[index]?.isNumber === true;
    return `<th scope="col"${isNumber ? ' class="number"' : ''}>${html(title)}</th>`;
  });
  const body = rows.map(
    (cells) => `<tr>${cells.map((cell, index) => cellHtml(cell, index === 0)).join('')}</tr>`,
  );
  return `<div class="scroll" role="region" aria-labelledby="${id}" tabindex="0">
<table>
<caption id="${id}">${html(caption)}</caption>
<thead><tr>${columns.join('')}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table>
</div>`;
}
