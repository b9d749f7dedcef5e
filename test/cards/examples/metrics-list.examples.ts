import { PRIORITIES } from '../../../src/domain/cases/details/details';
import { PRIORITY_NAMES } from '../../../src/domain/cases/details/validate-details';
import type { ListRow } from '../../../src/cards/shared/card-value';
import type { Example } from '../../../src/cards/shared/presented';
import { worldAt } from './example-context';

const caseRow = (
  number: string,
  subtitle: string,
  facts: readonly string[],
  tone: ListRow['tone'],
): ListRow => ({
  title: `${number} · DoDAAC FB2823`,
  subtitle,
  facts,
  tone,
  button: { title: 'Open', verb: 'case.show', data: { case: number } },
});

const back = { title: 'Metrics', verb: 'metrics.show', data: { scope: 'msc:aviation', period: '2026-10' } };

/** What is behind a figure, and open cases of an age, as lists. */
export const metricsListExamples: readonly Example<'list'>[] = [
  {
    name: 'metrics-cases',
    context: worldAt(),
    value: {
      card: 'list',
      title: 'Level 2 interim response · Aviation',
      intro:
        'October 2026\n113 of 120 interim responses: 94.1%. Goal 100% in time: missed.\nWorst first: 1 to 10 of 120.',
      rows: [
        caseRow(
          'CS0000012',
          'Expedite request · Jordan Ellis, Aviation Customer Operations',
          ['Missed: not done, 11.6 business days over so far', 'Emergency priority'],
          'attention',
        ),
        caseRow(
          'CS0000009',
          'Backorder · Robin Hayes, Aviation Customer Operations',
          ['Missed: done 2 business days late', 'High priority'],
          'attention',
        ),
        caseRow(
          'CS0000004',
          'Proof of delivery request · Jordan Ellis, Aviation Customer Operations',
          ['Met: done 0.4 business days before it was due', 'Medium priority'],
          'good',
        ),
      ],
      empty: 'Nothing to count in this period.',
      buttons: [
        {
          title: 'More',
          verb: 'metrics.cases',
          data: { measure: 'interim-response', next: '1:CS', shown: '10' },
        },
        back,
        ...PRIORITIES.map((priority) => ({
          title: PRIORITY_NAMES[priority],
          verb: 'metrics.cases',
          data: { scope: 'msc:aviation', period: '2026-10', measure: 'interim-response', priority },
        })),
      ],
    },
  },
  {
    name: 'metrics-open',
    context: worldAt(),
    value: {
      card: 'list',
      title: 'Open cases · Aviation',
      intro: 'Age in business days: over 30\nOldest first: 1 to 1 of 1.',
      rows: [
        {
          ...caseRow(
            'CS0000012',
            'DoDAAC FB2823 · F-15E tail 87-0191 is down for a left-hand bracket assembly.',
            [
              'Open for 34.2 business days',
              'In progress, Level 2, high priority',
              'Aviation Customer Operations, with Jordan Ellis',
              'Recurring quality status missed by 4 business days',
            ],
            'attention',
          ),
          title: 'CS0000012 · Expedite request',
        },
      ],
      empty: 'No open cases here.',
      buttons: [back],
    },
  },
];
