import type { Case } from '../domain/cases/case';
import { fateOf, isWord, letterOf } from '../domain/cases/letter';
import type { World } from '../domain/world';
import { label, oneLine } from './escape-text';
import { instantText } from './time-text';

const WHEN_REFUSED =
  'What to do: check the address with the customer, or tell them by telephone, then press Send again.';
const WHEN_GIVEN_UP =
  'What to do: tell the customer by telephone, or wait until the mail server answers, then press Send again.';

/**
 * What is said of e-mail beside an entry: where a word went and what became of it, and beside a refusal which e-mail it
 * was and what to do. Read from the case as it is now; times in `zone`.
 */
export function mailLines(of: Case, index: number, world: World, zone: string): readonly string[] {
  const entry = of.timeline[index];
  if (isWord(entry) || entry?.kind === 'satisfaction-asked') return [...wordLines(of, index, world, zone)];
  if (entry?.kind === 'mail-sent') return addressee(of, entry.of);
  if (entry?.kind !== 'mail-refused') return [];
  if (!isWord(of.timeline[entry.of])) return addressee(of, entry.of);
  const repeated = of.timeline.some((each) => each.kind === 'word-repeated' && each.of === entry.of);
  return [
    ...addressee(of, entry.of),
    ...(repeated ? [] : [entry.why === 'given-up' ? WHEN_GIVEN_UP : WHEN_REFUSED]),
  ];
}

function addressee(of: Case, index: number): readonly string[] {
  const letter = letterOf(of, index);
  return letter === undefined ? [] : [`To ${label(letter.to)}: ${oneLine(letter.subject)}`];
}

function wordLines(of: Case, index: number, world: World, zone: string): readonly string[] {
  const letter = letterOf(of, index);
  if (letter === undefined) return [];
  const fate = fateOf(of, index);
  const to = `E-mail to ${label(letter.to)}`;
  if (fate === undefined) return [`${to}: not sent yet`];
  const when = instantText(fate.at, zone, world.now);
  return [`${to}: ${fate.kind === 'mail-sent' ? 'sent' : 'not accepted'} ${when}`];
}
