import fc from 'fast-check';
import type { Case } from '../../src/domain/cases/case';
import { anyEvents, changeBy, timesOf } from '../support/histories';

/** The kinds of the entries that come about in a hundred histories, the same ones each time. */
function kindsThatHappen(): ReadonlySet<string> {
  const kinds = new Set<string>();
  for (const events of fc.sample(anyEvents(), { numRuns: 100, seed: 7 })) {
    const cases = new Map<number, Case>();
    const times = timesOf(events);
    for (const [index, event] of events.entries()) {
      const change = changeBy(event, cases.get(event.which), times[index] ?? 0, `event-${index}`);
      if (change === undefined) continue;
      cases.set(event.which, change.state);
      for (const { kind } of change.state.timeline) kinds.add(kind);
    }
  }
  return kinds;
}

it('The histories in the metrics properties have recalls, corrections, and PARs that end in each way (ME-10)', () => {
  expect([...kindsThatHappen()]).toEqual(
    expect.arrayContaining([
      'recalled',
      'referred-back',
      'responded',
      'case-corrected',
      'par-submitted',
      'par-followed-up',
      'par-completed',
      'par-withdrawn',
      'reopened',
      'closed',
    ]),
  );
});
