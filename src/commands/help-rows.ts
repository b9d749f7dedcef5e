import type { HelpRow } from '../cards/shared/card-value';
import type { AnyCommand } from './command';

/** The command table: every command that can be typed, area by area in the order in which they are registered. */
export function helpRows(commands: readonly AnyCommand[]): readonly HelpRow[] {
  const rows = commands.flatMap(({ area, typed }) =>
    typed === undefined ? [] : [{ area, usage: typed.usage, summary: typed.summary }],
  );
  const areas = [...new Set(rows.map(({ area }) => area))];
  return areas.flatMap((area) => rows.filter((row) => row.area === area));
}
