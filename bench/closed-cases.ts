import { projectCase } from '../src/domain/cases/project-case';
import type { Case } from '../src/domain/cases/case';
import type { Entry, CaseEvent } from '../src/domain/cases/timeline';
import type { Msc } from '../src/domain/directory/directory';

const DAY = 86_400_000;
const HOUR = 3_600_000;
const MSCS: readonly Msc[] = [
  'aviation',
  'land-and-maritime',
  'troop-support',
  'distribution',
  'disposition',
];
const REASONS = ['backorder', 'order-status', 'expedite', 'delivery-date', 'billing', 'other'] as const;
/** Groups of each MSC and level, and people of each group. */
const GROUPS = 4;
const PEOPLE = 12;

/** Numbers from 0 to 1, the same in each run. */
export function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The days over which cases are opened: two years and a month. */
export const FIRST = Date.UTC(2024, 10, 1, 12);
const SPAN = 760 * DAY;

const pick = <T>(all: readonly T[], chance: number): T => all[Math.floor(chance * all.length)] as T;

/**
 * A case: slim, but real. Opened at Level 1 or 2, answered, at times escalated, and closed some days later; `open` leaves
 * the last of it out. `share` is how much of the two years has passed when it is opened.
 */
export function nthCase(nth: number, share: number, chance: () => number, open = false): Case {
  const number = `CS${String(nth + 1).padStart(7, '0')}`;
  const msc = pick(MSCS, chance());
  const level = chance() < 0.3 ? 1 : 2;
  const group = `L${level}-${msc}-${Math.floor(chance() * GROUPS)}`;
  const person = `${group}-${Math.floor(chance() * PEOPLE)}`;
  let at = FIRST + Math.floor(SPAN * share) + Math.floor(chance() * 8 * HOUR);
  const timeline: Entry[] = [];
  const add = (days: number, event: CaseEvent, by = person): void => {
    at += Math.floor(days * DAY);
    timeline.push({ ...event, at, by, cause: `${number}-${timeline.length}` });
  };
  const details = {
    account: { kind: 'DoDAAC', code: 'W25G1V' },
    contact: { name: 'Pat Customer', email: 'pat@unit.example' },
    customerChannel: 'telephone',
    externalContact: true,
    msc,
    ipd: 1 + Math.floor(chance() * 15),
    reason: pick(REASONS, chance()),
    description: 'Where is the order?',
    problemNotes: 'Backordered.',
  } as const;
  add(0, {
    kind: 'opened',
    origin: level === 1 ? 'level-1' : 'level-2',
    level,
    group,
    assignee: person,
    details,
  });
  if (level === 2) add(chance() * 3, { kind: 'interim-sent', text: 'Being worked.' });
  if (level === 2 && chance() < 0.2) {
    const to = `L3-${msc}-${Math.floor(chance() * GROUPS)}`;
    const asked = { direction: 'pre-award', action: 'PR Expedite', findings: [], justification: [] } as const;
    add(chance() * 4, { kind: 'escalated', ...asked, group: to, level: 3 });
    add(chance() * 2, { kind: 'assigned', to: `${to}-0`, how: 'assigned' }, `${to}-1`);
    const answer = { kind: 'award', deliveryDate: '2026-12-24', text: 'On contract.' } as const;
    add(chance() * 9, { kind: 'responded', response: answer, group, to: person }, `${to}-0`);
  }
  if (!open) add(chance() * 11, { kind: 'closed', text: 'Delivered.' });
  return projectCase(number, timeline);
}
