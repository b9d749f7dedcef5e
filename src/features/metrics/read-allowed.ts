import type { CommandContext } from '../../commands/command';
import { barredFromFiguresOf } from '../../domain/people/metrics-of-person';
import { no } from '../../domain/result';
import type { Result } from '../../domain/result';
import type { MetricsQuestion } from '../../ports/metrics';
import { readBoth } from './read-words';

/** Scope and period of a button, refused where they are a person's whose figures the actor may not see (rule AC-5). */
export function readAllowed(scope: string, period: string, context: CommandContext): Result<MetricsQuestion> {
  const asked = readBoth(scope, period, context);
  return asked.ok ? ifAllowed(asked.value, context) : asked;
}

/** The same of a line in which nothing stands between the two: the longest end that is a period is the period. */
export function readAllowedLine(line: string, context: CommandContext): Result<MetricsQuestion> {
  const parts = line.trim().split(/\s+/).slice(0, 20);
  for (let at = 0; at <= parts.length; at++) {
    const asked = readBoth(parts.slice(0, at).join(' '), parts.slice(at).join(' '), context);
    if (asked.ok) return ifAllowed(asked.value, context);
  }
  return readAllowed(line, '', context);
}

/** The question, or why its figures are not the actor's to see. */
export function ifAllowed(
  asked: MetricsQuestion,
  { actor, directory }: CommandContext,
): Result<MetricsQuestion> {
  const { scope } = asked;
  const barred = scope.kind === 'person' ? barredFromFiguresOf(scope.key, actor, directory) : undefined;
  return barred === undefined ? { ok: true, value: asked } : no(barred);
}
