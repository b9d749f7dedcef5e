import type { Notification } from '../../src/domain/kernel/notification';

/** The case of most tests, and the moment at which its notices are made. */
export const N = 'CS0000001';
export const NOON = Date.UTC(2026, 10, 2, 17); // Monday 2 November 2026, noon in New York

export const arrival = (number: string, group = 'AVN-L2'): Notification => ({
  id: `${number}/arrival/${group}`,
  about: { kind: 'case', id: number },
  topic: 'arrival',
  entry: 0,
  to: { kind: 'group', group },
  mentions: [],
  madeAt: NOON,
});

export const breach = (number: string, madeAt = NOON + 1_000): Notification => ({
  id: `${number}/assignment#1/breach`,
  about: { kind: 'case', id: number },
  topic: 'breach',
  clock: 'assignment#1',
  dueAt: NOON,
  to: { kind: 'group', group: 'AVN-L2' },
  mentions: ['gina', 'sam'],
  madeAt,
});

export const told = (number: string, person: string): Notification => ({
  id: `${number}/told/0/${person}`,
  about: { kind: 'case', id: number },
  topic: 'told',
  entry: 0,
  to: { kind: 'person', person },
  mentions: [],
  madeAt: NOON,
});

export const refresh = (number: string, at: number): Notification => ({
  id: `${number}/refresh/${at}`,
  about: { kind: 'case', id: number },
  topic: 'refresh',
  entry: at,
  to: { kind: 'posts' },
  mentions: [],
  madeAt: NOON + at,
});
