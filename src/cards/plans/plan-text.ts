import { DateTime } from 'luxon';
import { DEFAULT_ZONE } from '../../domain/calendar/site-calendars';
import { countedText, percentText } from '../../domain/metrics/figure-text';
import { measureRow } from '../../domain/metrics/measures';
import { isOverdue } from '../../domain/plans/by-when';
import { plannedIn, stateOf } from '../../domain/plans/plan';
import type { ActionPlan, MonthFigure, PlanEntry, PlanState } from '../../domain/plans/plan';
import type { DomainContext } from '../../domain/kernel/domain-context';
import { clip, oneLine } from '../shared/escape-text';
import { actorName } from '../shared/names';
import { instantText } from '../shared/time-text';
import { dateText } from '../../domain/kernel/text/iso-date';

export const PLAN_STATES: Readonly<Record<PlanState, string>> = {
  asked: 'not written yet',
  planned: 'under way',
  met: 'met',
  withdrawn: 'withdrawn',
};

/** An open plan beside its measure, in plain text that no Markdown is read in. */
export interface PlanLine {
  /** The number, which opens it: "AP0000001". */
  readonly plan: string;
  /** Who does it; empty while it is not written. */
  readonly who: string;
  /** "Fri 4 Dec 2026"; empty while it is not written. */
  readonly byWhen: string;
  /** What is wrong with it, with its sign: "⚠ overdue", "⚠ not written yet"; else empty. */
  readonly alert: string;
  /** All of it on one line: "Action plan AP0000001: Kim Lee, by Fri 4 Dec 2026". */
  readonly line: string;
}

/** The line that stands with a measure until its plan is met (rule ME-8); who does it in so many bytes. */
export function planLine(plan: ActionPlan, context: DomainContext, whoBytes = 120): PlanLine {
  const planned = plannedIn(plan);
  const who = clip(oneLine(planned?.who ?? ''), whoBytes);
  const byWhen = planned === undefined ? '' : dateText(planned.byWhen);
  const alert = alertOf(plan, context);
  const said = planned === undefined ? alert : `${who}, by ${byWhen}${alert === '' ? '' : ` · ${alert}`}`;
  return { plan: plan.id, who, byWhen, alert, line: `Action plan ${plan.id}: ${said}` };
}

function alertOf(plan: ActionPlan, { now }: DomainContext): string {
  if (stateOf(plan) === 'asked') return `⚠ ${PLAN_STATES.asked}`;
  // The date stands before it.
  return isOverdue(plan, now) ? '⚠ overdue' : '';
}

export const measureName = ({ measure }: Pick<ActionPlan, 'measure'>): string => measureRow(measure).name;

/** "October 2026" */
export const monthName = (month: string): string =>
  DateTime.fromISO(month, { zone: 'utc', locale: 'en-US' }).toFormat('LLLL yyyy');

/** "71%" */
export const percentOf = ({ count, met }: Pick<MonthFigure, 'count' | 'met'>): string =>
  percentText((met * 100) / count);

/** "71 of 100 cases" */
export const behindText = ({ count, met, unit }: MonthFigure): string =>
  `${met} of ${countedText(count, unit)}`;

/** By how much a goal was missed: "14 more cases would have met it". */
export function shortText({ count, met, goalPercent, unit }: MonthFigure): string {
  const short = Math.ceil((goalPercent * count) / 100) - met;
  return `${countedText(short, unit).replace(' ', ' more ')} would have met it`;
}

/** One entry of a plan's history. */
export function planEntryText(entry: PlanEntry, context: DomainContext) {
  const who = `${instantText(entry.at, DEFAULT_ZONE, context.now)} · ${actorName(entry.by, context)}`;
  const said = (what: string, text = '') => ({ what, who, text });
  switch (entry.kind) {
    case 'asked':
      return said('Plan requested');
    case 'planned':
      return said(`Planned: ${oneLine(entry.who)}, by ${dateText(entry.byWhen)}`, entry.what);
    case 'missed-again':
      return said(`Missed again: ${figureText(entry.figure)}`);
    case 'overdue':
      return said(`${dateText(entry.byWhen)} passed; the goal isn't met`);
    case 'met':
      return 'figure' in entry ? said(`Met: ${figureText(entry.figure)}`) : said('Closed as met', entry.why);
    case 'withdrawn':
      return said('Withdrawn', entry.why);
  }
}

/** "79% in November 2026, 79 of 100 cases" */
export const figureText = (figure: MonthFigure): string =>
  `${percentOf(figure)} in ${monthName(figure.month)}, ${behindText(figure)}`;
