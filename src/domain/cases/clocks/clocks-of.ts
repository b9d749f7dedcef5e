import type { Case } from '../case';
import type { CaseDetails } from '../details/details';
import { CLOCK_NAMES, type Policy } from '../../policy/policy';
import { clockNotifications, type ClockNotifications } from '../../kernel/record-clock';
import type { DomainContext } from '../../kernel/domain-context';
import { assignmentRuns } from './assignment-runs';
import { BUSINESS_DAY_MS } from '../../calendar/calendars';
import type { Clock } from './clock';
import type { ClockKey } from './clock-key';
import { stepsOf, workOf } from './steps';
import { correctedRuns, type KeyedRun } from './corrected-runs';
import { customerRuns } from './customer-runs';
import { customerMessages } from './customer-messages';
import { level3Runs } from './level-3-runs';
import { parClosureRuns, parFollowUpRuns } from './par-runs';
import { resolutionRuns } from './resolution-runs';
import type { Run } from './run';
import { waitingSince } from './waiting-since';

/** All that the clocks of a case hang on besides the case: not the hour. */
type Rules = Pick<DomainContext, 'policies' | 'calendars'>;

/** A case is never changed in place, so that its clocks are worked out once for the rules that hold. */
const known = new WeakMap<Case, { readonly by: Rules; readonly clocks: readonly Clock[] }>();

/**
 * Every clock of a case, read from its timeline: those that run, and those that were met or ended. The figures are
 * those in force when the case was opened (rule RE-3). The nth run of a kind keeps its key and its due time however
 * the timeline grows.
 */
export function clocksOf(subject: Case, { policies, calendars }: Rules): readonly Clock[] {
  const last = known.get(subject);
  if (last?.by.policies === policies && last.by.calendars === calendars) return last.clocks;
  const by = { policies, calendars };
  const clocks = clocksBy(by, subject);
  known.set(subject, { by, clocks });
  return clocks;
}

function clocksBy(rules: Rules, subject: Case): readonly Clock[] {
  const policy = rules.policies.at(subject.openedAt);
  const steps = stepsOf(subject);
  const work = workOf(steps);
  const words = customerMessages(subject.timeline);
  const since = waitingSince(subject.timeline);
  const runsBy = (details: CaseDetails): readonly KeyedRun[] =>
    keyed([
      ...assignmentRuns(work, details, policy),
      ...customerRuns(work, details, policy, words, since),
      ...level3Runs(work, details, policy),
      ...parFollowUpRuns(work, policy),
      ...parClosureRuns(steps, policy),
      ...resolutionRuns(steps, policy),
    ]);
  const [first] = subject.timeline;
  const wasCorrected = subject.timeline.some(({ kind }) => kind === 'case-corrected');
  const runs =
    wasCorrected && first?.kind === 'opened'
      ? correctedRuns(subject.timeline, first.details, runsBy)
      : runsBy(subject.details);
  const told = clockNotifications(subject.timeline);
  return runs.map(({ key, run }) => clockOf(run, key, policy, rules, told));
}

/** The runs with the keys of their clocks: the nth of each kind. */
function keyed(runs: readonly Run[]): readonly KeyedRun[] {
  const count = new Map<string, number>();
  return runs.map((run) => {
    const nth = (count.get(run.kind) ?? 0) + 1;
    count.set(run.kind, nth);
    return { key: `${run.kind}#${nth}`, run };
  });
}

function clockOf(
  run: Run,
  key: ClockKey,
  policy: Policy,
  { calendars }: Rules,
  told: ClockNotifications,
): Clock {
  const calendar = calendars.ofGroup(run.startGroup);
  const time = run.timeframe.days * BUSINESS_DAY_MS;
  const dueAt = calendar.add(run.startAt, time);
  const recorded = told.missedAt.get(key);
  // A breach counts while it is one: a closure that was declared since, or word that was in time, undoes it (rule ME-11).
  const isBreach = recorded !== undefined && recorded > dueAt && (run.end?.at ?? recorded) > dueAt;
  const missedAt = isBreach ? recorded : undefined;
  const inHand = told.acknowledged.get(key);
  return {
    key,
    kind: run.kind,
    ...CLOCK_NAMES[run.kind],
    group: run.group,
    startGroup: run.startGroup,
    days: run.timeframe.days,
    source: `${run.timeframe.source}, ${run.row}`,
    startAt: run.startAt,
    warnAt: calendar.add(run.startAt, Math.round(time * policy.warnAt)),
    dueAt,
    state: run.end?.state ?? 'running',
    ...(run.end === undefined ? {} : { endedAt: run.end.at }),
    warned: told.warned.has(key),
    missed: missedAt !== undefined,
    ...(missedAt === undefined
      ? {}
      : { escalateAt: calendar.add(missedAt, policy.alertEscalation.days * BUSINESS_DAY_MS) }),
    escalated: isBreach && told.escalated.has(key),
    ...(inHand === undefined ? {} : { acknowledged: inHand }),
  };
}
