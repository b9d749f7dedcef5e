import type { CardValue } from '../../../src/cards/shared/card-value';
import type { Example } from '../../../src/cards/shared/presented';
import { alertExamples } from './alert.examples';
import { approvalExamples } from './approval.examples';
import { caseExamples } from './case.examples';
import { customerExamples } from './customer.examples';
import { dailyExamples, digestExamples } from './digest.examples';
import { formExamples } from './form.examples';
import { clocksExamples, historyExamples, supervisorsAskedExamples } from './audit.examples';
import { planExamples } from './plan.examples';
import { reportExamples } from './report.examples';
import { measureExamples } from './measure.examples';
import { caseNotificationExamples, referredBackExamples } from './case-notification.examples';
import { metricsExamples } from './metrics.examples';
import { metricsListExamples } from './metrics-list.examples';
import { helpExamples, listExamples, messageExamples } from './plain.examples';
import { systemExamples } from './system.examples';
import { whatIfExamples } from './what-if.examples';

/**
 * Every card with its examples; a card without any does not compile. A card of a kind's own is shown with its kind.
 */
export const ALL_EXAMPLES: { readonly [K in Exclude<CardValue['card'], 'own'>]: readonly Example<K>[] } = {
  form: formExamples,
  case: caseExamples,
  alert: alertExamples,
  'referred-back': referredBackExamples,
  approval: approvalExamples,
  'case-notification': caseNotificationExamples,
  list: [...listExamples, ...customerExamples, ...dailyExamples, ...metricsListExamples],
  help: helpExamples,
  message: [...messageExamples, ...systemExamples],
  metrics: metricsExamples,
  report: reportExamples,
  measure: measureExamples,
  'supervisors-asked': supervisorsAskedExamples,
  clocks: clocksExamples,
  history: historyExamples,
  digest: digestExamples,
  plan: planExamples,
  'what-if': whatIfExamples,
};
