import type { Case } from '../cases/case';
import { BUSINESS_DAY_MS, type BusinessCalendar } from '../calendar/calendars';
import { clocksOf } from '../cases/clocks/clocks-of';
import type { DomainContext } from '../kernel/domain-context';

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

/**
 * Ages in business days, each bound belonging to the younger band. The first two are those of the resolution goals. Which
 * period is an extended one (rule ME-5) the text leaves open: more than 30 business days, the longest time that any
 * timeframe of the policy lets pass between two words (CK-6, CK-8), so that an aged case has outlived them all.
 */
export const AGE_BANDS = [
  { key: 'to-8', name: 'Up to 8', over: -1, upTo: 8 },
  { key: 'to-16', name: 'Over 8, up to 16', over: 8, upTo: 16 },
  { key: 'to-30', name: 'Over 16, up to 30', over: 16, upTo: 30 },
  { key: 'aged', name: 'Over 30', over: 30, upTo: Infinity },
] as const;
export type AgeKey = (typeof AGE_BANDS)[number]['key'];

/** Open cases of an age in business days. */
export interface AgeBand {
  readonly key: AgeKey;
  readonly name: string;
  readonly count: number;
}

/** The worst of a case's running clocks, by what its timeline says. */
export function slaStateOf(subject: Case, context: DomainContext): SlaState {
  const running = clocksOf(subject, context).filter(({ state }) => state === 'running');
  if (running.some(({ missed, dueAt }) => missed || dueAt < subject.changedAt)) return 'missed';
  return running.some(({ warned }) => warned) ? 'warned' : 'in-time';
}

/** How old an open case is in business milliseconds, by the calendar of the group in which it was created (rule BT-4). */
export const ageOf = ({ holderHistory, group, openedAt }: Case, { calendars, now }: DomainContext): number =>
  calendars.ofGroup(holderHistory[0]?.group ?? group).elapsed(openedAt, now);

/** Whether an age falls into a band, each bound belonging to the younger one. */
export const isInBand = (ageMs: number, { over, upTo }: (typeof AGE_BANDS)[number]): boolean =>
  ageMs > over * BUSINESS_DAY_MS && ageMs <= upTo * BUSINESS_DAY_MS;

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
  return AGE_BANDS.map(({ key, name }, place) => ({
    key,
    name,
    count: Math.max(0, (noOlder[place] ?? count) - (place === 0 ? 0 : (noOlder[place - 1] ?? 0))),
  }));
}
