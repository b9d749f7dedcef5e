// A text, or a sign of the structure; whatever else stands in valid JSON is neither.
const TOKENS = /"(?:[^"\\]|\\.)*"|[{}[\]:]/g;
const MAX_NAME = 60;

/**
 * The name of a member that an object of the text has twice, shortened; undefined if each has its own. `JSON.parse`
 * keeps the last one and other readers the first, so that two of them would take two requests from one body. The text is
 * valid JSON; any depth of it is read without recursion.
 */
export function duplicateMember(text: string): string | undefined {
  // The names of each object that is open; an array has none.
  const open: (Set<string> | undefined)[] = [];
  let last = '';
  for (const [token] of text.matchAll(TOKENS)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(undefined);
    else if (token === '}' || token === ']') open.pop();
    else if (token !== ':') last = token;
    else {
      const name = JSON.parse(last) as string;
      const names = open.at(-1);
      if (names?.has(name) === true) return name.slice(0, MAX_NAME).replace(/\p{Cs}/gu, '\ufffd');
      names?.add(name);
    }
  }
  return undefined;
}
