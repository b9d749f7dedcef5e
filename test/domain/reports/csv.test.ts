import fc from 'fast-check';
import { csvHead, csvLines } from '../../../src/domain/reports/csv';
import type { Cell, Column } from '../../../src/domain/reports/csv';
import { readCsv } from '../../support/read-csv';

const about = { meaning: '', unit: '', source: '' };
const COLUMNS: readonly Column<readonly Cell[]>[] = [0, 1, 2].map((index) => ({
  ...about,
  name: `c${index}`,
  cell: (row) => row[index],
}));
const written = (...rows: readonly (readonly Cell[])[]): string => csvHead(COLUMNS) + csvLines(COLUMNS, rows);
const cellOf = (text: string): string => readCsv(written([text, 1, 2]))[1]?.[0] ?? 'none';

describe('A report file', () => {
  it('begins with the UTF-8 byte order mark and ends every line with CR LF (ME-7)', () => {
    expect(written([1, 'a', undefined])).toBe('\ufeffc0,c1,c2\r\n1,a,\r\n');
  });

  it('reads back as written, except for the apostrophe before a formula (ME-7)', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '=1+1',
        'a,b',
        '"',
        '""',
        '\r\n',
        '\n',
        ' a ',
        ',',
        "'",
        '\ufeff',
        '@x',
        '-1',
        '+1',
        '\t=1',
      ),
    );
    const cell = fc.oneof(
      text,
      fc.integer(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constant(undefined),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell), { maxLength: 8 }), (rows) => {
        const [head, ...read] = readCsv(written(...rows));
        expect(head).toEqual(['c0', 'c1', 'c2']);
        expect(read).toHaveLength(rows.length);
        rows.forEach((row, nth) =>
          row.forEach((one, index) => {
            const got = read[nth]?.[index] ?? 'none';
            if (typeof one !== 'string') expect(got).toBe(one === undefined ? '' : String(one));
            else expect([one, `'${one}`]).toContain(got);
          }),
        );
      }),
    );
  });

  it.each([
    '=HYPERLINK("https://evil.example","x")',
    "+1+cmd|' /C calc'!A0",
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    ' =1',
    '\u00a0=1',
    '\n=1',
    '＝1',
    '＋1',
    '－1',
    '＠x',
  ])('shows %j as text, not as a formula (ME-7)', (text) => {
    expect(cellOf(text)).toBe(`'${text}`);
  });

  it.each(['CS0000001', 'a=b', '1-2', "'=1", 'Aviation & Co'])('leaves %j unchanged (ME-7)', (text) => {
    expect(cellOf(text)).toBe(text);
  });

  it('keeps a negative number a number (ME-7)', () => {
    expect(written([-1.5, 0, 2])).toContain('\r\n-1.5,0,2\r\n');
  });
});
