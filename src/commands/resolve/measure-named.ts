import { distance } from 'fastest-levenshtein';
import { MEASURES } from '../../domain/metrics/measures';
import type { AskedMeasure } from '../../domain/metrics/question-key';
import type { CrtMeasure } from '../../domain/metrics/scorecard';
import { CRT_MEASURES } from '../../domain/metrics/what-if';
import { faulty } from '../../domain/kernel/refusal';
import { plain } from './plain';

const CRT = '(?:crt|(?:case )?resolution times?|time to (?:resolve|resolution))';
const BOTH_LEVELS = '(?:levels?|l) ?2 (?:and |to )?(?:levels? ?|l)?3';
const UPDATES = '(?:quality )?(?:status )?updates?';

/** How each measure is called; words that are said of two measures stand with both. */
const CALLED: readonly (readonly [AskedMeasure, RegExp])[] = [
  ['enterprise-crt', new RegExp(`^(?:(?:enterprise|overall) )?${CRT}(?: levels 1 to 3)?$`)],
  ['level-2-and-3-crt', new RegExp(`^(?:${BOTH_LEVELS} ${CRT}|${CRT} (?:of |for |at |in )?${BOTH_LEVELS})$`)],
  [
    'satisfaction',
    /^(?:csat|(?:customers? )?satisfaction(?: csat)?|satisfied customers|how satisfied customers)$/,
  ],
  ['level-2-assignment', /^(?:(?:level |l)2 )?(?:assignments?(?: times?)?|time to assign)$/],
  ['level-3-assignment', /^(?:(?:level |l)3 )?(?:assignments?(?: times?)?|time to assign)$/],
  ['interim-response', /^(?:irt|(?:(?:level |l)2 )?interims?(?: responses?)?(?: times?)?)$/],
  ['level-3-initial-update', new RegExp(`^(?:(?:level |l)3 )?(?:initial )?${UPDATES}$`)],
  ['level-3-recurring-update', new RegExp(`^(?:(?:level |l)3 )?(?:re(?:oc)?curring )?${UPDATES}$`)],
  [
    'open-cases',
    /^(?:(?:aged )?open(?: cases)?|aged(?: cases)?|cases open|open cases by age|ag(?:e?ing|e of cases)|backlog)$/,
  ],
];

const NAMED: ReadonlyMap<string, AskedMeasure> = new Map(
  MEASURES.flatMap(({ key, name }) => [plain(key), plain(name)].map((said) => [said, key] as const)),
);

/** The measures that are called so: none, one, or several ("updates": the initial and the recurring). */
export function measuresCalled(words: string): readonly AskedMeasure[] {
  const said = plain(words);
  const called = CALLED.filter(([, pattern]) => pattern.test(said)).map(([key]) => key);
  const named = NAMED.get(said);
  return called.length > 0 || named === undefined ? called : [named];
}

/** The measure of resolution time that is called so, which has a goal in days. */
export const crtCalled = (words: string): CrtMeasure | undefined =>
  CRT_MEASURES.find((key) => measuresCalled(words).includes(key));

/** What is long enough to be known with a slip of the pen in it. */
const SPELLED: Readonly<Record<string, AskedMeasure>> = {
  satisfaction: 'satisfaction',
  'customer satisfaction': 'satisfaction',
  'resolution time': 'enterprise-crt',
  'case resolution time': 'enterprise-crt',
  'interim response': 'interim-response',
  'interim responses': 'interim-response',
  'initial update': 'level-3-initial-update',
  'initial updates': 'level-3-initial-update',
  'recurring update': 'level-3-recurring-update',
  'recurring updates': 'level-3-recurring-update',
  'open cases': 'open-cases',
};
const MAX_SLIPS = 2;

/** The measure whose name is a slip of the pen away. */
export function measureLike(words: string): AskedMeasure | undefined {
  const said = plain(words);
  return Object.entries(SPELLED).find(
    ([name]) => Math.abs(name.length - said.length) <= MAX_SLIPS && distance(name, said) <= MAX_SLIPS,
  )?.[1];
}

/** A measure in words, for a button or a sentence. */
export const measureName = (key: AskedMeasure): string =>
  MEASURES.find((row) => row.key === key)?.name ?? 'Open cases';

/** How the measures are written, for who wrote something else. */
export const MEASURE_FORMS =
  'Use CRT, level 2 and 3 CRT, CSAT, level 2 assignment, interim response, level 3 assignment, initial update, recurring updates, or open cases.';

/** A question about one measure that names none. */
export const NO_MEASURE = faulty([{ field: 'measure', message: `Enter a measure. ${MEASURE_FORMS}` }]);
