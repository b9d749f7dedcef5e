import { scopeKey } from '../../../src/domain/metrics/question-key';
import { directoryOf } from '../../../src/domain/directory/directory';
import type { Person } from '../../../src/domain/directory/directory';
import { readWords } from '../../../src/features/metrics/read-words';
import { aGroup, aPerson } from '../../support/site';

const named = (
  key: string,
  name: string,
  ...of: Parameters<typeof aGroup> extends [string, ...infer R] ? R : never
) => ({
  ...aGroup(key, ...of),
  name,
});

const GROUPS = [
  { ...named('L2-AVN', 'Aviation Customer Operations', 2, 'aviation'), agents: ['kim', 'lee'] },
  { ...named('L3-AVN', 'Aviation Supplier Operations', 3, 'aviation'), agents: ['kim', 'ana'] },
  { ...named('L2-LND', 'Land and Maritime Customer Operations', 2, 'land-and-maritime'), agents: ['zoe'] },
  { ...named('TYO', 'Pacific Stock Point', 2, 'distribution'), zone: 'Asia/Tokyo', agents: [] },
].map((group) => ({ ...group, gatekeepers: [], supervisors: [] }));

const PEOPLE: readonly Person[] = [
  aPerson('kim', { name: 'Kim Smith', primary: 'L2-AVN' }),
  aPerson('lee', { name: 'Lee Smith' }),
  aPerson('ana', { name: 'Ana March' }),
  aPerson('zoe', { name: 'Zoë Müller-Ortiz' }),
];

/** A site whose MSCs, groups, months and people are called alike, as they are. */
export const SITE = directoryOf(GROUPS, PEOPLE);

/** Saturday 21 November 2026, noon in New York: Sunday in Tokyo. */
export const NOW = Date.UTC(2026, 10, 21, 17);

/** Who asks, then. */
export const asking = (id = 'lee') => ({ actor: SITE.person(id)!, directory: SITE, now: NOW });

/** Scope, period and measure that a line is read to ask, several where it means several; or what is not understood. */
export function read(line: string, id?: string): readonly string[] {
  const asked = readWords(line, asking(id));
  if (asked.kind === 'not-understood') return asked.unknown.map((words) => `? ${words}`);
  if (asked.kind === 'again') return [`twice: ${asked.again}`];
  return asked.questions.map(({ scope, period, measure }) =>
    [scopeKey(scope), period.name, ...(measure === undefined ? [] : [measure])].join(' · '),
  );
}
