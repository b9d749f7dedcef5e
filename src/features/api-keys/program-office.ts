import type { Person } from '../../domain/directory/directory';
import { refusal, type Refusal } from '../../domain/kernel/refusal';

/** Only the program office manages API keys (rule AC-2); the refusal for anyone else. */
export const keysPrecondition = (actor: Person): Refusal | undefined =>
  actor.roles.includes('program-office')
    ? undefined
    : refusal('not-permitted', { action: 'API keys', who: 'the program office' });
