import type { Given } from '../../commands/forms/fields';
import { NUMBERS } from '../../domain/metrics/periods/plain-period';
import type { MetricsQuestion } from '../../ports/metrics';
import type { Sense } from './read-line';
import { crtCalled } from '../../commands/resolve/measure-named';
import { us } from '../../commands/resolve/scope-named';
import { questionsOfWays, readParts, type Asking } from './read-words';

/** What was read of "CRT were 6 days for aviation last quarter". */
interface LineRead {
  /** The fields of the form, each in the words that were typed. */
  readonly given: Given;
  /** The words that nothing could be made of. */
  readonly unknown: readonly string[];
  /** What scope, period and measure can mean together. */
  readonly questions: readonly MetricsQuestion[];
}

/** "were 6 days", "goal was 6", "6 business days". */
const DAYS = new RegExp(
  '^(?:(?:goals? |targets? )?(?:were|was|is|are|be|became|of|at|to|within|in|had|would be) )?' +
    `([-+]?\\d{1,9}(?:[.,]\\d{1,9})?|${NUMBERS.join('|')})(?: business| working)?(?: days?)?(?: or less)?$`,
);

const sensesOf = (said: string): readonly Sense<'days'>[] => [
  ...(DAYS.test(said) ? [{ kind: 'days' as const, cost: 0 }] : []),
  ...(/^(?:if|instead|only)$/.test(said) ? [{ kind: 'filler' as const, cost: 2 }] : []),
];

/** Reads the line after "what if". Nothing is made up: what is missing or not understood is left to the form. */
export function readWhatIf(words: string, asking: Asking): LineRead {
  const ways = readParts(words, asking, sensesOf);
  // "6 days" is a period too, but not to who tries a goal.
  const withDays = ways.filter(({ said }) => said.days !== undefined);
  const best = withDays.length > 0 ? withDays : ways;
  const { said = {}, unknown = [] } = best[0] ?? {};
  const { days, measure, scope, period, again } = said;
  const given = {
    days: days === undefined ? '' : numberIn(days),
    measure: measure === undefined ? '' : (crtCalled(measure) ?? measure),
    scope: scope ?? (said.us === undefined ? '' : ourKey(asking)),
    period: period ?? '',
  };
  return {
    given: Object.fromEntries(Object.entries(given).filter(([, words]) => words !== '')),
    unknown: again === undefined ? unknown : [...unknown, again],
    questions: questionsOfWays(best, asking),
  };
}

/** The group that "we" are; nothing for the enterprise. */
function ourKey(asking: Asking): string {
  const we = us(asking);
  return we.kind === 'group' ? we.key : '';
}

function numberIn(said: string): string {
  const written = DAYS.exec(said)?.[1] ?? '';
  const named = NUMBERS.indexOf(written);
  return named < 0 ? written : String(named);
}
