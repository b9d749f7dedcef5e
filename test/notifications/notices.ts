import type { Notice } from '../../src/domain/cases/notices/notice';

/** The case of most tests, and the moment at which its notices are made. */
export const N = 'CS0000001';
export const NOON = Date.UTC(2026, 10, 2, 17); // Monday 2 November 2026, noon in New York

export const arrival = (number: string, group = 'AVN-L2'): Notice => ({
  id: `${number}/arrival/${group}`,
  caseNumber: number,
  subject: { kind: 'arrival' },
  to: { kind: 'group', group },
  mentions: [],
  madeAt: NOON,
});

export const breach = (number: string, madeAt = NOON + 1_000): Notice => ({
  id: `${number}/assignment#1/breach`,
  caseNumber: number,
  subject: { kind: 'breach', clock: 'assignment#1', dueAt: NOON },
  to: { kind: 'group', group: 'AVN-L2' },
  mentions: ['gina', 'sam'],
  madeAt,
});

export const told = (number: string, person: string): Notice => ({
  id: `${number}/told/0/${person}`,
  caseNumber: number,
  subject: { kind: 'told', entry: 0 },
  to: { kind: 'person', person },
  mentions: [],
  madeAt: NOON,
});

export const refresh = (number: string, at: number): Notice => ({
  id: `${number}/refresh/${at}`,
  caseNumber: number,
  subject: { kind: 'refresh', entry: at },
  to: { kind: 'posts' },
  mentions: [],
  madeAt: NOON + at,
});
