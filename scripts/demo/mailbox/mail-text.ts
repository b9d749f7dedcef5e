import { html } from '../../../src/web/pages/html';
import type { Html } from '../../../src/web/pages/html';

/** An address as mail programs find it in plain text; the sign that ends a sentence is not of it. */
const ADDRESS = /(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)\]])/iu;

/** Plain text for a page, its addresses as links that open beside the mailbox. */
export const withLinks = (text: string): readonly (string | Html)[] =>
  // Every second piece is an address: `split` keeps what the group matched.
  text
    .split(ADDRESS)
    .map((piece, index) =>
      index % 2 === 0
        ? piece
        : html`<a href="${piece}" target="_blank" rel="noopener noreferrer">${piece}</a>`,
    );
