import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SETTINGS } from '../../src/app/config/settings';
import { parseLine } from '../../src/commands/lines/parse-line';
import { registryOf } from '../../src/commands/registry';
import { allCommands } from '../../src/features/all-commands';

const read = (file: string): string => readFileSync(join(__dirname, '../..', file), 'utf8');
const readme = read('README.md');
/** What stands in the first cells of the table under a heading. */
const firstCells = (heading: string): readonly string[] =>
  (readme.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .flatMap((line) => [...(line.split(' | ')[0] ?? '').matchAll(/`([^`]+)`/gu)])
    .map(([, text = '']) => text);

describe('The README', () => {
  it('lists a dozen existing commands', () => {
    const usages = firstCells('Commands');
    const registry = registryOf(allCommands);
    expect(usages.length).toBeGreaterThan(11);
    for (const usage of usages) {
      const { typed } = registry.byVerb(parseLine(usage, registry).verb) ?? {};
      expect(typed?.words.some((words) => usage === words || usage.startsWith(`${words} `))).toBe(true);
    }
  });

  it('lists existing settings', () => {
    const names = firstCells('Settings');
    expect(names.length).toBeGreaterThan(5);
    expect(names.filter((name) => !(name in SETTINGS.shape))).toEqual([]);
  });

  it('names only existing scripts, and so do the other documents', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const documents = ['README.md', 'CONTRIBUTING.md', 'docs/demo.md', 'docs/operations.md'];
    const named = documents.flatMap((file) => [...read(file).matchAll(/npm run ([\w:-]*\w)/gu)]);
    expect(named.map(([, name = '']) => name).filter((name) => scripts[name] === undefined)).toEqual([]);
  });

  it('stays within one and a half screens', () => {
    expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(70);
  });
});
