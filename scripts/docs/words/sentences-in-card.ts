import { isReadKey } from './is-read';

/** The literal texts in an expression, as "{one|other}"; what it is compared with is not said. */
function wordsOf(expression: string): string {
  const said = [...expression.matchAll(/([=!]=\s*)?'([^']*)'/gu)].filter(
    ([, compared]) => compared === undefined,
  );
  return said.length === 0 ? '…' : `{${said.map(([, , text = '']) => text).join('|')}}`;
}

/** The sentences of a card's template or of the app's manifest, in their order, each once; expressions as "…". */
export function sentencesInCard(value: unknown): ReadonlySet<string> {
  if (typeof value === 'string') {
    const text = value
      .replace(/\$\{\{?([^}]*)\}?\}/gu, (_whole, expression: string) => wordsOf(expression))
      .trim();
    return new Set(/\p{L}{2}/u.test(text) && !/^\w+:\/\/|\.png$|^#/u.test(text) ? [text] : []);
  }
  if (typeof value !== 'object' || value === null) return new Set();
  const members = Array.isArray(value) ? value.map((item) => ['', item] as const) : Object.entries(value);
  return new Set(members.flatMap(([name, member]) => (isReadKey(name) ? [...sentencesInCard(member)] : [])));
}
