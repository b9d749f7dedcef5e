import * as ts from 'typescript';

/** The families of the policy's rules and the highest number of each: so that none can be forgotten. */
const HIGHEST = {
  BT: 6,
  AC: 7,
  CA: 11,
  AS: 4,
  CK: 11,
  ES: 12,
  L3: 5,
  CL: 8,
  ME: 11,
  AG: 3,
  RE: 3,
  TM: 13,
  HD: 11,
} as const;

const ALL_IDS = Object.entries(HIGHEST).flatMap(([family, highest]) =>
  Array.from({ length: highest }, (_, index) => `${family}-${index + 1}`),
);

/** A row of docs/policy.md. One under "Not built yet" names neither a place nor tests. */
export interface Rule {
  readonly id: string;
  readonly says: string;
  readonly isBuilt: boolean;
  readonly where: readonly string[];
  readonly tests: readonly string[];
}

/** A test by its file in test/ and its name, the names of the groups around it first. */
export interface NamedTest {
  readonly file: string;
  readonly name: string;
}

const listOf = (cell = ''): readonly string[] => (cell === '' ? [] : cell.split(', '));

/** The rules that docs/policy.md has, in its order. */
export function rulesOf(doc: string): readonly Rule[] {
  return doc.split(/^## /mu).flatMap((section) => {
    const isBuilt = !section.startsWith('Not built yet');
    return [...section.matchAll(/^\| \*\*([A-Z0-9]+-\d+)\*\*(.*)\|$/gmu)].map(([, id = '', rest = '']) => {
      const [, says = '', , where, tests] = rest.split('|').map((cell) => cell.trim());
      return { id, says, isBuilt, where: listOf(where), tests: listOf(tests) };
    });
  });
}

const TESTS = new Set(['it', 'test']);
const LEFT_OUT = new Set(['skip', 'todo']);

/** `it`, `it.each(rows)`, `it.each` with a table, `describe.only` …: the word that begins it, and the words after. */
function wordsOf(callee: ts.Expression): readonly string[] {
  if (ts.isIdentifier(callee)) return [callee.text];
  if (ts.isPropertyAccessExpression(callee)) return [...wordsOf(callee.expression), callee.name.text];
  if (ts.isCallExpression(callee)) return wordsOf(callee.expression);
  if (ts.isTaggedTemplateExpression(callee)) return wordsOf(callee.tag);
  return [];
}

/** `it.each(rows)` is called in `it.each(rows)(title, body)`, which is the test. */
const isCallee = (node: ts.CallExpression): boolean =>
  ts.isCallExpression(node.parent) && node.parent.expression === node;

/** What a title says: a string, or a template with "…" for each part that is only known when it runs. */
function titleOf(title: ts.Expression | undefined): string | undefined {
  if (title === undefined) return undefined;
  if (ts.isStringLiteralLike(title)) return title.text;
  if (!ts.isTemplateExpression(title)) return undefined;
  return title.head.text + title.templateSpans.map(({ literal }) => `…${literal.text}`).join('');
}

/** The tests of a source by their titles; what a comment says is none, nor is a test that is left out. */
export function testsOf(file: string, source: string): readonly NamedTest[] {
  const found: NamedTest[] = [];
  const visit = (node: ts.Node, around: readonly string[]): void => {
    const [first = '', ...more] =
      ts.isCallExpression(node) && !isCallee(node) ? wordsOf(node.expression) : [];
    const isGroup = first === 'describe';
    if (!ts.isCallExpression(node) || !(isGroup || TESTS.has(first))) {
      node.forEachChild((child) => visit(child, around));
      return;
    }
    if (more.some((word) => LEFT_OUT.has(word))) return;
    const within = [...around, titleOf(node.arguments[0]) ?? '…'];
    if (!isGroup) found.push({ file, name: within.join(' › ') });
    node.forEachChild((child) => visit(child, within));
  };
  visit(ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true), []);
  return found;
}

/** The tests whose name carries the rule's id: "CK-1" is not in "CK-11". */
export const testsWith = (id: string, tests: readonly NamedTest[]): readonly NamedTest[] =>
  tests.filter(({ name }) => new RegExp(String.raw`\b${id}\b`, 'u').test(name));

/** What is not as it should be, one line each: none where every rule stands in the list and is held by a test. */
export function ruleFaults(rules: readonly Rule[], tests: readonly NamedTest[]): readonly string[] {
  const counted = new Map<string, number>();
  for (const { id } of rules) counted.set(id, (counted.get(id) ?? 0) + 1);
  const missing = ALL_IDS.filter((id) => !counted.has(id));
  const twice = [...counted].filter(([, count]) => count > 1).map(([id]) => id);
  const unknown = [...counted.keys()].filter((id) => !ALL_IDS.includes(id));
  return [
    ...missing.map((id) => `${id} is not in docs/policy.md: give it a row, or one under "Not built yet".`),
    ...twice.map((id) => `${id} stands in docs/policy.md more than once.`),
    ...unknown.map((id) => `${id} is not a rule of the policy.`),
    ...rules.flatMap((rule) => (rule.isBuilt ? builtFaults(rule, tests) : unbuiltFaults(rule, tests))),
  ];
}

function builtFaults({ id, tests: named }: Rule, tests: readonly NamedTest[]): readonly string[] {
  const holding = testsWith(id, tests);
  if (holding.length === 0) return [`${id} has no test that carries its id in its title.`];
  const files = new Set(holding.map(({ file }) => file));
  return named
    .filter((file) => !files.has(file))
    .map((file) => `${id}: docs/policy.md names ${file}, where no test carries the id in its title.`);
}

function unbuiltFaults({ id }: Rule, tests: readonly NamedTest[]): readonly string[] {
  const [test] = testsWith(id, tests);
  return test === undefined
    ? []
    : [`${id} is listed as not built, but ${test.file} has a test of it: give it a full row.`];
}
