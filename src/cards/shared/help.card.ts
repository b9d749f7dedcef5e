import { buttonViews } from './button-view';
import { lines, markdown, oneLine } from './escape-text';
import type { Presented, ValueOf } from './presented';

/** The commands by area: how to type each and what it does. */
export function present(value: ValueOf<'help'>): Presented {
  const areas = [...new Set(value.commands.map(({ area }) => area))];
  const greeting = lines(value.greeting ?? '', 2_000);
  const summary = greeting[0] ?? 'What Casekeeper can do';
  return {
    summary,
    view: {
      title: 'What you can type',
      greeting,
      areas: areas.map((name) => ({
        name: markdown(name),
        commands: value.commands
          .filter(({ area }) => area === name)
          .map((row) => ({ usage: oneLine(row.usage), summary: ` ${oneLine(row.summary)}` })),
      })),
      actions: buttonViews(value.buttons),
    },
  };
}
