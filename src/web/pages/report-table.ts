import { percentText } from '../../domain/metrics/figure-text';
import { html, type Html, type Part } from './html';

/** A cell: what stands in it; a number is aligned, a date kept on one line. */
export interface TableCell {
  readonly inside: Part;
  readonly look?: 'number' | 'date';
}

/** A table of a page, with its caption; the first column names the rows. */
interface TableParts {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly TableCell[])[];
}

const below = (small: string | undefined): Part =>
  small === undefined ? '' : html`<span class="small">${small}</span>`;

/** Text as a cell, with a second line in small. */
export const words = (text: string, small?: string): TableCell => ({ inside: [text, below(small)] });
export const date = (text: string, small?: string): TableCell => ({ ...words(text, small), look: 'date' });
export const number = (value: number | string): TableCell => ({ inside: value, look: 'number' });

/** A result, and whether its goal is missed: signs also have text for screen readers (rule ME-6). */
export function figure(percent: number | undefined, isMissed: boolean, small?: string): TableCell {
  if (percent === undefined) return NOTHING;
  const sign = isMissed
    ? html`<span class="sign" aria-hidden="true">⚠ </span><span class="unseen">Goal not met: </span>`
    : '';
  return { inside: [sign, percentText(percent), below(small)], look: 'number' };
}

const NOTHING: TableCell = {
  inside: html`<span aria-hidden="true">–</span><span class="unseen">nothing to count</span>`,
  look: 'number',
};

const classOf = (look: TableCell['look']): Part => (look === undefined ? '' : html` class="${look}"`);

const cellHtml = ({ inside, look }: TableCell, index: number): Html =>
  index === 0
    ? html`<th scope="row"${classOf(look)}>${inside}</th>`
    : html`<td${classOf(look)}>${inside}</td>`;

/** A table that can be scrolled sideways by keyboard on a narrow screen; on paper its head is repeated on each page. */
export function tableHtml({ caption, head, rows }: TableParts): Html {
  const id = `t-${caption.toLowerCase().replace(/[^a-z0-9]+/gu, '-')}`;
  const columns = head.map((title, index) => {
    const look = rows[0]?.[index]?.look;
    return html`<th scope="col"${classOf(look === 'number' ? look : undefined)}>${title}</th>`;
  });
  const body = rows.map((cells) => html`<tr>${cells.map(cellHtml)}</tr>\n`);
  return html`<div class="scroll" role="region" aria-labelledby="${id}" tabindex="0">
<table>
<caption id="${id}">${caption}</caption>
<thead><tr>${columns}</tr></thead>
<tbody>
${body}</tbody>
</table>
</div>`;
}
