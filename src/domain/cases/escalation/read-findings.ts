import type { Case } from '../case';
import type { Finding } from '../timeline';
import type { TypedForm } from '../../kernel/text/typed-form';
import type { Person } from '../../directory/directory';
import type { ChecklistItem } from '../../policy/policy';
import type { DomainContext } from '../../kernel/domain-context';
import { CENTER_ITEM, centersOf, centersText, readCenter } from './read-center';
import { readFinding } from './read-finding';
import { shownByCase } from './shown-by-case';

/**
 * Reads what the agent found for each item, at the field `item.<key>`. One that is empty or says nothing is a fault that
 * says what would meet it (rules ES-2, ES-3, ES-9). What the case itself shows is read from it, and is a fault where the
 * case does not show it (ES-12); the Distribution Center is one of the site's. The item about the latest note is read by
 * `readLatestNote`.
 */
export function readFindings(
  form: TypedForm,
  items: readonly ChecklistItem[],
  subject: Case,
  by: Person,
  context: DomainContext,
): readonly Finding[] {
  return items.flatMap((item) => {
    if (item.input === 'latest-note') return [];
    const finding = findingOf(form, item, subject, by, context);
    return finding === undefined ? [] : [{ item: item.key, label: item.label, finding }];
  });
}

function findingOf(
  form: TypedForm,
  item: ChecklistItem,
  subject: Case,
  by: Person,
  context: DomainContext,
): string | undefined {
  const field = `item.${item.key}`;
  const shown = shownByCase(item.key, subject, by, context);
  if (shown?.met === true) return shown.finding;
  if (shown?.met === false) {
    form.fault(field, shown.lacking);
    return undefined;
  }
  if (item.key === CENTER_ITEM) {
    const centers = centersOf(context);
    const choose = `${item.label}: missing (${item.rule}). ${centersText(centers)}`;
    return form.required(field, choose, readCenter(centers));
  }
  const missing = `${item.label}: not verified yet (${item.rule}). ${item.meets}`;
  return form.required(field, missing, readFinding(item, subject));
}
