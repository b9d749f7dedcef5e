import { recordIdInput } from '../../commands/record-id-input';

/** The number of a reported problem, and the reader of a typed line that begins with one. */
export const { schema: problemNumber, then: problemThen } = recordIdInput({
  letters: 'PB',
  width: 7,
  input: 'problem',
  ask: 'Enter the number of the report, for example PB0000012.',
});
