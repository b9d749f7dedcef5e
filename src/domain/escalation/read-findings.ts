import type { Case } from '../cases/case';
import type { Finding } from '../cases/timeline';
import type { TypedForm } from '../cases/typed-form';
import { readText, TEXT_LIMITS } from '../cases/typed-text';
import type { Person } from '../people/directory';
import type { ChecklistItem } from '../policy/policy';
import { CENTER_ITEM } from './read-center';
import { readFinding } from './read-finding';

/**
 * Reads what the agent found for each item, at the field `item.<key>`. One that is empty or says nothing is a fault that
 * says what would meet it, and so is one that the case itself contradicts (rules ES-2, ES-3, ES-9).
 * The item about the latest note is read by `readLatestNote`.
 */
export function readFindings(
  form: TypedForm,
  items: readonly ChecklistItem[],
  subject: Case,
  by: Person,
): readonly Finding[] {
  return items.flatMap((item) => {
    const field = `item.${item.key}`;
    if (item.input === 'latest-note') return [];
    const missing = `${item.label}: not verified yet (${item.rule}). ${item.meets}`;
    const finding = form.required(
      field,
      missing,
      item.key === CENTER_ITEM
        ? (typed) => readText(item.label, typed, TEXT_LIMITS.finding)
        : readFinding(item, subject),
    );
    const contradicted = CONTRADICTIONS[item.key]?.(subject, by);
    if (finding !== undefined && contradicted !== undefined) form.fault(field, contradicted);
    return finding === undefined ? [] : [{ item: item.key, label: item.label, finding }];
  });
}

/** Items that the case can prove by itself: words do not stand in for them (rule ES-3 a and c). */
const CONTRADICTIONS: Readonly<Partial<Record<string, (subject: Case, by: Person) => string | undefined>>> = {
  'assigned-to-self': (subject, by) =>
    subject.assignee === by.id
      ? undefined
      : 'The case is assigned to someone else. Reassign it to yourself first, or let its assignee escalate.',
  'interim-response': (subject) => {
    const sent = subject.timeline.some((entry) => entry.kind === 'interim-sent');
    return sent || !subject.details.externalContact
      ? undefined
      : 'No interim response to the customer stands in the case. Send the interim response first.';
  },
};
