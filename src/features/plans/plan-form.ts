import type { Form } from '../../cards/card-value';
import { behindText, measureName, monthName, percentOf, planLine } from '../../cards/plan-text';
import type { CommandContext } from '../../commands/command';
import { cancel, choice, date, longText, nextButton, sendButton, text } from '../../commands/fields';
import type { Given } from '../../commands/fields';
import { withFaults } from '../../commands/form-faults';
import { TEXT_LIMITS } from '../../domain/cases/typed-text';
import { MEASURES } from '../../domain/metrics/measures';
import { scopeKey } from '../../domain/metrics/question-key';
import { MSC_NAMES } from '../../domain/people/directory';
import { todayOf } from '../../domain/plans/by-when';
import { planKey, plannedIn, revisionOf } from '../../domain/plans/plan';
import type { ActionPlan, MissedGoal, PlanScope } from '../../domain/plans/plan';
import { barredFromPlan, mayPlan } from '../../domain/plans/plan-owner';
import type { Refusal } from '../../domain/refusal';
import { missedGoal } from './missed-goal';
import { readSubject } from './plan-subject';
import type { Subject } from './plan-subject';

/** As many scopes as one chooses from at a glance; a group's key can always be typed. */
const MOST_SCOPES = 25;

/** The open plan of a measure and scope. */
export async function openPlanOf(
  { measure, scope }: Pick<Subject, 'measure' | 'scope'>,
  { plans }: CommandContext,
): Promise<ActionPlan | undefined> {
  const wanted = planKey({ measure, scope });
  return (await plans.openFor(scope)).find((plan) => planKey(plan) === wanted);
}

/** The form of a plan: for revision where one is open, else for a new one; asks for the measure first where none is named. */
export async function planForm(
  given: Given,
  context: CommandContext,
  reopening: boolean,
): Promise<Form | Refusal> {
  const read = readSubject(given, context);
  if (!read.ok) return withFaults(chooser(given, context), shownFaults(read.refusal, given));
  const subject = read.value;
  const barred = reopening ? undefined : barredFromPlan(context.actor, subject.scope, context.directory);
  if (barred !== undefined) return barred;
  const open = await openPlanOf(subject, context);
  if (open !== undefined)
    return writing(given, { ...subject, month: open.missed.month }, context, open.missed, open);
  const missed = await missedGoal(subject, context);
  if (!missed.ok && !reopening) return missed.refusal;
  return writing(given, subject, context, missed.ok ? missed.value : undefined);
}

/** What is only missing is no fault of what was given. */
const shownFaults = ({ faults }: Refusal, given: Given): Refusal['faults'] =>
  faults.filter(({ field }) => (given[field] ?? '') !== '');

function writing(
  given: Given,
  { measure, scope, month }: Subject,
  context: CommandContext,
  missed?: MissedGoal,
  open?: ActionPlan,
): Form {
  const planned = open && plannedIn(open);
  const about =
    missed &&
    `${percentOf(missed)} in ${monthName(missed.month)}, ${behindText(missed)}; the goal is ${missed.goal}.`;
  const standing = open && planned && `${planLine(open, context).line}. It was: ${planned.what}`;
  const required = { required: true } as const;
  return {
    title: `${open === undefined ? 'Action plan' : `Action plan ${open.id}`}: ${measureName({ measure })}, ${scope.name}`,
    intro: [about, standing].filter((line) => line !== undefined).join('\n'),
    sections: [
      {
        fields: [
          longText(given, 'what', 'What', {
            ...required,
            maxLength: TEXT_LIMITS.text,
            hint: 'What will be done to reach the goal.',
            otherwise: planned?.what ?? '',
          }),
          text(given, 'who', 'Who', {
            ...required,
            maxLength: TEXT_LIMITS.line,
            hint: 'Who does it: a name, or an office.',
            otherwise: planned?.who ?? '',
          }),
          date(given, 'byWhen', 'By when', {
            ...required,
            hint: `Today, ${todayOf(context.now)}, or later. You are reminded once when it has passed.`,
            otherwise: planned?.byWhen ?? '',
          }),
        ],
      },
    ],
    submit: sendButton(planned === undefined ? 'Save action plan' : 'Save revision', 'plan.new', {
      measure,
      scope: scopeKey(scope),
      period: month,
      ...(open === undefined ? {} : { plan: open.id, revision: String(revisionOf(open)) }),
    }),
    others: [cancel],
  };
}

/** Asks of what the plan is to be. */
function chooser(given: Given, { actor, directory }: CommandContext): Form {
  const all: readonly PlanScope[] = [
    { kind: 'enterprise', name: 'Enterprise' },
    ...Object.entries(MSC_NAMES).map(([key, name]): PlanScope => ({ kind: 'msc', key, name })),
    ...directory.groups.map(({ key, name }): PlanScope => ({ kind: 'group', key, name })),
  ];
  const own = all.filter((scope) => mayPlan(actor, scope, directory)).slice(0, MOST_SCOPES);
  const scopes = (own.length > 0 ? own : all.slice(0, 1)).map((scope) => ({
    title: scope.name,
    value: scopeKey(scope),
  }));
  const measures = MEASURES.map(({ key, name }) => ({ title: name, value: key }));
  const first = scopes[0]?.value ?? '';
  const among = (list: readonly { readonly value: string }[], id: string, otherwise: string): Given => ({
    [id]: list.some(({ value }) => value === given[id]) ? (given[id] ?? '') : otherwise,
  });
  return {
    title: 'Action plan',
    intro: 'For a measure that missed its goal: what will be done, by whom, by when.',
    sections: [
      {
        fields: [
          choice(among(measures, 'measure', ''), 'measure', 'Measure', { required: true, choices: measures }),
          choice(among(scopes, 'scope', first), 'scope', 'Of', { required: true, choices: scopes }),
        ],
      },
    ],
    submit: nextButton('Next', 'plan.new', {
      ...(given['period'] === undefined ? {} : { period: given['period'] }),
    }),
    others: [cancel],
  };
}
