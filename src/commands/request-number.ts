import { recordIdInput } from './record-id-input';

/** The number of a membership request, and the reader of a typed line that begins with one. */
export const { schema: requestNumber, then: requestThen } = recordIdInput({
  letters: 'MR',
  width: 1,
  input: 'request',
  ask: 'Enter the number of the request, for example MR12.',
});
