import { DEFAULT_ZONE } from '../../domain/calendar/site-calendars';
import type { DomainContext } from '../../domain/kernel/domain-context';
import type { ActionPlan } from '../../domain/plans/plan';
import { label } from '../shared/escape-text';
import { NO_CLOCKS, type EntryWords, type Subject } from '../shared/subject';
import { figureText, measureName, planEntryText } from './plan-text';

/** An action plan as the shared cards show it. */
export function planSubject(plan: ActionPlan, context: DomainContext): Subject {
  const { id, scope, timeline } = plan;
  const title = `Action plan: ${measureName(plan)} · ${label(scope.name)}`;
  return {
    ref: { kind: 'plan', id },
    title,
    about: title,
    zone: DEFAULT_ZONE,
    timeline,
    words: (index) => wordsOf(timeline[index], context),
    ...NO_CLOCKS,
    open: { title: 'Open action plan', verb: 'plan.list', data: { plan: id } },
  };
}

function wordsOf(entry: ActionPlan['timeline'][number] | undefined, context: DomainContext): EntryWords {
  const said = (what: string, text = '') => ({ what, details: text === '' ? [] : [text], formatted: false });
  if (entry === undefined) return said('');
  if (entry.kind === 'opened') return said(`Goal missed: ${figureText(entry.missed)}`);
  const { what, text } = planEntryText(entry, context);
  return said(what, text);
}
