import { CLOCK_MARGIN_MS, isAhead } from '../../ports/time-source';
import type { SendHistory } from '../rate/send-history';

/** The longest silence that Teams' answers are taken for, milliseconds. */
const MAX_SILENCE_MS = 3_600_000;

/**
 * The sends without times that lie ahead of the clock: what a clock that ran ahead counted is moved back, so that its
 * last send is now and the others keep their distance from it. Answers the same value where nothing lies ahead.
 */
export function sendsSetBack(of: SendHistory, now: number): SendHistory {
  const held = silenceSetBack(of, now);
  const last = Math.max(of.latest.at(-1) ?? 0, of.before.at(-1)?.at ?? 0);
  if (!isAhead(last, now)) return held;
  const byMs = last - now;
  const back = (at: number): number => (isAhead(at, now) ? at - byMs : at);
  return {
    ...held,
    latest: held.latest.map(back).sort((one, other) => one - other),
    before: held.before
      .map(({ at, sends }) => ({ at: back(at), sends }))
      .sort((one, other) => one.at - other.at),
  };
}

/** A silence that Teams asked for lasts as long as it asked; of one whose beginning is not known, no longer than any may. */
function silenceSetBack(of: SendHistory, now: number): SendHistory {
  const { heldAt, heldUntil } = of;
  if (heldAt === undefined)
    return heldUntil - now > MAX_SILENCE_MS + CLOCK_MARGIN_MS ? { ...of, heldUntil: now } : of;
  return isAhead(heldAt, now) ? { ...of, heldAt: now, heldUntil: now + (heldUntil - heldAt) } : of;
}
