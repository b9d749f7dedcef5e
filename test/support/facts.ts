import type { ClockFact, ClosureFact } from '../../src/domain/metrics/case-facts';
import { DAY, START } from './site';

/** An Aviation case that av2 closed at START after so many business days; `change` replaces any of it. */
export const closure = (days: number, change: Partial<ClosureFact> = {}): ClosureFact => ({
  kind: 'closure',
  caseNumber: 'CS0000001',
  msc: 'aviation',
  at: START,
  elapsedMs: days * DAY,
  highestLevel: 2,
  group: 'av2',
  person: 'av2-agent',
  reason: 'backorder',
  priority: 'high',
  ...change,
});

/** A High assignment of av2 that was met in time at START; `change` replaces any of it. */
export const outcome = (change: Partial<ClockFact> = {}): ClockFact => ({
  kind: 'clock',
  caseNumber: 'CS0000001',
  msc: 'aviation',
  clock: 'assignment',
  key: 'assignment#1',
  level: 2,
  group: 'av2',
  person: 'av2-gatekeeper',
  priority: 'high',
  at: START,
  dueAt: START + DAY,
  met: true,
  outcome: 'in-time',
  lateMs: -DAY,
  ...change,
});
