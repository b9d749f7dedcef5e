import type { Measure } from '../../domain/metrics/summary';

/** What people call the measures. */
const WORDS: readonly (readonly [Measure['key'], readonly string[]])[] = [
  ['level-2-and-3-crt', ['level 2 and 3 crt', 'level 2+3 crt', 'crt 16']],
  ['enterprise-crt', ['enterprise crt', 'crt 8', 'crt']],
  ['satisfaction', ['csat', 'satisfaction']],
  ['level-2-assignment', ['level 2 assignment']],
  ['interim-response', ['level 2 interim response', 'interim response', 'interim']],
  ['level-3-assignment', ['level 3 assignment']],
  ['level-3-initial-update', ['level 3 initial update', 'initial update']],
  ['level-3-recurring-update', ['level 3 recurring updates', 'recurring updates']],
];

/** How each measure is written, for who wrote something else. */
export const MEASURE_FORMS = `Write ${WORDS.map(([, [word]]) => word).join(', ')}.`;

/** The measure that a line begins with, and what follows it; the whole line as the measure where it is none. */
export function readMeasure(line: string): { readonly measure: string; readonly words: string } {
  const written = line.replace(/\s+/gu, ' ').trim();
  for (const [measure, names] of WORDS)
    for (const name of names)
      if (`${written.toLowerCase()} `.startsWith(`${name} `))
        return { measure, words: written.slice(name.length).trim() };
  return { measure: written, words: '' };
}
