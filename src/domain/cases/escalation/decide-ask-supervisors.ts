import { caseDecision, happens } from '../decision';
import { instantIn } from '../../kernel/text/iso-date';
import type { Case } from '../case';
import { no, ok, refusal, type Result } from '../../kernel/refusal';
import type { DomainContext } from '../../kernel/domain-context';
import { level3Lateness, type Level3Lateness } from './level-3-lateness';

/**
 * Level 2 escalates to the supervisors of both groups where Level 3 does not respond or missed its time (rule L3-3,
 * DLAM 3000.05 E5 2.b). Who asks cannot leave a supervisor out. Field: `text`, what is asked of them.
 */
export const decideAskSupervisors = caseDecision('case.ask-supervisors', (subject, form, by, context) => {
  const late = lateLevel3(subject, context);
  if (!late.ok) return late;
  const missing = 'Write what you need from the supervisors, and by when.';
  const text = form.requiredText('text', 'What is needed', missing);
  const read = form.complete({ text });
  if (!read.ok) return read;
  return happens({
    kind: 'supervisors-asked',
    group: subject.group,
    clocks: late.value.missed.map(({ key }) => key),
    supervisors: supervisorsOf(subject, context),
    text: read.value.text,
  });
});

/** What Level 3 missed, or the refusal `level-3-in-time` that says from when its supervisors can be asked. */
export function lateLevel3(subject: Case, context: DomainContext): Result<Level3Lateness> {
  const lateness = level3Lateness(subject, context);
  if (lateness.missed.length > 0) return ok(lateness);
  const { next } = lateness;
  const { number } = subject;
  if (next === undefined) return no(refusal('level-3-in-time', { number }));
  const { zone } = context.calendars.ofGroup(next.group);
  return no(refusal('level-3-in-time', { number, clock: next.name, from: instantIn(zone, next.dueAt) }));
}

/** The supervisors of the Level 2 group of record and of the Level 3 group that holds the case, each once. */
function supervisorsOf({ level2OfRecord, group }: Case, { directory }: DomainContext): readonly string[] {
  const keys = level2OfRecord === undefined ? [group] : [level2OfRecord.group, group];
  return [...new Set(keys.flatMap((key) => directory.group(key)?.supervisors ?? []))];
}
