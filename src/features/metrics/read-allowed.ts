import type { CommandContext } from '../../commands/command';
import { no } from '../../domain/result';
import type { Result } from '../../domain/result';
import type { MetricsQuestion } from '../../ports/metrics';
import { barredFrom } from './read-question';
import { readBoth } from './read-words';

/** Scope and period of a button, refused where they are a person's whose figures the actor may not see (rule AC-5). */
export function readAllowed(scope: string, period: string, context: CommandContext): Result<MetricsQuestion> {
  const asked = readBoth(scope, period, context);
  const barred = asked.ok ? barredFrom(asked.value, context) : undefined;
  return barred === undefined ? asked : no(barred);
}
