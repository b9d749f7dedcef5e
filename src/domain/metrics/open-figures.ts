import type { Case } from '../cases/case';
import { BUSINESS_DAY_MS } from '../clocks/calendars';
import type { BusinessCalendar } from '../clocks/calendars';
import { clocksOf } from '../clocks/clocks-of';
import type { World } from '../world';
import type { AgeBand } from './summary';

/** How the running clocks of an open case stand, as its timeline says: the worst of them. */
export const SLA_STATES = ['missed', 'warned', 'in-time'] as const;
export type SlaState = (typeof SLA_STATES)[number];

/** The open cases of a scope (rule ME-5): how many, by age, by the state of their clocks, and why they came. */
export interface OpenFigures {
  readonly count: number;
  readonly byAge: readonly AgeBand[];
  readonly bySla: Readonly<Record<SlaState, number>>;
  /** The reasons with the most open cases, most first; `key` is the policy's. */
  readonly topReasons: readonly { readonly key: string; readonly name: string; readonly count: number }[];
}

/** Ages in business days, each bound belonging to the younger band; the first are those of the resolution goals. */
export const AGE_BANDS = [
  { name: 'Up to 8 business days', upTo: 8 },
  { name: 'Over 8, up to 16', upTo: 16 },
  { name: 'Over 16, up to 30', upTo: 30 },
  { name: 'Over 30', upTo: Infinity },
] as const;

/** The worst of a case's running clocks, by what its timeline says. */
export function slaStateOf(subject: Case, world: World): SlaState {
  const running = clocksOf(subject, world).filter(({ state }) => state === 'running');
  if (running.some(({ missed, dueAt }) => missed || dueAt < subject.changedAt)) return 'missed';
  return running.some(({ warned }) => warned) ? 'warned' : 'in-time';
}

/** How far back a calendar is looked through: more than 30 business days with any closures. */
const LOOK_BACK_MS = 400 * BUSINESS_DAY_MS;

/** The earliest opening of a case that is no older than so many business days now: exact, as ages are whole milliseconds. */
export function openedWithin(days: number, now: number, calendar: BusinessCalendar): number {
  const most = days * BUSINESS_DAY_MS;
  let tooOld = now - LOOK_BACK_MS;
  let young = now;
  while (young - tooOld > 1) {
    const middle = Math.floor((young + tooOld) / 2);
    if (calendar.elapsed(middle, now) <= most) young = middle;
    else tooOld = middle;
  }
  return young;
}

/** The age bands from how many cases are no older than each bound; `count` is how many there are. */
export function ageBands(noOlder: readonly number[], count: number): readonly AgeBand[] {
  return AGE_BANDS.map(({ name }, place) => ({
    name,
    count: Math.max(0, (noOlder[place] ?? count) - (place === 0 ? 0 : (noOlder[place - 1] ?? 0))),
  }));
}
