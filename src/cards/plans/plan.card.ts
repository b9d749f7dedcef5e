import { measureRow } from '../../domain/metrics/measures';
import { scopeKey } from '../../domain/metrics/question-key';
import { isOverdue } from '../../domain/plans/by-when';
import { reachesGoal } from '../../domain/plans/follow-plan';
import { closingOf, isOpen, latestFigure, plannedIn, stateOf } from '../../domain/plans/plan';
import type { ActionPlan, PlanState, PlanTopic } from '../../domain/plans/plan';
import { sizeWarning } from '../../domain/kernel/record-size';
import type { DomainContext } from '../../domain/kernel/domain-context';
import { buttonView, buttonViews, SHOW_CASE } from '../shared/button-view';
import type { Button, Tone } from '../shared/card-value';
import { clip, label, lines, markdown, oneLine } from '../shared/escape-text';
import {
  behindText,
  measureName,
  monthName,
  percentOf,
  PLAN_STATES,
  planEntryText,
  shortText,
} from './plan-text';
import type { Presented, ValueOf } from '../shared/presented';
import { textColor, TONE_STYLES } from '../shared/tone-style';
import { dateText } from '../../domain/kernel/text/iso-date';

/** Entries a page of the history, latest first. */
const PAGE = 4;
/** What one long text may take of the card, in bytes, where there is all the room. */
const TEXT = 4_500;
/** Cases behind the figure that can be opened from the card. */
const WORST = 3;

/** An action plan: the goal that was missed, what is planned and, where it was opened, its history (rule ME-8). */
export function present(value: ValueOf<'plan'>, context: DomainContext, room = 1): Presented {
  const { plan, told, page } = value;
  const { missed, scope, id } = plan;
  const { mark: fact, style } = TONE_STYLES[toneOf(plan, context)];
  const title = titleOf(plan, told, context);
  const about = `${label(scope.name)} · ${monthName(missed.month)}${told === undefined ? '' : ` · ${id}`}`;
  const worst = isOpen(plan) ? missed.worst.slice(0, WORST).map((number) => openCase(number)) : [];
  const latest = latestFigure(plan);
  const isMet = reachesGoal(latest);
  const history = page === undefined ? undefined : pageOf(plan, page);
  return {
    summary: `${fact}${title}: ${measureName(plan)}, ${oneLine(about)}, ${percentOf(missed)}`,
    view: {
      style,
      title: `${fact}${markdown(title)}`,
      about: [about, sizeWarning(plan.entries) ?? []].flat().join(' · '),
      figure: percentOf(latest),
      color: textColor(!isMet),
      name: measureName(plan),
      verdict: `${isMet ? '✓ goal met' : '⚠ goal missed'}${latest.soFar === true ? ' so far' : ''} in ${monthName(latest.month)}`,
      behind: isMet ? behindText(latest) : `${behindText(latest)} · ${shortText(latest)}`,
      goal: `Goal: ${label(latest.goal)} · ${measureRow(plan.measure).rule}${latest === missed ? '' : ` · ${percentOf(missed)} in ${monthName(missed.month)}`}`,
      rows: rowsOf(plan, context, TEXT * room),
      hasWorst: worst.length > 0,
      furthest: `Furthest from the goal${latest === missed ? '' : ` in ${monthName(missed.month)}`}`,
      worst: worst.map((one) => buttonView(one)),
      hasHistory: history !== undefined,
      history: history === undefined ? '' : `History${history.place}`,
      entries: (history?.entries ?? []).map((entry) => {
        const { what, who, text } = planEntryText(entry, context);
        return { what: clip(what, 400), who, text: lines(text, TEXT * room) };
      }),
      actions: buttonViews(buttonsOf(value, history)),
    },
  };
}

const TITLES: Readonly<Record<PlanTopic, string>> = {
  asked: 'You need to write an action plan',
  overdue: 'Your action plan is overdue',
  met: 'The goal is met: your action plan is closed',
};

/** What the notification says, if still true; else what the plan is now. */
export function titleOf(plan: ActionPlan, told: PlanTopic | undefined, { now }: DomainContext): string {
  const state = stateOf(plan);
  const holds: Readonly<Record<PlanTopic, boolean>> = {
    asked: state === 'asked',
    overdue: isOverdue(plan, now),
    met: state === 'met',
  };
  if (told !== undefined && holds[told]) return TITLES[told];
  return `Action plan ${plan.id}: ${isOverdue(plan, now) ? 'overdue' : PLAN_STATES[state]}`;
}

const STATE_TONES: Readonly<Record<PlanState, Tone>> = {
  asked: 'warning',
  planned: 'plain',
  met: 'good',
  withdrawn: 'plain',
};
export const toneOf = (plan: ActionPlan, { now }: DomainContext): Tone =>
  isOverdue(plan, now) ? 'attention' : STATE_TONES[stateOf(plan)];

/** What is planned, by whom and by when; of a closed plan also how it ended. */
function rowsOf(plan: ActionPlan, context: DomainContext, bytes: number) {
  const planned = plannedIn(plan);
  const closing = closingOf(plan);
  const row = (name: string, text: readonly string[], isAlert = false) => ({
    name,
    text: text.map((line) => ({ line, color: textColor(isAlert) })),
  });
  const rows = [];
  if (planned !== undefined) {
    rows.push(row('What', lines(planned.what, bytes)), row('Who', [oneLine(planned.who)]));
    const date = dateText(planned.byWhen);
    const late = isOverdue(plan, context.now);
    rows.push(row('By when', [late ? `${date} · ⚠ overdue` : date], late));
  }
  if (closing !== undefined) {
    const { what, who, text } = planEntryText(closing, context);
    rows.push(row(what, [...lines(text, bytes), who]));
  }
  return rows.length > 0 ? rows : [row('Not written yet', ['What will be done, who does it, and by when?'])];
}

const openCase = (number: string): Button => ({ title: number, verb: SHOW_CASE, data: { case: number } });

function pageOf(plan: ActionPlan, asked: number) {
  const latestFirst = [...plan.entries].reverse();
  const pages = Math.max(1, Math.ceil(latestFirst.length / PAGE));
  const page = Math.min(Math.max(1, asked), pages);
  return {
    page,
    pages,
    place: pages === 1 ? '' : ` · page ${page} of ${pages}, latest first`,
    entries: latestFirst.slice((page - 1) * PAGE, page * PAGE),
  };
}

function buttonsOf(
  { plan, may }: ValueOf<'plan'>,
  history: { readonly page: number; readonly pages: number } | undefined,
): readonly Button[] {
  const { id, measure, scope } = plan;
  const shown = (title: string, page: number): Button => ({
    title,
    verb: 'plan.list',
    data: { plan: id, page: String(page) },
  });
  const write = plannedIn(plan) === undefined ? 'Write action plan' : 'Revise action plan';
  const keys = { scope: scopeKey(scope), measure };
  return [
    ...(may && isOpen(plan)
      ? [
          { title: write, verb: 'plan.new', data: keys },
          { title: 'Close', verb: 'plan.close', data: { plan: id } },
        ]
      : []),
    // Those of the month that the card shows: the latest that the plan was measured by.
    { title: 'Metrics', verb: 'metrics.measure', data: { ...keys, period: latestFigure(plan).month } },
    ...(history === undefined ? [shown('History', 1)] : []),
    ...(history !== undefined && history.page < history.pages ? [shown('Earlier', history.page + 1)] : []),
    ...(history !== undefined && history.page > 1 ? [shown('Later', history.page - 1)] : []),
    { title: 'Action plans', verb: 'plan.list', data: {} },
  ];
}
