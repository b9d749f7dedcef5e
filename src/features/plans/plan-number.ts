import { recordIdInput } from '../../commands/record-id-input';

/** The number of an action plan, and the reader of a typed line that begins with one. */
export const { schema: planNumber, then: planThen } = recordIdInput({
  letters: 'AP',
  width: 7,
  input: 'plan',
  ask: 'Enter the number of the action plan, for example AP0000012.',
});
