import type { CaseDetails } from '../details/details';
import { correctedDetails } from '../corrections/correction';
import type { Entry } from '../timeline';
import type { ClockKey } from './clock-key';
import type { Run } from './run';

/** A run with the key of its clock: the nth of its kind. */
export interface KeyedRun {
  readonly key: ClockKey;
  readonly run: Run;
}

/**
 * The runs of a case by its details as they are now (rule CA-10), but that one whose breach was recorded before a
 * correction stays as it was then: a recorded breach stays recorded. `before` are the details before any correction.
 */
export function correctedRuns(
  timeline: readonly Entry[],
  before: CaseDetails,
  runsBy: (details: CaseDetails) => readonly KeyedRun[],
): readonly KeyedRun[] {
  const kept = new Map<ClockKey, KeyedRun>();
  const missed = new Set<ClockKey>();
  let details = before;
  for (const entry of timeline) {
    if (entry.kind === 'clock-missed') missed.add(entry.clock);
    if (entry.kind !== 'case-corrected') continue;
    for (const each of runsBy(details))
      if (missed.has(each.key) && !kept.has(each.key)) kept.set(each.key, endedBy(each, entry.at));
    details = correctedDetails(details, entry);
  }
  const now = runsBy(details);
  const keys = new Set(now.map(({ key }) => key));
  return [
    // The run goes on as it does now; what it was measured by stays.
    ...now.map((each) => withTimeframe(each, kept.get(each.key))),
    ...[...kept.values()].filter(({ key }) => !keys.has(key)),
  ];
}

/** A run that is owed no longer after the correction ended with it. */
const endedBy = ({ key, run }: KeyedRun, at: number): KeyedRun => {
  const end = run.end !== undefined && run.end.at <= at ? run.end : ({ state: 'void', at } as const);
  return { key, run: { ...run, end } };
};

function withTimeframe(now: KeyedRun, kept: KeyedRun | undefined): KeyedRun {
  if (kept === undefined) return now;
  const { timeframe, row, startAt, startGroup } = kept.run;
  return { key: now.key, run: { ...now.run, timeframe, row, startAt, startGroup } };
}
