import type { Case } from '../case';
import { readNsn } from '../details/nsn';
import type { Direction } from '../timeline';
import type { TypedForm } from '../../kernel/text/typed-form';
import { is } from '../../kernel/text/typed-text';
import { formText, normalNumber, readNumber } from '../../kernel/text/document-number';
import type { NumberForm } from '../../policy/policy';

/** NSN and PR number as the escalation fills them; absent where it leaves the case's own. */
export interface Purchase {
  readonly nsn?: string;
  readonly pr?: string;
}

/**
 * Reads NSN and PR number: both are filled before a pre-award escalation, on the case or here (rule ES-5), and a case
 * that has a PR keeps it (rule ES-6). Whether another open case holds the PR, the store says when it saves.
 */
export function readPurchase(
  form: TypedForm,
  subject: Case,
  direction: Direction | undefined,
  numbers: NumberForm,
): Purchase {
  const { details } = subject;
  const nsn = form.optional('nsn', readNsn);
  // The case's own number stands whatever form it was recorded in.
  const pr = form.optional('pr', (typed) =>
    normalNumber('PR', typed) === details.pr ? is(details.pr) : readNumber('PR', numbers)(typed),
  );
  if (direction === 'pre-award' && form.raw('nsn') === '' && details.nsn === undefined) {
    form.fault('nsn', 'The NSN is missing (ES-5). Enter its 13 digits, for example 5331-00-618-5361.');
  }
  if (direction === 'pre-award' && form.raw('pr') === '' && details.pr === undefined) {
    form.fault('pr', `The PR number is missing (ES-5). Enter ${formText(numbers)}.`);
  }
  if (pr !== undefined && details.pr !== undefined && pr !== details.pr) {
    form.fault(
      'pr',
      `This case has PR ${details.pr}: one case, one PR (ES-6). Create another case for PR ${pr}, or correct this one if its PR is wrong: correct ${subject.number}.`,
    );
  }
  return {
    ...(nsn === undefined || nsn === details.nsn ? {} : { nsn }),
    ...(pr === undefined || pr === details.pr ? {} : { pr }),
  };
}
