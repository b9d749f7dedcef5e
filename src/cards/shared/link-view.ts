import { hostOf, readLink } from '../../domain/cases/link';
import { label } from './escape-text';
import type { EntryWords } from '../cases/entry-text';

const titled = (title: string, host: string): string => `${label(title)} (${label(host)})`;

/** The text of a link in a text: its title with the site behind it, or an address that begins with its site as it stands. */
export function linkText(title: string, url: string): string {
  const host = hostOf(url);
  const rest = title.toLowerCase().startsWith(`https://${host}`)
    ? title.slice(`https://${host}`.length)
    : '-';
  return /^(?:$|[/?#])/u.test(rest) ? title : titled(title, host);
}

/** The link of an entry, one or none; the site always stands beside its title. What is no https link, whoever kept it, is not made live. */
export function linkViews({ link }: EntryWords) {
  if (link === undefined) return [];
  const read = readLink(link.url);
  if (!read.ok) return [];
  const host = hostOf(read.value);
  const text = link.title === undefined ? `Open at ${label(host)}` : titled(link.title, host);
  return [{ text, url: read.value }];
}
