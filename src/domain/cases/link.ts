import { is, isNot, type Read } from '../kernel/text/typed-text';

/** How long a link and its title may be, in characters; five of them stand on one card. */
export const LINK_LIMITS = { link: 1_000, title: 100 } as const;

const WANTED =
  'Give a link that begins with https:// and has no spaces, such as https://files.example.mil/quote.pdf.';

/**
 * Reads a link as it may be shown to others: https alone, on one line, without user name or password (which make one
 * site look like another). What is kept is the address as browsers read it: its host in ASCII, other signs escaped.
 */
export function readLink(typed: string): Read<string> {
  const text = typed.trim();
  if (/[\s\\]|\p{C}/u.test(text)) return isNot(`The link holds spaces or signs that do not show. ${WANTED}`);
  if (!/^https:\/\/[^/]/iu.test(text) || !URL.canParse(text))
    return isNot(`This is no https link. ${WANTED}`);
  const url = new URL(text);
  if (url.username !== '' || url.password !== '')
    return isNot('The link holds a user name or password before its host. Give it without them.');
  if (url.href.length > LINK_LIMITS.link)
    return isNot(
      `The link has ${url.href.length} characters. Give one of ${LINK_LIMITS.link} or fewer: sharing a file makes a shorter one.`,
    );
  return is(url.href);
}

/** The site that a link leads to, shown beside its title, so that a title cannot pass for another site. */
export const hostOf = (link: string): string => new URL(link).host;
