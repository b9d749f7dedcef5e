import { z } from 'zod/v4';
import { keyedById } from '../../storage/store';

/** So many sends in so many milliseconds. */
export interface Rate {
  readonly sends: number;
  readonly ms: number;
}

/**
 * By so much, milliseconds, each window is longer here than at Teams: calls that set out a second apart may arrive that
 * much nearer to each other. A call that sets out later than it was counted takes a part of it (`ON_TIME_MS`).
 */
const MARGIN_MS = 30;
/** A call that sets out later than this after the instant for which it was counted, milliseconds, is counted again. */
export const ON_TIME_MS = 15;
const withMargin = ({ sends, ms }: Rate): Rate => ({ sends, ms: ms + MARGIN_MS });

/** What Teams accepts from one bot in one conversation, and from one app in a tenant (kept on the low side). */
export const CONVERSATION_RATES: readonly Rate[] = [
  { sends: 7, ms: 1_000 },
  { sends: 8, ms: 2_000 },
  { sends: 60, ms: 30_000 },
  { sends: 1_800, ms: 3_600_000 },
].map(withMargin);
export const OVERALL_RATES: readonly Rate[] = [{ sends: 30, ms: 1_000 }].map(withMargin);

/** The longest of all windows, milliseconds: what is older limits nothing. */
export const MAX_MS = Math.max(...[...CONVERSATION_RATES, ...OVERALL_RATES].map(({ ms }) => ms));
/** So many of the latest are known each by its instant: as many as the windows below a minute take. */
const KEPT = 60;
const MINUTE_MS = 60_000;

/** What was sent recently to a conversation, or to all of them. Wall-clock milliseconds. */
export interface SendHistory {
  /** The latest, each by its instant, oldest first. */
  readonly latest: readonly number[];
  /** Those before them by the minute, which stands for its last instant: never less than was sent. */
  readonly before: readonly { readonly at: number; readonly sends: number }[];
  /** Teams asked for silence until then. */
  readonly heldUntil: number;
  /** When Teams asked; absent in records from before it was kept. */
  readonly heldAt?: number;
}

/** The recent sends as all instances know them: a record for each conversation, and one for all. */
export const SENDS = keyedById<SendHistory>({
  name: 'sends',
  shape: z.looseObject({
    latest: z.array(z.number()),
    before: z.array(z.looseObject({ at: z.number(), sends: z.number() })),
    heldUntil: z.number(),
  }),
});

export const NO_SENDS: SendHistory = { latest: [], before: [], heldUntil: 0 };

/** The same with one more send; what limits nothing any more is left out. Instances do not count in order. */
export function withSend(of: SendHistory, now: number): SendHistory {
  const latest = [...of.latest, now].sort((one, other) => one - other);
  const before = of.before.filter(({ at }) => at + MAX_MS > now);
  const spare = latest.length > KEPT ? latest.shift() : undefined;
  if (spare === undefined || spare + MAX_MS <= now) return { ...of, latest, before };
  const last = before.at(-1);
  const isSameMinute =
    last !== undefined && Math.floor(last.at / MINUTE_MS) === Math.floor(spare / MINUTE_MS);
  if (!isSameMinute) return { ...of, latest, before: [...before, { at: spare, sends: 1 }] };
  const grown = { at: Math.max(last.at, spare), sends: last.sends + 1 };
  return { ...of, latest, before: [...before.slice(0, -1), grown] };
}

/** From when one more send keeps every rate: each window must have moved past the send that fills it. */
export function freeFrom(of: SendHistory, rates: readonly Rate[]): number {
  return Math.max(of.heldUntil, ...rates.map(({ sends, ms }) => (instantOf(of, sends) ?? -ms) + ms));
}

/** When the n-th latest send was made, or later; undefined if there were fewer. */
function instantOf({ latest, before }: SendHistory, n: number): number | undefined {
  if (n <= latest.length) return latest.at(-n);
  let counted = latest.length;
  for (const { at, sends } of [...before].reverse()) {
    counted += sends;
    if (counted >= n) return at;
  }
  return undefined;
}
