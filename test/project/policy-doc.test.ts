import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { readProject } from '../../scripts/read-project';
import { ruleFaults, rulesOf, testsOf } from '../../scripts/rule-list';
import { policiesOf } from '../../src/domain/policy/load-policy';

const root = join(__dirname, '../..');
const doc = readFileSync(join(root, 'docs', 'policy.md'), 'utf8');
const project = readProject(root);

describe('docs/policy.md', () => {
  it('has every rule once, and names only tests with its ID', () => {
    expect(ruleFaults(project.rules, project.tests)).toEqual([]);
  });

  it('names an existing place for each rule', () => {
    const built = project.rules.filter(({ isBuilt }) => isBuilt);
    const missing = built.flatMap(({ id, where: [first = ''] }) => {
      const path = first.startsWith('src/') ? first : `src/${first}`;
      return existsSync(join(root, path)) ? [] : [`${id}: ${first}`];
    });
    expect(missing).toEqual([]);
  });

  it("gives examples of a site's policy that load", () => {
    const examples = [...doc.matchAll(/```json\n([\s\S]*?)```/gu)].map(([, example = '']) => example);
    expect(examples).not.toEqual([]);
    for (const example of examples) expect(policiesOf(JSON.parse(example))).toMatchObject({ ok: true });
  });
});

describe('The list of rules', () => {
  const id = 'CK-1';
  const row = `| **${id}** | says | M | a.ts | a.test.ts |`;
  const others = project.rules
    .filter((rule) => rule.id !== id)
    .map((rule) => ({ ...rule, isBuilt: false, tests: [] }));
  const faultsOf = (text: string, source: string): readonly string[] =>
    ruleFaults([...others, ...rulesOf(text)], testsOf('a.test.ts', source));

  it.each([
    ['a test', `it('runs (${id})', () => {});`],
    ['a group around it', `describe('a clock (${id})', () => { it('runs', () => {}); });`],
    ['a title with a part that is only known later', `it(\`\${level} runs (${id})\`, () => {});`],
    ['a title over rows', `it.each(rows)('%s runs (${id})', (level) => {});`],
    ['a title over a table', `test.each\`level\${1}\`('runs (${id})', () => {});`],
    ['a test that loops make', `for (const a of all) { it('runs (${id})', () => {}); }`],
  ])('finds the ID in %s', (_what, source) => {
    expect(faultsOf(row, source)).toEqual([]);
  });

  it.each([
    ['a comment', `// it('runs (${id})')\nit('runs', () => { /* ${id} */ });`],
    ['a text in a test', `it('runs', () => { expect('${id}').toBe('${id}'); });`],
    ['rows alone', `it.each(['${id}'])('%s runs', () => {});`],
    ['another rule', `it('runs (${id}2)', () => {});`],
    ['a test that is left out', `it.skip('runs (${id})', () => {});`],
    ['a group that is left out', `describe.skip('a (${id})', () => { it('runs', () => {}); });`],
    ['a group without a test', `describe('a (${id})', () => {});`],
  ])('does not find the ID in %s', (_what, source) => {
    expect(faultsOf(row, source)).toEqual([`${id} has no test that carries its id in its title.`]);
  });

  it('reports a rule that is forgotten, duplicated, unknown, misplaced, or built after all', () => {
    const test = `it('runs (${id})', () => {});`;
    expect(faultsOf('', '')).toEqual([
      `${id} is not in docs/policy.md: give it a row, or one under "Not built yet".`,
    ]);
    expect(faultsOf(`${row}\n${row}`, test)).toEqual([`${id} stands in docs/policy.md more than once.`]);
    expect(faultsOf(`${row}\n| **ZZ-1** | a | b |`, test)).toContain('ZZ-1 is not a rule of the policy.');
    expect(faultsOf(row.replace('a.test.ts', 'b.test.ts'), test)).toEqual([
      `${id}: docs/policy.md names b.test.ts, where no test carries the id in its title.`,
    ]);
    expect(faultsOf(`## Not built yet\n${row}`, test)).toEqual([
      `${id} is listed as not built, but a.test.ts has a test of it: give it a full row.`,
    ]);
  });
});
