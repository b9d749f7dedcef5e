import { numbered } from '../../commands/numbered';

/** The number of a reported problem, and the reader of a typed line that begins with one. */
export const { schema: problemNumber, then: problemThen } = numbered({
  letters: 'PB',
  width: 7,
  input: 'problem',
  ask: 'Give the number of the report, for example PB0000012.',
});
