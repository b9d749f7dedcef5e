import { nearestGroup } from '../../commands/group-named';
import { MEASURES } from '../../domain/metrics/measures';
import { measureOfKey, scopeOfKey } from '../../domain/metrics/question-key';
import type { Measure } from '../../domain/metrics/summary';
import { MSC_NAMES } from '../../domain/people/directory';
import type { Directory } from '../../domain/people/directory';
import { ENTERPRISE_PLANS } from '../../domain/plans/plan';
import type { PlanScope } from '../../domain/plans/plan';
import { refusal } from '../../domain/refusal';
import { no, ok } from '../../domain/result';
import type { Result } from '../../domain/result';

/** What people call the measures, beside their keys and names. */
const CALLED: Readonly<Record<Measure['key'], readonly string[]>> = {
  'enterprise-crt': ['crt', 'case resolution time', 'resolution time', 'levels 1 to 3'],
  'level-2-and-3-crt': ['level 2 and 3', 'levels 2 and 3', 'l2 and l3 crt', 'level 2 3 crt'],
  satisfaction: ['csat', 'customer satisfaction'],
  'level-2-assignment': ['l2 assignment', 'assignment'],
  'interim-response': ['interim', 'irt', 'interim response time'],
  'level-3-assignment': ['l3 assignment'],
  'level-3-initial-update': ['initial update', 'l3 initial update'],
  'level-3-recurring-update': ['recurring updates', 'recurring update', 'l3 recurring updates'],
};
const ENTERPRISE_WORDS = ['enterprise', 'all', 'everything', 'dla'];

const plain = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/[^a-z0-9]+/gu, ' ')
    .trim();

/** Every name of a measure, the longest first, so that "level 3 assignment" is not read as an "assignment". */
const NAMES: readonly (readonly [string, Measure['key']])[] = MEASURES.flatMap(({ key, name }) =>
  [key, name, ...CALLED[key]].map((words) => [plain(words), key] as const),
).sort(([a], [b]) => b.length - a.length);

/** Splits a typed line into a measure by its key and the words of a scope, whichever comes first. */
export function readPlanLine(rest: string): Record<string, string> {
  const words = plain(rest);
  if (words === '') return {};
  for (const [name, measure] of NAMES) {
    const before = ` ${words} `.startsWith(` ${name} `);
    if (!before && !` ${words} `.endsWith(` ${name} `)) continue;
    const scope = before ? words.slice(name.length) : words.slice(0, -name.length);
    return { measure, ...(scope.trim() === '' ? {} : { scope: scope.trim() }) };
  }
  return { measure: rest.slice(0, 80) };
}

/** The measure of a key or a name; undefined for what is none. */
export function readMeasure(words: string): Measure['key'] | undefined {
  const key = measureOfKey(words);
  if (key !== undefined) return key === 'open-cases' ? undefined : key;
  return NAMES.find(([name]) => name === plain(words))?.[1];
}

/** The scope of a key, of a name, or of the beginning of an MSC's; refuses what is none, and one person. */
export function readPlanScope(words: string, directory: Directory): Result<PlanScope> {
  const keyed = scopeOfKey(words, directory);
  if (keyed !== undefined && keyed.kind !== 'person') return ok(keyed);
  const wanted = plain(words.slice(0, 80));
  if (ENTERPRISE_WORDS.includes(wanted)) return ok(ENTERPRISE_PLANS);
  const mscs = Object.entries(MSC_NAMES);
  const exact = mscs.filter(([key, name]) => [plain(key), plain(name)].includes(wanted));
  const begun = wanted.length < 3 ? [] : mscs.filter(([, name]) => plain(name).startsWith(wanted));
  const [msc, other] = exact.length > 0 ? exact : begun;
  if (msc !== undefined && other === undefined) return ok({ kind: 'msc', key: msc[0], name: msc[1] });
  const group = directory.groups.find(({ key, name }) => [plain(key), plain(name)].includes(wanted));
  if (group !== undefined) return ok({ kind: 'group', key: group.key, name: group.name });
  const nearest = nearestGroup(words, directory);
  const message = `“${words.slice(0, 80)}” is neither the enterprise, nor an MSC, nor a group.`;
  return no(refusal('no-such-group', { group: words.slice(0, 80), nearest }, [{ field: 'scope', message }]));
}
