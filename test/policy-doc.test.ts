import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { policiesOf } from '../src/domain/policy/load-policy';

const root = join(__dirname, '..');
const doc = readFileSync(join(root, 'docs', 'policy.md'), 'utf8');

/** The rows of the document: a rule, where it is and the tests that carry its id. */
const rows = [...doc.matchAll(/^\| \*\*([A-Z0-9]+-\d+)\*\*(.*)\|$/gm)].map(([, id = '', rest = '']) => {
  const [, , , where = '', tests = ''] = rest.split('|').map((cell) => cell.trim());
  return { id, where, tests: tests.split(', ') };
});

describe('docs/policy.md', () => {
  it('names for each rule only tests that carry its id', () => {
    expect(rows.length).toBeGreaterThan(60);
    const lacking = rows.flatMap(({ id, tests }) =>
      tests
        .filter((file) => !new RegExp(`\\b${id}\\b`).test(readFileSync(join(root, 'test', file), 'utf8')))
        .map((file) => `${id}: ${file}`),
    );
    expect(lacking).toEqual([]);
  });

  it('names for each rule a place that there is', () => {
    const missing = rows.flatMap(({ id, where }) => {
      const [first = ''] = where.split(', ');
      const path = first.startsWith('src/') ? first : `src/${first}`;
      return existsSync(join(root, path)) ? [] : [`${id}: ${first}`];
    });
    expect(missing).toEqual([]);
  });

  it('gives an example of a site’s policy that loads', () => {
    const example = /```json\n([\s\S]*?)```/.exec(doc)?.[1] ?? '';
    expect(policiesOf(JSON.parse(example))).toMatchObject({ ok: true });
  });
});
