import { DateTime } from 'luxon';
import type { BusinessCalendar } from '../../../src/domain/calendar/calendars';
import type { Chances } from './story/chances';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const OPENS_MS = 7 * HOUR_MS;
const CLOSES_MS = 17 * HOUR_MS;
/** So long after opening what came over night is worked off. */
const MORNING_MS = 3 * HOUR_MS;

/** When the people of a group are at work: on the days of its calendar, from seven to five. */
export class WorkingHours {
  readonly #offsets = new Map<number, number>();

  constructor(readonly calendar: BusinessCalendar) {}

  /** The instant itself where somebody is at work, else one in the next morning of work. */
  within(at: number, chances: Chances): number {
    const local = this.localMs(at);
    const open = this.calendar.isOpen(at);
    if (open && local >= OPENS_MS && local < CLOSES_MS) return at;
    let morning = at - local + OPENS_MS + (open && local < OPENS_MS ? 0 : DAY_MS);
    while (!this.calendar.isOpen(morning)) morning += DAY_MS;
    return Math.floor(morning + chances.between(0, MORNING_MS));
  }

  /** Milliseconds since local midnight, by the clock on the wall. */
  localMs(at: number): number {
    return (at + this.#offsetMs(at)) % DAY_MS;
  }

  /** The offset of the zone is asked for once an hour. */
  #offsetMs(at: number): number {
    const hour = Math.floor(at / HOUR_MS);
    const known = this.#offsets.get(hour);
    if (known !== undefined) return known;
    const offset = DateTime.fromMillis(hour * HOUR_MS, { zone: this.calendar.zone }).offset * 60_000;
    this.#offsets.set(hour, offset);
    return offset;
  }
}
