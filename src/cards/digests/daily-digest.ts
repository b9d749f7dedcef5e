import type { Notice } from '../../domain/cases/notices/notice';
import type { PlanNotice } from '../../domain/plans/plan-notice';
import type { RequestNotice } from '../../domain/memberships/request-notice';
import { worstFirst } from '../../domain/cases/notices/worst-first';
import type { Case } from '../../domain/cases/case';
import type { MembershipRequest } from '../../domain/memberships/membership';
import type { PersonId } from '../../domain/directory/directory';
import { isOverdue } from '../../domain/plans/by-when';
import { latestFigure, stateOf } from '../../domain/plans/plan';
import type { ActionPlan } from '../../domain/plans/plan';
import type { World } from '../../domain/kernel/world';
import { openButton } from '../shared/button-view';
import type { CardValue, ListRow } from '../shared/card-value';
import { clockRow } from '../cases/digest.card';
import { clockName } from '../cases/clock-names';
import { actorName, caseTitle } from '../shared/names';
import { measureName, monthName, percentOf, planLine } from '../plans/plan-text';
import { titleOf, toneOf } from '../plans/plan.card';
import { answerMessage, requestMessage } from '../memberships/request-message';
import { instantText } from '../shared/time-text';
import { wordsFor } from '../cases/told.card';

/** A message that waited for a person's digest, with what it is about as that is now. */
export type DigestMessage =
  | { readonly notice: Notice; readonly case: Case }
  | { readonly notice: RequestNotice; readonly request: MembershipRequest }
  | { readonly notice: PlanNotice; readonly plan: ActionPlan };

type ListCard = Extract<CardValue, { card: 'list' }>;
const SHOWN = 12;
type OfCase = Extract<DigestMessage, { case: Case }>;
type OfRequest = Extract<DigestMessage, { request: MembershipRequest }>;
type OfPlan = Extract<DigestMessage, { plan: ActionPlan }>;

/** What is typed to see the rest of what a row is one of. */
type Typed = 'requests' | 'action plans' | 'my cases';
type TypedRow = readonly [Typed, ListRow];

/** All that waited for a person's hour on one card: what waits for them, what is missed, then the rest in order. */
export function dailyDigest(messages: readonly DigestMessage[], reader: PersonId, world: World): ListCard {
  const cases = messages.filter((one) => 'case' in one);
  const requests = messages.filter((one) => 'request' in one);
  const plans = plansOf(messages);
  const told = (those: readonly OfCase[]) => those.map((one) => toldRow(one, reader, world));
  const planned = (those: readonly OfPlan[]) => those.map((one) => planRow(one, world));
  const of = (typed: Typed, those: readonly ListRow[]) => those.map((row): TypedRow => [typed, row]);
  const rows = [
    ...of(
      'requests',
      requests.map((one) => requestRow(one, world)),
    ),
    ...of('my cases', told(cases.filter(isNeeded))),
    ...of('action plans', planned(plans.filter(({ plan }) => isWaiting(plan, world)))),
    ...of('my cases', clockRows(cases, world)),
    ...of('my cases', told(cases.filter((one) => !isNeeded(one) && clockOf(one) === undefined))),
    ...of('action plans', planned(plans.filter(({ plan }) => !isWaiting(plan, world)))),
  ];
  const rest = [...new Set(rows.slice(SHOWN).map(([typed]) => typed))];
  return {
    card: 'list',
    title: `Your digest: ${rows.length} ${rows.length === 1 ? 'message' : 'messages'}`,
    intro: 'What waits for you first, then what is missed. It comes as you set it: type notifications.',
    rows: rows.slice(0, SHOWN).map(([, row]) => row),
    empty: 'Nothing is left of what waited here.',
    ...(rest.length > 0 ? { more: `And ${rows.length - SHOWN} more: type ${rest.join(' or ')}` } : {}),
    buttons: [
      { title: 'My cases', verb: 'cases.mine', data: {} },
      ...(plans.length > 0 ? [{ title: 'Action plans', verb: 'plan.list', data: {} }] : []),
      { title: 'Notifications', verb: 'notifications.set', data: {} },
    ],
  };
}

const isNeeded = ({ notice: { subject } }: OfCase): boolean =>
  subject.kind === 'approval' || subject.kind === 'undelivered' || subject.kind === 'assignee-left';
const clockOf = ({ notice: { subject } }: OfCase) => ('clock' in subject ? subject.clock : undefined);

function requestRow({ notice, request }: OfRequest, world: World): ListRow {
  const message = (notice.subject === 'asked' ? requestMessage : answerMessage)(request, world);
  const { title, text, tone } =
    message.card === 'message' ? message : { title: '', text: '', tone: 'plain' as const };
  const isOpen = notice.subject === 'asked' && request.answer === undefined;
  return {
    title,
    subtitle: text,
    facts: [],
    tone,
    ...(isOpen ? { button: { title: 'Requests', verb: 'groups.requests', data: {} } } : {}),
  };
}

/** Each plan once: its date may pass, and its goal be met, before the digest comes. */
function plansOf(messages: readonly DigestMessage[]): readonly OfPlan[] {
  const latest = new Map<string, OfPlan>();
  for (const one of messages) if ('plan' in one) latest.set(one.plan.id, one);
  return [...latest.values()];
}

/** Whether a plan waits for its owner: to be written, or to be done. */
const isWaiting = (plan: ActionPlan, { now }: World): boolean =>
  stateOf(plan) === 'asked' || isOverdue(plan, now);

/** What was told of a plan, while it is so; else what the plan is now. */
function planRow({ notice, plan }: OfPlan, world: World): ListRow {
  const { scope, id } = plan;
  const figure = latestFigure(plan);
  const { byWhen, who } = planLine(plan, world);
  const title = titleOf(plan, notice.subject, world);
  return {
    title,
    subtitle: `${scope.name} · ${measureName(plan)}: ${percentOf(figure)} in ${monthName(figure.month)}`,
    facts: [
      ...(stateOf(plan) === 'asked' ? ['not written yet'] : byWhen === '' ? [] : [`by ${byWhen}`, who]),
      ...(title.includes(id) ? [] : [id]),
    ],
    tone: toneOf(plan, world),
    button: { title: 'Open', verb: 'plan.list', data: { plan: id, page: '1' } },
  };
}

/** The clocks that still run, the worst first; those that are done since, after them. */
export function clockRows(messages: readonly OfCase[], world: World): readonly ListRow[] {
  const told = messages.flatMap((one) => {
    const clock = clockOf(one);
    return clock === undefined ? [] : [{ case: one.case, clock }];
  });
  const standing = worstFirst(told, world);
  const isStanding = new Set(standing.map(({ case: of, clock }) => `${of.number} ${clock.key}`));
  const done = told.filter(({ case: of, clock }) => !isStanding.has(`${of.number} ${clock}`));
  return [
    ...standing.map(({ case: of, clock }) => clockRow(of, clock, world)),
    ...done.map(({ case: of, clock }): ListRow => ({
      title: `${of.number} · ${clockName(clock)}`,
      subtitle: caseTitle(of, world),
      facts: ['was late and is done since'],
      tone: 'good',
      button: openButton(of, 'Open'),
    })),
  ];
}

export function toldRow({ notice: { subject }, case: of }: OfCase, reader: PersonId, world: World): ListRow {
  const entry = 'entry' in subject ? of.timeline[subject.entry] : undefined;
  const { zone } = world.calendars.ofGroup(of.group);
  const button = openButton(of, 'Open');
  const subtitle = caseTitle(of, world);
  if (entry === undefined) {
    const what = subject.kind === 'undelivered' ? 'A notice was not delivered' : 'A case came';
    return { title: `${of.number} · ${what}`, subtitle, facts: [], tone: 'warning', button };
  }
  return {
    title: `${of.number} · ${wordsFor(entry, reader, world, zone).what}`,
    subtitle,
    facts: [actorName(entry.by, world), instantText(entry.at, zone, world.now)],
    tone: isNeeded({ notice: { subject } as Notice, case: of }) ? 'warning' : 'plain',
    button,
  };
}
