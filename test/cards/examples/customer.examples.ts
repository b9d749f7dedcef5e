import type { Example } from '../../../src/cards/shared/presented';
import { worldAt } from './example-context';

/** Customers found by words. */
export const customerExamples: readonly Example<'list'>[] = [
  {
    name: 'customers',
    context: worldAt(),
    value: {
      card: 'list',
      title: 'Customers with “FB28”',
      rows: [
        {
          title: 'DoDAAC FB2823 · 96th Logistics Readiness Squadron',
          subtitle: 'Account',
          facts: [],
          tone: 'plain',
          button: { title: 'New case', verb: 'case.new', data: { account: 'FB2823' } },
        },
        {
          title: 'TSgt Dana Whitfield',
          subtitle: 'DoDAAC FB2823 · 96th Logistics Readiness Squadron',
          facts: ['dana.whitfield@unit.example.mil · DSN 872-0100'],
          tone: 'plain',
          button: { title: 'New case', verb: 'case.new', data: { customer: 'DoDAAC:FB2823 1' } },
        },
      ],
      empty: 'No account or contact has all of these words.',
      buttons: [{ title: 'New case', verb: 'case.new', data: {} }],
    },
  },
];
