import { html } from '../../../src/web/pages/shell';

/** An address as mail programs find it in plain text; the sign that ends a sentence is not of it. */
const ADDRESS = /https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]]/giu;

/** Plain text as HTML, its addresses as links that open beside the mailbox. */
export function textAsHtml(text: string): string {
  let made = '';
  let from = 0;
  for (const { 0: address, index } of text.matchAll(ADDRESS)) {
    const shown = html(address);
    made += html(text.slice(from, index));
    made += `<a href="${shown}" target="_blank" rel="noopener noreferrer">${shown}</a>`;
    from = index + address.length;
  }
  return made + html(text.slice(from));
}
