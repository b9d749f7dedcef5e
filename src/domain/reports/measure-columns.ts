import type { Column } from './csv';

/** The columns by which a line of either file names its measure; `meaning` is what the key says of the line. */
export const measureColumns = <
  Row extends { readonly measure: { readonly key: string; readonly name: string } },
>(
  meaning: string,
): readonly Column<Row>[] => [
  {
    name: 'measure_key',
    meaning,
    unit: '',
    source: 'domain/metrics/measures.ts',
    cell: ({ measure }) => measure.key,
  },
  {
    name: 'measure_name',
    meaning: 'Name of the measure, as on cards',
    unit: '',
    source: 'domain/metrics/measures.ts',
    cell: ({ measure }) => measure.name,
  },
];
