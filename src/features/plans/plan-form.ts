import type { Form } from '../../cards/shared/card-value';
import { behindText, measureName, monthName, percentOf, planLine } from '../../cards/plans/plan-text';
import type { CommandContext } from '../../commands/command';
import { cancel, date, longText, sendButton, text, oneSection } from '../../commands/forms/fields';
import type { Given } from '../../commands/forms/fields';
import { TEXT_LIMITS } from '../../domain/kernel/text/typed-text';
import { scopeKey } from '../../domain/metrics/question-key';
import { planDates } from '../../domain/plans/by-when';
import { planKey, plannedIn, revisionOf, type ActionPlan, type MissedGoal } from '../../domain/plans/plan';
import { planPrecondition } from '../../domain/plans/plan-owner';
import type { Refusal } from '../../domain/kernel/refusal';
import { missedGoal } from './missed-goal';
import { planChooser } from './plan-chooser';
import { readSubject, type Subject } from './plan-subject';

/** The open plan of a measure and scope. */
async function openPlanOf(
  { measure, scope }: Pick<Subject, 'measure' | 'scope'>,
  { plans }: CommandContext,
): Promise<ActionPlan | undefined> {
  const wanted = planKey({ measure, scope });
  return (await plans.openFor(scope)).find((plan) => planKey(plan) === wanted);
}

/**
 * The form of a plan: a revision if one is open, otherwise a new one. If no measure is named, or it missed no
 * goal, another can be chosen.
 */
export async function planForm(
  given: Given,
  context: CommandContext,
  reopening: boolean,
): Promise<Form | Refusal> {
  const read = readSubject(given, context);
  if (!read.ok) return planChooser(given, context, read.refusal);
  const subject = read.value;
  const denied = reopening ? undefined : planPrecondition(context.actor, subject.scope, context.directory);
  if (denied !== undefined) return denied;
  const open = await openPlanOf(subject, context);
  if (open !== undefined)
    return writing(given, { ...subject, month: open.missed.month }, context, open.missed, open);
  const missed = await missedGoal(subject, context);
  if (!missed.ok && !reopening) return planChooser(given, context, missed.refusal);
  return writing(given, subject, context, missed.ok ? missed.value : undefined);
}

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
  // The current plan is in the fields; if something else was typed, it is shown above them.
  const isTyped = ['what', 'who', 'byWhen'].some((field) => given[field] !== undefined);
  const standing = isTyped && open && planned && `${planLine(open, context).line}. It was: ${planned.what}`;
  const required = { required: true } as const;
  return {
    title: `${open === undefined ? 'Action plan' : `Action plan ${open.id}`}: ${measureName({ measure })}, ${scope.name}`,
    intro: [about, standing].filter((line) => typeof line === 'string').join('\n'),
    sections: oneSection(
      longText(given, 'what', 'What', {
        ...required,
        hint: 'What will be done to reach the goal.',
        otherwise: planned?.what ?? '',
      }),
      text(given, 'who', 'Who', {
        ...required,
        maxLength: TEXT_LIMITS.line,
        hint: 'The person or office that does it.',
        otherwise: planned?.who ?? '',
      }),
      date(given, 'byWhen', 'By when', planDates(context.now), {
        ...required,
        hint: "You'll get one reminder after this date.",
        otherwise: planned?.byWhen ?? '',
      }),
    ),
    submit: sendButton(planned === undefined ? 'Save action plan' : 'Save revision', 'plan.new', {
      measure,
      scope: scopeKey(scope),
      period: month,
      ...(open === undefined ? {} : { plan: open.id, revision: String(revisionOf(open)) }),
    }),
    others: [cancel],
  };
}
