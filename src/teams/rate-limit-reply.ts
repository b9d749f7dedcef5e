import type { CardValue } from '../cards/shared/card-value';
import type { TooMany } from '../runtime/rate-bound';

const TITLE = 'Please slow down';

const again = ({ waitS }: TooMany, what: string): string =>
  `You're sending messages too fast, so this one was ignored. ${what} again in ${waitS} ${waitS === 1 ? 'second' : 'seconds'}.`;

/** The answer to a line that exceeds its sender's limit. */
export const rateLimitCard = (tooMany: TooMany): CardValue => ({
  card: 'message',
  tone: 'warning',
  title: TITLE,
  text: again(tooMany, 'Send it'),
  buttons: [],
});

/** The same for a button, as text: the card stays, and what was typed into it. */
export const rateLimitText = (tooMany: TooMany): string =>
  `${TITLE}. ${again(tooMany, 'What you typed is still there; press')}`;
