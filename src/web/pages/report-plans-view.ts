import type { Report } from '../../domain/reports/report';
import { html, type Html } from './html';
import { date, tableHtml, words } from './report-table';

/** The open action plans of the scope and within it; their owners are only shown in Teams (rule ME-8). */
export function plansHtml({ plans }: Report): Html {
  if (plans.length === 0) return html`<p>No action plans are open.</p>`;
  const rows = plans.map(({ id, measure, planned, overdue }) => [
    words(id),
    words(measure),
    words(planned?.what ?? 'requested, not written yet'),
    date(planned?.byWhen ?? '–', overdue ? '⚠ past' : undefined),
  ]);
  return tableHtml({ caption: 'Open action plans', head: ['Plan', 'Measure', 'What', 'By when'], rows });
}
