import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { rulesOf, testsOf } from './rule-list';
import type { NamedTest, Rule } from './rule-list';

/** The rules of docs/policy.md and the tests of test/, under the project's root. */
export function readProject(root: string): { rules: readonly Rule[]; tests: readonly NamedTest[] } {
  const folder = join(root, 'test');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(?:test|contract)\.ts$/u.test(file))
    .sort();
  return {
    rules: rulesOf(readFileSync(join(root, 'docs', 'policy.md'), 'utf8')),
    tests: sources.flatMap((file) =>
      testsOf(file.replaceAll(sep, '/'), readFileSync(join(folder, file), 'utf8')),
    ),
  };
}
