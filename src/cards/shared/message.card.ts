import { buttonViews } from './button-view';
import { lines, markdown, oneLine } from './escape-text';
import type { Presented, ValueOf } from './presented';
import { TONE_STYLES } from './tone-style';

/** A short answer: what happened, and what to do next. */
export function present(value: ValueOf<'message'>): Presented {
  const { style, mark } = TONE_STYLES[value.tone];
  const text = lines(value.text);
  const summary = text[0] === undefined ? oneLine(value.title) : `${oneLine(value.title)}. ${text[0]}`;
  return {
    summary,
    view: {
      style,
      title: `${mark}${markdown(value.title)}`,
      text,
      actions: buttonViews(value.buttons),
    },
  };
}
