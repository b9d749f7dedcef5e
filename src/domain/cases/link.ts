import { is, isNot, type Read } from '../kernel/text/typed-text';

/** How long a link and its title may be, in characters; five of them stand on one card. */
export const LINK_LIMITS = { link: 1_000, title: 100 } as const;

const WANTED =
  'Enter a link that starts with https:// and has no spaces, for example https://files.example.mil/quote.pdf.';

/**
 * Reads a link as it may be shown to others: https alone, on one line, without user name or password (which make one
 * site look like another). What is kept is the address as browsers read it: its host in ASCII, other signs escaped.
 */
export function readLink(typed: string): Read<string> {
  const text = typed.trim();
  if (/[\s\\]|\p{C}/u.test(text)) return isNot(`The link has spaces or hidden characters. ${WANTED}`);
  if (!/^https:\/\/[^/]/iu.test(text) || !URL.canParse(text))
    return isNot(`This isn't an https link. ${WANTED}`);
  const url = new URL(text);
  if (url.username !== '' || url.password !== '')
    return isNot('The link has a user name or password in it. Enter it without them.');
  if (url.href.length > LINK_LIMITS.link)
    return isNot(
      `The link has ${url.href.length} characters. Shorten it to ${LINK_LIMITS.link} or fewer: sharing a file gives you a shorter link.`,
    );
  return is(url.href);
}

/** The site that a link leads to, shown beside its title, so that a title cannot pass for another site. */
export const hostOf = (link: string): string => new URL(link).host;
