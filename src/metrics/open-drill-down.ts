import type { Case } from '../domain/cases/case';
import { ageOf, AGE_BANDS, isInBand, openedWithin } from '../domain/metrics/open-figures';
import type { DomainContext } from '../domain/kernel/domain-context';
import type { CaseCounting, OpenAsked, OpenDrillDown, OpenFilter } from '../ports/metrics';
import { openFiguresOf, openOf } from './open-counts';

/** Cases that are looked at in one go where their age is told one by one. */
const PAGE = 50;

/** A page of the open cases behind a number, oldest first, as the number counts them (rule ME-5). */
export async function openDrillDown(
  cases: CaseCounting,
  { scope, age, ...by }: OpenAsked,
  context: DomainContext,
  limit: number,
  after?: Case,
): Promise<OpenDrillDown> {
  const of = { ...openOf(scope, context), ...by };
  const band = AGE_BANDS.find(({ key }) => key === age);
  if (band === undefined) {
    const [count, found] = await Promise.all([cases.countOpen(of), cases.listOpen(of, limit, after)]);
    return { count, cases: found };
  }
  const { byAge } = await openFiguresOf(cases, scope, context);
  const count = byAge.find(({ key }) => key === age)?.count ?? 0;
  const within = { ...of, ...openedIn(band, context) };
  const found: Case[] = [];
  for (let last = after; ;) {
    const page = await cases.listOpen(within, PAGE, last);
    found.push(...page.filter((one) => isInBand(ageOf(one, context), band)));
    last = page.at(-1);
    if (page.length < PAGE || found.length >= limit) return { count, cases: found.slice(0, limit) };
  }
}

/**
 * When cases of a band were opened, by the calendars of all groups together. Calendars differ by a few hours and days, so
 * that few cases more are in it than in the band.
 */
function openedIn(
  { over, upTo }: (typeof AGE_BANDS)[number],
  { calendars, directory, now }: DomainContext,
): Pick<OpenFilter, 'openedFrom' | 'openedBefore'> {
  const all = ['', ...directory.groups.map(({ key }) => key)].map((key) => calendars.ofGroup(key));
  const opened = (days: number): readonly number[] => all.map((one) => openedWithin(days, now, one));
  return {
    ...(upTo === Infinity ? {} : { openedFrom: Math.min(...opened(upTo)) }),
    ...(over < 0 ? {} : { openedBefore: Math.max(...opened(over)) }),
  };
}
