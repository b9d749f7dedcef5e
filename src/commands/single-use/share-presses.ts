import type { PersonId } from '../../domain/directory/directory';
import type { Invocation, Outcome, Place } from '../command';
import type { Registry } from '../registry';

/** What makes two presses the same: who pressed what, on which card, with what typed in it. */
interface Press {
  readonly person: { readonly id: PersonId };
  readonly place: Place;
  readonly replyToId?: string;
  readonly invocation?: Invocation;
}

/** Runs once what is asked for under one key; `keeps` says whether an answer is given to later ones too. */
interface Once {
  once(key: string, run: () => Promise<Outcome>, keeps: (answer: Outcome) => boolean): Promise<Outcome>;
}

/**
 * Presses of the same button at the same instant share one run and one answer (rule CA-11). Later ones, and those on
 * other instances, are answered from the record, which has the form's key as its cause; where a command records no
 * cause, its answer is kept for a while.
 */
export function sharingPresses<Request extends Press>(
  handle: (request: Request) => Promise<Outcome>,
  presses: Once,
  registry: Pick<Registry, 'byVerb'>,
): (request: Request) => Promise<Outcome> {
  return (request) => {
    const { person, place, replyToId = '', invocation } = request;
    if (invocation === undefined) return handle(request);
    const { verb, input } = invocation;
    const given = Object.entries(input).toSorted(([a], [b]) => (a < b ? -1 : 1));
    const key = JSON.stringify([person.id, place.address.conversationId, replyToId, verb, given]);
    const isKept = registry.byVerb(verb)?.keepsAnswer === true;
    return presses.once(
      key,
      () => handle(request),
      (answer) => isKept && isDone(answer),
    );
  };
}

/** A form that came back, or a refusal, has done nothing: it may be sent again. */
const isDone = (answer: Outcome): boolean => answer.kind === 'reply' && answer.reply.card.card !== 'form';
