import { DEFAULT_ZONE } from '../calendar/site-calendars';
import { POSTED_AFTER_MS } from '../reports/report-order';
import { openFrom } from '../calendar/local-hours';

/** Until midnight from the hour of the monthly report on, so that what a midnight brought wakes nobody. */
const TELLING_HOURS = { zone: DEFAULT_ZONE, from: POSTED_AFTER_MS / 3_600_000, to: 0, weekdays: false };

/**
 * Whether owners are told of action plans now (rule ME-8): from 07:00 of the day on which a plan was asked for, met
 * or overdue. `now` by the business clock; a person's own hours come on top of it.
 */
export const isPlanHour = (now: number): boolean => openFrom(TELLING_HOURS, now) === now;
