import type { Asker } from '../../commands/command';
import { readParts } from './read-words';

/** Words that the figures go by. */
const FIGURES = /\b(?:metrics?|scorecards?|kpis?|figures)\b/;
/** "How are we doing", "are we meeting our goals". */
const STANDING =
  /^(?:so |and |hey |hi |ok )*how(?:['’]?s| is| are| am| was| were| did| do| does| has| have)? .+ (?:doing|done|do|going|perform(?:ing|ed)?|far(?:e|ing))\b/;
const GOALS =
  /\b(?:me?et(?:ing|s)?|hit(?:ting|s)?|miss(?:ing|ed|es)?|reach(?:ing|ed|es)?) (?:[a-z’']+ )?(?:goals?|targets?)\b/;
const CASE_NUMBER = /(?:\bcs[\s-]*#?|#)\d/;
/** A line that is longer is no question, and no command takes it. */
const MAX_LENGTH = 200;
/** Of the words, at most this share may be unknown in a question that is answered with what was not understood. */
const MAX_UNKNOWN = 1 / 3;

/**
 * A line that no command begins, as the input of `metrics`, where it is a plain question about the figures: it names a
 * measure, the figures, or how somebody is doing. Every word of it is understood; or it is sure to be about the figures,
 * and few words are not, which are then told. Undefined for any other line.
 */
export function plainQuestion(line: string, asker: Asker): Record<string, string> | undefined {
  const said = line.toLowerCase().replace(/\s+/g, ' ').trim();
  if (said.length > MAX_LENGTH || CASE_NUMBER.test(said)) return undefined;
  const [parsed] = readParts(line, asker);
  if (parsed === undefined) return undefined;
  const { measure, scope, us } = parsed.said;
  const about = measure !== undefined || [FIGURES, STANDING, GOALS].some((pattern) => pattern.test(said));
  if (!about) return undefined;
  const named = [measure, scope, us].some((part) => part !== undefined);
  const few = named && parsed.unknownAt.length <= parsed.words * MAX_UNKNOWN;
  return parsed.unknownAt.length === 0 || few ? { words: line.trim() } : undefined;
}
