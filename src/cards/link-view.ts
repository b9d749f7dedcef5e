import { hostOf, readLink } from '../domain/cases/link';
import { label } from './escape-text';
import type { EntryWords } from './entry-text';

/** A link as the templates draw it: one text that opens `url`. The site always stands beside the title. */
export interface LinkView {
  readonly text: string;
  readonly url: string;
}

/** The link of an entry: one or none. What is no https link, whoever kept it, is not made live. */
export function linkViews({ link }: EntryWords): readonly LinkView[] {
  if (link === undefined) return [];
  const read = readLink(link.url);
  if (!read.ok) return [];
  const host = hostOf(read.value);
  const text = link.title === undefined ? `Open at ${label(host)}` : `${label(link.title)} (${label(host)})`;
  return [{ text, url: read.value }];
}
