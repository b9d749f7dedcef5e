// The whole package loads planners and models too; the router alone loads in a third of the time.
import { Application } from '@microsoft/teams-ai/lib/Application';
import type { Activity, TurnContext } from 'botbuilder';
import type { CardValue } from '../cards/shared/card-value';
import { faultReference } from '../runtime/fault-reference';
import type { TimeSource } from '../ports/time-source';
import { wentWrong } from './adapter';
import type { TurnParts, TurnRequest } from './bot-ports';
import {
  badActionAnswer,
  cardActivity,
  searchAnswer,
  textActivity,
  unknownInvokeAnswer,
  wordsAnswer,
} from './card-activity';
import type { InvokeAnswer } from './card-activity';
import { faultCard } from './fault-card';
import { greeting } from './greeting';
import type { InFlight } from '../runtime/in-flight';
import { addressLearner } from './learn-address';
import { rateLimitCard, rateLimitText } from './rate-limit-reply';
import type { RateBound } from '../runtime/rate-bound';
import { causeOf, idOf, MAX_LINE, MAX_ENTITIES, placeOf, readRequest, speakerOf } from './read-request';
import { readSearch } from './read-search';
import { createDeduplicator } from './deduplicate';
import type { After, ReplyWriter } from './write-reply';

const TOO_LONG: CardValue = {
  card: 'message',
  tone: 'attention',
  title: "That's too long",
  text: `Nothing was done. A message can have at most ${MAX_LINE} characters and ${MAX_ENTITIES} mentions. Shorten it, or use the command's form.`,
  buttons: [],
};

// The answer goes first: it leaves with the turn, which ends before a new macrotask begins.
const afterThisTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** The router of teams-ai without its typing timer: 1.7.4 starts it whatever its option says, one for all turns. */
class Router extends Application {
  override startTypingTimer(): void {
    // A turn is answered in milliseconds.
  }
}

/** What the bot's routes need. */
interface Routing {
  readonly parts: TurnParts;
  readonly writer: ReplyWriter;
  /** Any monotonic time. */
  readonly time: TimeSource;
  readonly inHand: InFlight;
  /** Limits how many turns a person may take; unlimited if absent. */
  readonly bound?: RateBound | undefined;
  /** The same for searches while typing: they do not use up turns. */
  readonly searchBound?: RateBound | undefined;
}

/** Makes the bot's turn handler, which routes activities. Each is handled once, however often it comes. */
export function createApplication(routing: Routing): (context: TurnContext) => Promise<void> {
  const { parts, writer, inHand, bound, searchBound } = routing;
  const { log } = parts;
  const turns = createDeduplicator<InvokeAnswer | undefined>(routing.time);
  const isFirstMeeting = greeting(parts.addresses);
  const learn = addressLearner(parts);

  /** Work after the answer has left; its faults are only logged. */
  const afterwards = (work: After): void => {
    void inHand.track(
      'work after turns',
      afterThisTurn()
        .then(work)
        .catch((error: unknown) => {
          log.error({ err: error }, 'Work after a turn failed');
        }),
    );
  };
  const endTurn = (work: After): void => {
    afterwards(async () => {
      try {
        await work();
      } finally {
        parts.afterTurn?.();
      }
    });
  };
  const learnFrom = ({ place, person }: TurnRequest): void => {
    afterwards(() => learn(place, person));
  };
  const failed = (error: unknown, request: TurnRequest): string => {
    const reference = faultReference(error);
    log.error({ reference, verb: request.invocation?.verb, err: error }, 'A command failed');
    return reference;
  };
  /** The fault with a button to report it; in plain text if drawing cards is what broke. */
  const faultActivity = (reference: string, error: unknown): Partial<Activity> => {
    try {
      return cardActivity(parts.render(faultCard(reference, error)));
    } catch {
      return textActivity(wentWrong(reference, error));
    }
  };

  /** Sends a message beside the answer; if it fails, the answer still goes out. */
  async function tell(context: TurnContext, activity: Partial<Activity>): Promise<void> {
    try {
      await context.sendActivity(activity);
    } catch (error) {
      log.warn({ err: error }, 'The error card could not be sent');
    }
  }

  async function answerMessage(context: TurnContext): Promise<undefined> {
    const { activity } = context;
    // Before anything is read, because reading is expensive.
    const tooMany = bound?.(idOf(activity));
    if (tooMany !== undefined) {
      // Sent once; whoever keeps sending does not get as much back.
      if (tooMany.isFirst) await writer.asMessage(context, rateLimitCard(tooMany), placeOf(activity));
      return;
    }
    const read = readRequest(activity);
    if (read.kind === 'nothing') return;
    const { request } = read;
    learnFrom(request);
    let card: CardValue;
    try {
      card = read.kind === 'too-long' ? TOO_LONG : await parts.handle(request);
    } catch (error) {
      await context.sendActivity(faultActivity(failed(error, request), error));
      return;
    }
    endTurn(await writer.asMessage(context, card, request.place));
  }

  async function answerAction(context: TurnContext): Promise<InvokeAnswer> {
    const tooMany = bound?.(idOf(context.activity));
    // A button always gets an answer; else the client would say that the bot cannot be reached.
    if (tooMany !== undefined) return wordsAnswer(rateLimitText(tooMany));
    const read = readRequest(context.activity);
    if (read.kind !== 'request') return badActionAnswer;
    const { request } = read;
    learnFrom(request);
    try {
      const { answer, after } = writer.asAnswer(await parts.handle(request), request);
      endTurn(after);
      return answer;
    } catch (error) {
      const reference = failed(error, request);
      // The card keeps what was typed in it. In a channel everyone would see the button, so there it is text only.
      if (request.place.kind === 'personal') await tell(context, faultActivity(reference, error));
      return wordsAnswer(wentWrong(reference, error));
    }
  }

  /** Always answers: without an answer, a client leaves the field without its own choices too. */
  async function answerSearch({ activity }: TurnContext): Promise<InvokeAnswer> {
    if (searchBound?.(idOf(activity)) !== undefined) return searchAnswer([]);
    const request = readSearch(activity);
    if (request === undefined) return searchAnswer([]);
    try {
      return searchAnswer(await parts.search(request));
    } catch (error) {
      log.error({ err: error }, 'A search failed');
      return searchAnswer([]);
    }
  }

  async function meet(context: TurnContext): Promise<void> {
    const { activity } = context;
    if (!(await isFirstMeeting(activity))) return;
    const place = placeOf(activity);
    const person = speakerOf(activity);
    afterwards(await writer.asMessage(context, parts.welcome(place, person), place));
    afterwards(() => learn(place, person));
  }

  const router = new Router({ removeRecipientMention: false });
  const isCardAction = ({ activity }: TurnContext): Promise<boolean> =>
    Promise.resolve(activity.name === 'adaptiveCard/action');
  // One route for all actions: teams-ai's own remembers by verb what one card once said, and leaves an unknown verb
  // without an answer.
  router.addRoute(
    isCardAction,
    async (context) => {
      const answer = await turns.once(causeOf(context.activity), () => answerAction(context));
      await context.sendActivity({ type: 'invokeResponse', value: answer });
    },
    true,
  );
  const isSearch = ({ activity }: TurnContext): Promise<boolean> =>
    Promise.resolve(activity.type === 'invoke' && activity.name === 'application/search');
  // teams-ai's own leaves out the status that Teams reads, and leaves a data set that it does not know unanswered.
  router.addRoute(
    isSearch,
    async (context) => {
      await context.sendActivity({ type: 'invokeResponse', value: await answerSearch(context) });
    },
    true,
  );
  router.activity('message', async (context) => {
    await turns.once(causeOf(context.activity), () => answerMessage(context));
  });
  router.activity(['installationUpdate', 'conversationUpdate'], meet);

  return async (context) => {
    const handled = await router.run(context);
    if (!handled && context.activity.type === 'invoke') {
      await context.sendActivity({ type: 'invokeResponse', value: unknownInvokeAnswer });
    }
  };
}
