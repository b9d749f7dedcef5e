import { Chances } from './story/chances';
import { badMonthOf } from './story/bad-month';
import type { WorkingHours } from './working-hours';

const HOUR_MS = 3_600_000;

/** Monday's calls are the most; Saturday and Sunday have their own weight. */
const WEEKDAYS = [0, 1.2, 1.1, 1.05, 1, 0.85, 0];
const CLOSED_DAY = 0.12;
/** The fiscal year ends with September, and is hurried towards it; December is quiet. */
const MONTHS = [1, 1, 1.05, 1, 1, 1.02, 0.98, 1.12, 1.22, 0.95, 0.95, 0.8];
/** The share of a working day's calls that each hour has. */
const HOURS = [1, 1, 1, 1, 1, 2, 6, 20, 50, 80, 90, 85, 60, 65, 80, 70, 50, 25, 10, 6, 4, 3, 2, 1];
const BAD_MONTH = 1.2;
/** By so much more in the end than in the beginning. */
const GROWTH = 0.12;

/**
 * When the cases of an agency are opened between two instants: exactly so many, in order; fewer at weekends and on
 * holidays, more in the morning, and more in the bad month. The same seed gives the same.
 */
export function arrivals(
  span: { readonly from: number; readonly until: number; readonly count: number },
  hours: WorkingHours,
  seed: number,
): readonly number[] {
  const { from, until, count } = span;
  const chances = new Chances(seed);
  const slots = weightsOf(from, until, hours, chances);
  const total = slots.reduce((sum, weight) => sum + weight, 0);
  const openings: number[] = [];
  let [slot, before] = [0, 0];
  for (let nth = 0; nth < count; nth += 1) {
    const sum = (total * (nth + chances.next())) / count;
    while (slot < slots.length - 1 && before + (slots[slot] ?? 0) <= sum) {
      before += slots[slot] ?? 0;
      slot += 1;
    }
    const share = Math.min((sum - before) / (slots[slot] ?? 1), 0.999_999);
    const length = Math.min(HOUR_MS, until - from - slot * HOUR_MS);
    openings.push(Math.floor(from + slot * HOUR_MS + share * length));
  }
  return openings;
}

/** How much comes in each hour. */
function weightsOf(from: number, until: number, hours: WorkingHours, chances: Chances): readonly number[] {
  const { calendar } = hours;
  const badMonth = badMonthOf(until, calendar);
  const byDay = new Map<string, number>();
  const ofDay = (date: string, at: number): number => {
    const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
    const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay();
    const base = calendar.isOpen(at) ? (WEEKDAYS[weekday] ?? 1) : CLOSED_DAY;
    const season = (MONTHS[month - 1] ?? 1) * (date.startsWith(badMonth) ? BAD_MONTH : 1);
    const growth = 1 + (GROWTH * (at - from)) / (until - from);
    return base * season * growth * chances.between(0.9, 1.1);
  };
  const weights: number[] = [];
  for (let at = from; at < until; at += HOUR_MS) {
    const date = calendar.dateOf(at);
    const day = byDay.get(date) ?? ofDay(date, at);
    byDay.set(date, day);
    const hour = HOURS[Math.floor(hours.localMs(at) / HOUR_MS)] ?? 1;
    weights.push(day * hour * Math.min(1, (until - at) / HOUR_MS));
  }
  return weights;
}
