import { actionsOf } from '../../domain/cases/actions-of';
import type { Case } from '../../domain/cases/case';
import type { ClockKey, ClockKind } from '../../domain/cases/clocks/clock-key';
import { clocksOf } from '../../domain/cases/clocks/clocks-of';
import type { CaseAction } from '../../domain/cases/permissions';
import type { DomainContext } from '../../domain/kernel/domain-context';
import { caseButton, openButton } from '../shared/button-view';
import { label } from '../shared/escape-text';
import { caseTitle, levelName, priorityName } from '../shared/names';
import type { Subject, SubjectClock } from '../shared/subject';
import { assignView } from './assign-view';
import { breachLines } from './breach-text';
import { clockName, endingEntry, owedBy } from './clock-text';
import { fullDetails } from './entry-details';
import { entryText } from './entry-text';

/** The actions that stop each clock; Claim and Assign are shown separately. */
const CURES: Readonly<Record<ClockKind, readonly CaseAction[]>> = {
  assignment: [],
  'interim-response': ['case.interim'],
  'recurring-status': ['case.status'],
  'initial-update': ['case.update', 'case.respond'],
  'recurring-update': ['case.update', 'case.respond'],
  'par-follow-up': ['case.par-follow-up', 'case.status'],
  'par-closure': ['case.resolve', 'case.approve', 'case.close'],
  'resolution-enterprise': ['case.resolve', 'case.close'],
  'resolution-level-2-and-3': ['case.resolve', 'case.close'],
};

/** A case as the shared cards show it. */
export function caseSubject(of: Case, context: DomainContext): Subject {
  const { zone } = context.calendars.ofGroup(of.group);
  const title = caseTitle(of, context);
  return {
    ref: { kind: 'case', id: of.number },
    title,
    about: `${title} · ${priorityName(of, context)} · ${levelName(of.level)}`,
    zone,
    timeline: of.timeline,
    words: (index) => {
      const entry = of.timeline[index];
      if (entry === undefined) throw new Error(`${of.number} has no entry ${index}`);
      const { what, formatted } = entryText(entry, context, zone);
      const details = [...fullDetails(entry, context, zone), ...breachLines(of, index, context, zone)];
      return { what, formatted: formatted === true, details };
    },
    clock: (key) => subjectClock(of, key, context),
    clockName: (key) => clockName(key as ClockKey),
    open: openButton(of),
  };
}

function subjectClock(of: Case, key: string, context: DomainContext): SubjectClock | undefined {
  const clock = clocksOf(of, context).find((one) => one.key === key);
  if (clock === undefined) return undefined;
  const ending = endingEntry(of, clock);
  const { zone } = context.calendars.ofGroup(clock.group);
  const possible = actionsOf(of);
  return {
    clock,
    source: `${clock.rule} · ${label(clock.source)}`,
    owedBy: owedBy(of, clock, context),
    warnAt: context.policies.at(of.openedAt).warnAt,
    endedBy: ending && { by: ending.by, what: entryText(ending, context, zone).what },
    cures: CURES[clock.kind].filter((cure) => possible.includes(cure)).map((cure) => caseButton(cure, of)),
    acknowledge: caseButton('case.acknowledge', of),
    assign: assignView(of, clock.kind === 'assignment' && clock.state === 'running', context),
  };
}
