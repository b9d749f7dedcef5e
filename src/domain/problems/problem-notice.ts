import type { PersonId } from '../directory/directory';

/**
 * One outgoing message about a reported problem (rule AC-6), made in one write with what it tells. Its id is made of
 * report, subject and addressee; its card is made when it is sent.
 */
export interface ProblemNotice {
  readonly id: string;
  readonly problem: string;
  /** `reported` goes to the program office, `answered` to who reported it. */
  readonly subject: 'reported' | 'answered';
  readonly to: { readonly kind: 'person'; readonly person: PersonId };
  /** Epoch milliseconds of the change that made it. */
  readonly madeAt: number;
}
