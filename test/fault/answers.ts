import type { Seeded } from '../support/seeded';

/** How the connector answers a call. `taken`: whether the card is in the conversation all the same. */
export interface Answer {
  readonly name: string;
  readonly taken: boolean;
  /** What the connector's client throws, as it throws it; absent where all is well. */
  readonly thrown?: Error;
}

const WELL: Answer = { name: 'well', taken: true };

/** An answer of HTTP as the client tells it. */
const answered = (statusCode: number, headers: Readonly<Record<string, string>> = {}): Error =>
  Object.assign(new Error(`HTTP ${statusCode}`), {
    name: 'RestError',
    statusCode,
    response: { status: statusCode, headers: new Headers(headers) },
  });
const hung = (): Error => Object.assign(new Error('aborted'), { name: 'AbortError' });
const reset = (): Error =>
  Object.assign(new Error('read ECONNRESET'), { name: 'FetchError', code: 'ECONNRESET' });
const refused = (name: string, thrown: Error): Answer => ({ name, taken: false, thrown });

const DATE = 'Sat, 21 Nov 2026 05:00:00 GMT';
const inSeconds = (seconds: number): string => new Date(Date.parse(DATE) + seconds * 1_000).toUTCString();

/** Every fault that the policy of sending knows. An answer that is lost may be of a card that was taken. */
function faultOf(random: Seeded): Answer {
  const seconds = 1 + random.below(30);
  const taken = random.once(2);
  return random.of<() => Answer>([
    () => refused('412', answered(412)),
    () => refused('429', answered(429)),
    () => refused('429, seconds', answered(429, { 'retry-after': String(seconds) })),
    () => refused('429, a date', answered(429, { 'retry-after': inSeconds(seconds), date: DATE })),
    () => refused('500', answered(500)),
    () => refused('502', answered(502)),
    () => refused('503, seconds', answered(503, { 'retry-after': String(seconds) })),
    () => ({ name: `504${taken ? ', taken' : ''}`, taken, thrown: answered(504) }),
    () => ({ name: `reset${taken ? ', taken' : ''}`, taken, thrown: reset() }),
    () => ({ name: `hang${taken ? ', taken' : ''}`, taken, thrown: hung() }),
  ])();
}

/** The answer to the next call: one in five is a fault, and one in two hundred says that the conversation is gone. */
export function nextAnswer(random: Seeded): Answer {
  if (random.once(200)) return random.once(2) ? refused('403', answered(403)) : refused('404', answered(404));
  return random.once(5) ? faultOf(random) : WELL;
}

/** Beyond Teams' limits. */
export const THROTTLED = refused('429, beyond the limits', answered(429));
/** For a conversation that never answers well. */
export const DOWN = refused('503', answered(503));
