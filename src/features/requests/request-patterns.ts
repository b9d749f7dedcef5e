// As JSON Schema takes them: what ECMAScript, Python and Rust read alike, so no \s, \d or \p, and no lookbehind.
const BLANKS = '[ -]*';
const SIGN = `[A-Za-z0-9]${BLANKS}`;
const DIGIT = `[0-9]${BLANKS}`;
const BLANK = '\\u0020\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff';
const CONTROL = '\\u0000-\\u001f\\u007f-\\u009f';
const CONTROL_BUT_LINES = '\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f';
// What a mail address is written with but the dot: of ASCII, and of the scripts that people have names in.
const IN_EMAIL =
  "!#-'*+\\-/0-9=?A-Za-z\\[\\]^_`{|}~\\u00a1-\\u00ac\\u00ae-\\u02ff\\u0370-\\u05ff\\u0900-\\u10ff\\u3041-\\u9fff\\uac00-\\ud7a3";
const EMAIL = `[${IN_EMAIL}.]{1,64}@[${IN_EMAIL}]+(?:\\.[${IN_EMAIL}]+)+`;
const PHONE =
  ' *(?:[Dd][Ss][Nn] +)?(?:\\+[ ().-]*)?[0-9](?:[ ().-]*[0-9]){6,14}[ ().-]*(?:(?:[xX]|[eE][xX][tT]\\.?) ?[0-9]{1,6})? *';

/** A text with a sign in it that is seen. */
const said = (controls: string): string =>
  `^[^${controls}]*[^${controls}${BLANK}\\u0009\\u000a\\u000d][^${controls}]*$`;
/** A member that may be empty, which says the same as leaving it out. */
const orEmpty = (pattern: string): string => `^ *$|^${pattern}$`;

/**
 * How the texts of a request are written, as regular expressions of JSON Schema. Whatever these allow, the domain reads;
 * it reads some more, as people type, which a program has no need of.
 */
export const REQUEST_PATTERNS = {
  account: `^${BLANKS}(?:(?:${SIGN}){5,6}|(?:${SIGN}){12})$`,
  name: said(CONTROL),
  email: orEmpty(EMAIL),
  phone: orEmpty(PHONE),
  nsn: orEmpty(`${BLANKS}(?:${DIGIT}){13}`),
  pr: orEmpty(`${BLANKS}(?:[Pp][Rr]${BLANKS}|(?:0${BLANKS}){0,2})[1-9]${BLANKS}(?:${DIGIT}){7,9}`),
  requisition: orEmpty(`${BLANKS}(?:${SIGN}){6}(?:${DIGIT}){4}(?:${SIGN}){4,5}`),
  description: said(CONTROL_BUT_LINES),
} as const;

/** The two of which one is to be given and not empty: in full, so that who makes examples of the document finds some. */
export const GIVEN_PATTERNS = { email: `^${EMAIL}$`, phone: `^${PHONE}$` } as const;
