import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CASE_COLUMNS } from '../../src/domain/reports/case-rows';
import type { Column } from '../../src/domain/reports/csv';
import { FIGURE_COLUMNS } from '../../src/domain/reports/figure-rows';

const doc = readFileSync(join(__dirname, '../..', 'docs', 'reports.md'), 'utf8');
/** The cells of the table under a heading, without its head. */
const table = (heading: string): readonly (readonly string[])[] =>
  (doc.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '')
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
const told = (columns: readonly Pick<Column<never>, 'name' | 'meaning' | 'unit' | 'source'>[]) =>
  columns.map(({ name, meaning, unit, source }) => [`\`${name}\``, meaning, unit, source]);

describe('docs/reports.md', () => {
  it('has every column of the metrics file, in order, with its meaning, unit, and source (ME-7)', () => {
    expect(table('The metrics file')).toEqual(told(FIGURE_COLUMNS));
  });

  it('has every column of the cases file, in order, with its meaning, unit, and source (ME-7)', () => {
    expect(table('The cases file')).toEqual(told(CASE_COLUMNS));
  });
});
