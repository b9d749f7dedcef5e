import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTelemetry } from '../../src/observability/telemetry';

const root = join(__dirname, '../..');
const doc = readFileSync(join(root, 'docs', 'operations.md'), 'utf8');
const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(root, 'src', name), 'utf8'));

/** What the log may say: the words of each call of it, and those that are set aside under a reason. */
const events = sources.flatMap((text) => [
  ...[...text.matchAll(/\blog\.(?:debug|info|warn|error)\(\s*\{[^}]*\},\s*'([^']+)'/g)],
  ...[...text.matchAll(/\blog\.(?:debug|info|warn|error)\(\s*\w+,\s*'([^']+)'/g)],
  ...[...text.matchAll(/^ {2}(?:gone|'[a-z]+-[a-z]+'): '([^']*notification[^']*)',$/gm)],
]);
const calls = sources.flatMap((text) => [...text.matchAll(/\blog\.(?:debug|info|warn|error)\(/g)]);
/** The first cells of a table's rows, from its heading to the next. */
const firstCells = (heading: string): readonly string[] =>
  (doc.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .map((line) => line.split('|')[1]?.trim() ?? '');

describe('docs/operations.md', () => {
  it('says for each log message what it means and what to do', () => {
    // One call says four things, one for each reason; were a way of writing a call not read here, the count would tell.
    expect(events).toHaveLength(calls.length + 3);
    const said = firstCells('The log').map((cell) => cell.replace(/ \(.*\)$/, ''));
    const lacking = events.map(([, words = '']) => words).filter((words) => !said.includes(words));
    expect(lacking).toEqual([]);
  });

  it("describes no message that the log can't have", () => {
    const can = new Set(events.map(([, words]) => words));
    const said = firstCells('The log').slice(2);
    expect(said.filter((cell) => !can.has(cell.replace(/ \(.*\)$/, '')))).toEqual([]);
  });

  it('says for each telemetry metric what it means and when to look at it', async () => {
    const names = [...(await createTelemetry().text()).matchAll(/^# TYPE (\S+)/gm)].map(
      ([, name = '']) => name,
    );
    expect(names.length).toBeGreaterThan(6);
    const cells = firstCells('Telemetry').join(' ');
    expect(names.filter((name) => !cells.includes(name))).toEqual([]);
    const told = [...cells.matchAll(/casekeeper_[a-z_]+/g)].map(([name]) => name.replace(/_count$/, ''));
    expect(told.filter((name) => !names.includes(name))).toEqual([]);
  });
});
