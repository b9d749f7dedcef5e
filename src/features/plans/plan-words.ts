import { measureName, measuresCalled } from '../../commands/resolve/measure-named';
import type { Measure } from '../../domain/metrics/summary';
import { faulty, no, ok, type Result } from '../../domain/kernel/refusal';

/** A line of more words names no measure and scope. */
const MAX_WORDS = 30;

/** The measures with a goal that are called so. */
const goalsCalled = (words: string): readonly Measure['key'][] =>
  measuresCalled(words).flatMap((key) => (key === 'open-cases' ? [] : [key]));

/** Splits a typed line into a measure and a scope, whichever comes first; the longest name of a measure is meant. */
export function readPlanLine(rest: string): Record<string, string> {
  const words = rest
    .trim()
    .split(/\s+/u)
    .filter((word) => word !== '')
    .slice(0, MAX_WORDS);
  if (words.length === 0) return {};
  for (let length = words.length; length > 0; length -= 1) {
    const ends = [
      { measure: words.slice(0, length), scope: words.slice(length) },
      { measure: words.slice(-length), scope: words.slice(0, -length) },
    ];
    const named = ends.find(({ measure }) => goalsCalled(measure.join(' ')).length > 0);
    if (named === undefined) continue;
    const scope = named.scope.join(' ');
    return { measure: named.measure.join(' '), ...(scope === '' ? {} : { scope }) };
  }
  return { measure: rest.slice(0, 80) };
}

/** The measure of a key or a name; refuses at the field `measure` what is none, and what is said of two. */
export function readMeasure(words: string): Result<Measure['key']> {
  const [key, ...others] = goalsCalled(words);
  if (key !== undefined && others.length === 0) return ok(key);
  const said = words.slice(0, 80);
  const fault = (message: string): Result<never> => no(faulty([{ field: 'measure', message }]));
  if (key !== undefined)
    return fault(`“${said}” could be ${[key, ...others].map(measureName).join(' or ')}. Choose one.`);
  return fault(words.trim() === '' ? 'Choose the measure.' : `“${said}” isn't a measure. Choose one.`);
}
