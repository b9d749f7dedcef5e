import { createHash } from 'node:crypto';
import { z } from 'zod/v4';
import type { BusinessCalendar } from '../domain/calendar/calendars';
import type { Recounted } from '../domain/metrics/recounted';
import type { DomainContext } from '../domain/kernel/domain-context';
import { keyedById } from '../storage/store';

/**
 * Raised whenever the facts of a case are derived otherwise than before from the same timeline: then all cases are
 * counted again. 2: a fact is the MSC's whose group it is; Level 3's answer is an update; only a follow-up follows a PAR up.
 */
const COUNTING_RULES = 2;

/** What the metrics were counted by, as short digests: where one differs, the metrics may. */
export interface Basis {
  readonly rules: number;
  /** The timeframes and bands of all policies. */
  readonly policies: string;
  /** The calendar of groups that the directory does not have. */
  readonly standard: string;
  /** Calendar and MSC by group. */
  readonly groups: Readonly<Record<string, string>>;
}

/** Kept once: what the metrics are counted by, and how far a recount has come that something changed. */
export interface BasisRecord {
  readonly basis?: Basis;
  /** In progress: to which basis, and the last case that was counted again. */
  readonly recount?: {
    readonly to: Basis;
    /** Every case is looked at: the basis changed again before the one before was reached. */
    readonly whole?: true;
    readonly after?: { readonly changedAt: number; readonly number: string };
    readonly changed?: Pick<Recounted, 'from' | 'to' | 'cases'>;
  };
  /** The last recount that changed a number. */
  readonly recounted?: Recounted;
}

const BASIS_SHAPE = z.looseObject({
  rules: z.number(),
  policies: z.string(),
  standard: z.string(),
  groups: z.record(z.string(), z.string()),
});

/** One record, under one id; lost, the metrics are counted again. */
export const BASIS = keyedById<BasisRecord>({
  name: 'figurebasis',
  derived: true,
  shape: z.looseObject({
    basis: BASIS_SHAPE.optional(),
    recount: z.looseObject({ to: BASIS_SHAPE }).optional(),
    recounted: z.looseObject({ from: z.string(), to: z.string(), cases: z.number() }).optional(),
  }),
});
export const BASIS_ID = 'figures';

const digest = (value: string): string => createHash('sha256').update(value).digest('base64url').slice(0, 16);
const known = new WeakMap<BusinessCalendar, string>();

function calendarDigest(calendar: BusinessCalendar): string {
  const made = known.get(calendar) ?? digest(calendar.key);
  known.set(calendar, made);
  return made;
}

/** What metrics that are counted in this context are counted by. */
export const basisOf = ({ calendars, directory, policies }: DomainContext): Basis => ({
  rules: COUNTING_RULES,
  policies: digest(JSON.stringify(policies.all.map(({ from, clocks, bands }) => [from, clocks, bands]))),
  standard: calendarDigest(calendars.ofGroup('')),
  groups: Object.fromEntries(
    directory.groups.map(({ key, msc }) => [key, `${msc} ${calendarDigest(calendars.ofGroup(key))}`]),
  ),
});

/** Whose cases a change of the basis may concern: all, or those of some groups; undefined if nothing changed. */
export function changedBetween(
  before: Basis | undefined,
  now: Basis,
): 'all' | ReadonlySet<string> | undefined {
  if (before?.rules !== now.rules || before.policies !== now.policies || before.standard !== now.standard)
    return 'all';
  const keys = [...new Set([...Object.keys(before.groups), ...Object.keys(now.groups)])];
  const changed = keys.filter((key) => before.groups[key] !== now.groups[key]);
  return changed.length === 0 ? undefined : new Set(changed);
}
