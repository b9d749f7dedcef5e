import type { Form } from '../../cards/card-value';
import { refusalText } from '../../cards/refusal-text';
import type { CommandContext } from '../../commands/command';
import { cancel, choice, nextButton } from '../../commands/fields';
import type { Given } from '../../commands/fields';
import { withFaults } from '../../commands/form-faults';
import { MEASURES } from '../../domain/metrics/measures';
import { scopeKey } from '../../domain/metrics/question-key';
import { MSC_NAMES } from '../../domain/people/directory';
import { ENTERPRISE_PLANS } from '../../domain/plans/plan';
import type { PlanScope } from '../../domain/plans/plan';
import { barredFromPlan, mayPlan } from '../../domain/plans/plan-owner';
import type { Refusal } from '../../domain/refusal';
import { namedScope, readScope, scopeInsteadOf } from './plan-subject';
import { readMeasure } from './plan-words';

/** As many scopes as one chooses from at a glance; a group's key can always be typed. */
const MOST_SCOPES = 25;
const MEASURE_CHOICES = MEASURES.map(({ key, name }) => ({ title: name, value: key }));

/** Asks of which measure and whose the plan is to be, with what was named and why that will not do; not of who owns none. */
export function planChooser(given: Given, context: CommandContext, why: Refusal): Form | Refusal {
  const scope = readScope(given, context);
  const offered = scope.ok ? scope.value : scopeInsteadOf(given, context);
  const measure = given['measure'] ?? '';
  const shown = {
    measure: readMeasure(measure) ?? measure,
    scope: offered === undefined ? namedScope(given, context) : scopeKey(offered),
  };
  const own = ownScopes(context);
  const barred = barredFromPlan(context.actor, scope.ok ? scope.value : ENTERPRISE_PLANS, context.directory);
  if (own.length === 0 && barred !== undefined) return barred;
  const isMissing = offered !== undefined && !own.some((one) => scopeKey(one) === scopeKey(offered));
  const scopes = isMissing ? [offered, ...own] : own;
  const form: Form = {
    title: 'Action plan',
    intro: 'For a measure that missed its goal: what will be done, by whom, by when.',
    sections: [
      {
        fields: [
          choice(shown, 'measure', 'Measure', { required: true, choices: MEASURE_CHOICES }),
          choice(shown, 'scope', 'Of', {
            required: true,
            choices: scopes.map((one) => ({ title: one.name, value: scopeKey(one) })),
          }),
        ],
      },
    ],
    submit: nextButton('Next', 'plan.new', periodOf(given, why)),
    others: [cancel],
  };
  const { title, text } = refusalText(why);
  // What is only missing is no fault of what was given.
  const faults = why.faults.filter(({ field }) => (given[field] ?? '') !== '');
  return withFaults(form, faults, why.faults.length === 0 ? `${title}\n${text}` : undefined);
}

/** The period that the button carried, unless it is at fault: then it is left behind. */
const periodOf = ({ period = '' }: Given, { faults }: Refusal): Given =>
  period === '' || faults.some(({ field }) => field === 'period') ? {} : { period };

/** The scopes that the person may plan for. */
function ownScopes({ actor, directory }: CommandContext): readonly PlanScope[] {
  const all: readonly PlanScope[] = [
    ENTERPRISE_PLANS,
    ...Object.entries(MSC_NAMES).map(([key, name]): PlanScope => ({ kind: 'msc', key, name })),
    ...directory.groups.map(({ key, name }): PlanScope => ({ kind: 'group', key, name })),
  ];
  return all.filter((scope) => mayPlan(actor, scope, directory)).slice(0, MOST_SCOPES);
}
