/** What looks like words and is read by programs alone. In doubt a text is read: one line too many harms less. */
const NOT_WORDS: readonly RegExp[] = [
  // Patterns, code, styles, and what a page may load.
  /\(\?[:=!<]|\\[bdswpu]|\[\^|\)\?|\$\d/u,
  /[{;]$|^--|^@media|^[a-z]+-src |'self'|'none'|\w="|charset=/u,
  // How dates are written, and names of text forms.
  /\bL{3,4}\b|^NFK[CD]$/u,
  // Paragraphs and rules by their numbers.
  /^DLA[MI] [\dA-Z][\w.(); ]*$/u,
];
/** One word is a label where it begins as one does (Close, NSN); else it is a key. */
const LABEL = /^[(“]?(?:\p{Lu}\p{Ll}+|\p{Lu}{2,4})[.:)”…?]*$/u;
const WORDS = /\p{L}.*\s|\s.*\p{L}/su;

/** Whether people read it: words with a space between, or a label. */
export function isRead(piece: string): boolean {
  const words = piece.replaceAll('…', ' ');
  if (!/\p{L}{2}/u.test(words) || NOT_WORDS.some((pattern) => pattern.test(piece))) return false;
  return WORDS.test(piece) || LABEL.test(piece);
}

/** Members of cards and of the manifest that say how a thing looks, behaves, or is named to programs. */
const LOOKS =
  /^(?:\$\w+|type|version|spacing|style|weight|size|color|width|\w*[aA]lignment|fontType|id|verb|data|associatedInputs|dataset|targetElements|value(?:On|Off)|scopes|permissions|defaultInstallScope)$/u;

/** Whether a member of this name may hold words. */
export const isReadKey = (name: string): boolean => !LOOKS.test(name);

/** Markup is taken apart into the texts between its tags and in the attributes that are read aloud. */
export function piecesOf(text: string): readonly string[] {
  if (!/<\/?[a-z!][^>]*>/u.test(text)) return linesOf(text);
  const spoken = [...text.matchAll(/(?:aria-label|title|alt|placeholder)="([^"]*)"/gu)];
  return [...spoken.map(([, said = '']) => said), ...text.split(/<[^>]*>?/u)].flatMap(linesOf);
}

/** The lines of a text; one that breaks within a choice stays whole. */
const linesOf = (text: string): readonly string[] =>
  (text.includes('{') ? [text.replace(/\s*\n\s*/gu, ' ')] : text.split('\n'))
    .map((line) => line.trim())
    .filter((line) => line !== '');
