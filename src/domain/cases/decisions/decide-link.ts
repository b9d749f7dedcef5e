import type { Case } from '../case';
import { caseDecision, happens } from '../decision';
import type { EntryOf } from '../timeline';
import { is, isNot, type Read } from '../../kernel/text/typed-text';

/**
 * Links the case to another that is about the same matter (rule CA-3): never to itself, and once a pair. Fields:
 * `other` (a case number; whether there is such a case, who asks has looked), `why`.
 */
export const decideLink = caseDecision('case.link', (subject, form) => {
  const missing = 'Enter the number of the other case, for example CS0000012.';
  const to = form.required('other', missing, (number) => readOther(number, subject));
  const why = form.requiredWords('why', 'Why', 'Explain how the two cases are related.');
  const read = form.complete({ to, why });
  return read.ok ? happens({ kind: 'linked', ...read.value }) : read;
});

function readOther(number: string, subject: Case): Read<string> {
  if (!/^CS\d{7,}$/.test(number))
    return isNot(`"${number.slice(0, 40)}" isn't a valid case number. Enter one like CS0000012.`);
  if (number === subject.number) return isNot(`${number} is this case. Enter the number of the other case.`);
  if (linkTo(subject, number) !== undefined)
    return isNot(`${subject.number} and ${number} are already linked. Enter another case.`);
  return is(number);
}

/** The entry that links a case to another. */
export const linkTo = ({ timeline }: Case, other: string): EntryOf<'linked'> | undefined =>
  timeline.find((entry): entry is EntryOf<'linked'> => entry.kind === 'linked' && entry.to === other);
