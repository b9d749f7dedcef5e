import { DEFAULT_ZONE } from '../domain/calendar/site-calendars';
import { dayAfter, daysOf, monthOf, type Days } from '../domain/metrics/days';
import type { Difference } from '../domain/metrics/difference';
import type { Period } from '../domain/metrics/summary';
import type { Verified } from '../ports/metrics';
import { unlessUnreadable } from '../ports/unreadable-record';
import { catchUp } from './catch-up';
import type { MetricsParts } from './parts';
import { caseDifferences } from './verify-case';
import { dayDifferences, monthDifferences } from './verify-rollups';

const PAGE = 200;
/** Differences of one page: enough to see what is wrong. */
const MAX = 50;
/** Days of groups begin up to so long before, and end up to so long after, those of the zone that was asked. */
const SLACK_MS = 86_400_000;

/** Where a verification goes on: at a case in the order of change, or at a day. */
type Place =
  | { readonly at: 'cases'; readonly after?: { readonly changedAt: number; readonly number: string } }
  | { readonly at: 'days'; readonly day: string };

/**
 * Recomputes a period from the cases while `goOn` says so: first the facts of every case that changed since it began, then
 * the rollups of its days and of the months that they are in. Differences are checked twice, because people may be working.
 */
export async function verify(
  parts: MetricsParts,
  period: Period,
  goOn: () => boolean,
  next?: string,
): Promise<Verified> {
  const days = daysOf(period, DEFAULT_ZONE);
  const found: Difference[] = [];
  let [cases, rollups] = [0, 0];
  let place: Place | undefined = next === undefined ? { at: 'cases' } : placeOf(next, days);
  await catchUp(parts, goOn);
  do {
    place = place.at === 'cases' ? await someCases(place.after) : await oneDay(place.day);
  } while (place !== undefined && found.length < MAX && goOn());
  const differences = found.slice(0, MAX);
  return { differences, cases, rollups, ...(place === undefined ? {} : { next: textOf(place) }) };

  async function someCases(after: Extract<Place, { at: 'cases' }>['after']): Promise<Place> {
    const page = await parts.cases.changed(period.from - SLACK_MS, PAGE, after);
    for (const { state: subject } of page) {
      cases += 1;
      found.push(...(await twice(() => caseNow(subject.number))));
    }
    const last = page.at(-1)?.state;
    if (last === undefined || page.length < PAGE) return { at: 'days', day: days.from };
    return { at: 'cases', after: { changedAt: last.changedAt, number: last.number } };
  }

  async function caseNow(number: string): Promise<readonly Difference[]> {
    const now = await unlessUnreadable(parts.cases.find(number));
    return now === undefined ? [] : caseDifferences(now.state, days, parts);
  }

  async function oneDay(day: string): Promise<Place | undefined> {
    const after = dayAfter(day);
    const looks = [() => dayDifferences(day, parts)];
    // A month is looked at with the last of its days that were asked for.
    if (day >= days.to || monthOf(after) !== monthOf(day))
      looks.push(() => monthDifferences(monthOf(day), parts));
    for (const look of looks) {
      let of = 0;
      found.push(
        ...(await twice(async () => {
          const looked = await look();
          of = looked.rollups;
          return looked.differences;
        })),
      );
      rollups += of;
    }
    return day >= days.to ? undefined : { at: 'days', day: after };
  }

  async function twice(look: () => Promise<readonly Difference[]>): Promise<readonly Difference[]> {
    const first = await look();
    if (first.length === 0) return first;
    await catchUp(parts, goOn);
    return look();
  }
}

const textOf = (place: Place): string =>
  place.at === 'days' ? place.day : `${place.after?.changedAt ?? 0}:${place.after?.number ?? ''}`;

/** Data of a button is not trusted: an invalid position starts from the beginning. */
function placeOf(next: string, { from, to }: Days): Place {
  if (/^\d{4}-\d\d-\d\d$/.test(next) && next >= from && next <= to) return { at: 'days', day: next };
  const [, changedAt, number] = /^(\d{1,15}):(\w{1,40})$/.exec(next) ?? [];
  if (changedAt === undefined || number === undefined) return { at: 'cases' };
  return { at: 'cases', after: { changedAt: Number(changedAt), number } };
}
