import { MEASURES } from '../../domain/metrics/measures';
import type { Measure } from '../../domain/metrics/summary';

/** What people say of a measure besides its key and its name. */
const SHORT: Partial<Record<Measure['key'], readonly string[]>> = {
  'enterprise-crt': ['crt'],
  satisfaction: ['csat'],
  'interim-response': ['interim'],
  'level-3-recurring-update': ['level 3 recurring updates'],
};

/** The measure with whose name, key or short name a line begins, and what follows; no measure where it begins with none. */
export function measureBegun(line: string): { readonly measure: string; readonly words: string } {
  const said = `${line.trim().replace(/\s+/g, ' ')} `;
  const names = MEASURES.flatMap(({ key, name }) =>
    [key, key.replaceAll('-', ' '), name.toLowerCase(), ...(SHORT[key] ?? [])].map((one) => ({ key, one })),
  ).sort((a, b) => b.one.length - a.one.length);
  const begun = names.find(({ one }) => said.toLowerCase().startsWith(`${one} `));
  if (begun === undefined) return { measure: '', words: line };
  return { measure: begun.key, words: said.slice(begun.one.length).trim() };
}
