import type { ListRow } from './card-value';
import { buttonView } from './button-view';
import { clip, oneLine } from './escape-text';
import { TONE_STYLES } from './tone-style';

/** A row on at most three short lines. Its tone is told by color and by a sign before its facts. */
export function rowView(row: ListRow) {
  const facts = row.facts.map((fact) => oneLine(fact)).filter((fact) => fact !== '');
  return {
    title: clip(oneLine(row.title), 200),
    subtitle: clip(oneLine(row.subtitle), 300),
    hasSubtitle: row.subtitle.trim() !== '',
    facts: clip(`${TONE_STYLES[row.tone].mark}${facts.join(' · ')}`, 400),
    hasFacts: facts.length > 0,
    color: TONE_STYLES[row.tone].color,
    buttons: row.button === undefined ? [] : [buttonView(row.button)],
  };
}
