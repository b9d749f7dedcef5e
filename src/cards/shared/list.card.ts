import { buttonViews } from './button-view';
import { lines, markdown, oneLine } from './escape-text';
import type { Presented, ValueOf } from './presented';
import { rowView } from './row-view';

/** Rows beyond this would not fit into a card; who makes the list says in `more` how to see the rest. */
const MAX_ROWS = 12;

/** A list of rows, each with a button that opens it. */
export function present(value: ValueOf<'list'>): Presented {
  const rows = value.rows.slice(0, MAX_ROWS);
  const unseen = value.rows.length - rows.length;
  const more = oneLine(value.more ?? (unseen > 0 ? `${unseen} more are not shown.` : ''));
  const count = value.rows.length === 0 ? oneLine(value.empty) : `${value.rows.length}`;
  const summary = `${oneLine(value.title)}: ${count}`;
  return {
    summary,
    view: {
      title: markdown(value.title),
      intro: lines(value.intro ?? '', 2_000),
      rows: rows.map(rowView),
      isEmpty: rows.length === 0,
      empty: oneLine(value.empty),
      hasMore: more !== '',
      more,
      actions: buttonViews(value.buttons),
    },
  };
}
