import type { Form } from '../../cards/shared/card-value';
import { monthName } from '../../cards/plans/plan-text';
import { refusalText } from '../../cards/shared/refusal-text';
import type { CommandContext } from '../../commands/command';
import { cancel, choice, nextButton, oneSection, type Given } from '../../commands/forms/fields';
import { withFaults } from '../../commands/forms/form-faults';
import { monthAfter, monthOf, type Span } from '../../domain/metrics/days';
import { MEASURES } from '../../domain/metrics/measures';
import { ENTERPRISE, groupScope, MSC_SCOPES, scopeKey } from '../../domain/metrics/question-key';
import type { SharedScope } from '../../domain/metrics/summary';
import { todayOf } from '../../domain/plans/by-when';
import { planPrecondition, mayPlan } from '../../domain/plans/plan-owner';
import type { Refusal } from '../../domain/kernel/refusal';
import { namedScope, readMonth, readScope, scopeInsteadOf } from './plan-subject';
import { readMeasure } from './plan-words';

/** So many months before the running one can be chosen; of any other a scorecard leads here. */
const MONTHS_BACK = 12;
/** As many scopes as one chooses from at a glance; a group's key can always be typed. */
const MAX_SCOPES = 25;
const MEASURE_CHOICES = MEASURES.map(({ key, name }) => ({ title: name, value: key }));

/** Asks for measure, scope, and month, with what was entered and why that isn't possible; refuses people who own no measure. */
export function planChooser(given: Given, context: CommandContext, why: Refusal): Form | Refusal {
  const scope = readScope(given, context);
  const offered = scope.ok ? scope.value : scopeInsteadOf(given, context);
  const measure = readMeasure(given['measure'] ?? '');
  const { period = '' } = given;
  const month = readMonth(period, offered ?? ENTERPRISE, context);
  const shown = {
    measure: measure.ok ? measure.value : (given['measure'] ?? ''),
    period: month.ok ? month.value : period,
    scope: offered === undefined ? namedScope(given, context) : scopeKey(offered),
  };
  const own = ownScopes(context);
  const denied = planPrecondition(context.actor, scope.ok ? scope.value : ENTERPRISE, context.directory);
  if (own.length === 0 && denied !== undefined) return denied;
  const isMissing = offered !== undefined && !own.some((one) => scopeKey(one) === scopeKey(offered));
  const scopes = isMissing ? [offered, ...own] : own;
  const form: Form = {
    title: 'Action plan',
    intro: 'For a measure that missed its goal: what will be done, by whom, and by when.',
    sections: oneSection(
      choice(shown, 'measure', 'Measure', { required: true, choices: MEASURE_CHOICES }),
      choice(shown, 'scope', 'For', {
        required: true,
        choices: scopes.map((one) => ({ title: one.name, value: scopeKey(one) })),
      }),
      choice(shown, 'period', 'Month', {
        required: true,
        choices: monthsWith(month.ok ? month.value : undefined, context).map((one) => ({
          title: monthName(one),
          value: one,
        })),
      }),
    ),
    submit: nextButton('Next', 'plan.new'),
    others: [cancel],
  };
  const { title, text } = refusalText(why);
  // Missing fields aren't faults yet.
  const faults = why.faults.filter(({ field }) => (given[field] ?? '') !== '');
  return withFaults(form, faults, why.faults.length === 0 ? `${title}\n${text}` : undefined);
}

/** The months to choose from, the running one first, and this one wherever it is. */
function monthsWith(month: Span | undefined, { now }: CommandContext): readonly Span[] {
  const running = monthOf(todayOf(now));
  const latest = Array.from({ length: MONTHS_BACK + 1 }, (_, back) => monthAfter(running, -back));
  return month === undefined || latest.includes(month) ? latest : [...latest, month];
}

/** The scopes that the person may plan for. */
function ownScopes({ actor, directory }: CommandContext): readonly SharedScope[] {
  const all: readonly SharedScope[] = [ENTERPRISE, ...MSC_SCOPES, ...directory.groups.map(groupScope)];
  return all.filter((scope) => mayPlan(actor, scope, directory)).slice(0, MAX_SCOPES);
}
