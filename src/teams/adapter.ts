import { CloudAdapter, type Activity, type InvokeResponse, type TurnContext } from 'botbuilder';
import { faultReference } from '../runtime/fault-reference';
import type { Log } from '../ports/log';
import { StoreBusy } from '../ports/store-busy';
import { SiteAuthentication } from './authentication';
import { textActivity, wordsAnswer } from './card-activity';
import type { BotIdentity } from '../app/config/config';
import type { Cloud } from './identity/clouds';

/** What a person reads if something broke. */
export const wentWrong = (reference: string, error: unknown): string =>
  error instanceof StoreBusy
    ? `The database is busy, reference ${reference}. Nothing was saved. Try again in a minute.`
    : `Something went wrong, reference ${reference}. Nothing is lost; try again. If it happens again, type report problem reference ${reference}`;

/** The SDK's adapter, but it throws what the SDK would write to the console and into the answer. */
export class BotAdapter extends CloudAdapter {
  readonly #authentication: SiteAuthentication;

  constructor(authentication: SiteAuthentication) {
    super(authentication);
    this.#authentication = authentication;
  }

  /** Whether a request with this header is worth reading: its token names the channel service as its issuer. */
  namesIssuer(authorization: string): boolean {
    return this.#authentication.namesIssuer(authorization);
  }

  /** Runs one activity. Throws if the caller is not authenticated, before `turn` begins. */
  answer(
    authorization: string,
    activity: Activity,
    turn: (context: TurnContext) => Promise<void>,
  ): Promise<InvokeResponse | undefined> {
    return this.processActivity(authorization, activity, turn);
  }
}

/** Makes the adapter; a turn that throws is logged with a reference, and the person reads the reference. */
export function createAdapter(bot: BotIdentity | undefined, log: Log, cloud?: Cloud): BotAdapter {
  const adapter = new BotAdapter(new SiteAuthentication(bot, cloud));
  adapter.onTurnError = async (context, error) => {
    const reference = faultReference(error);
    log.error({ reference, activity: context.activity.type, err: error }, 'A turn failed');
    const words = wentWrong(reference, error);
    if (context.activity.type === 'invoke') {
      await context.sendActivity({ type: 'invokeResponse', value: wordsAnswer(words) });
      return;
    }
    if (context.activity.type !== 'message') return;
    try {
      await context.sendActivity(textActivity(words));
    } catch (again) {
      // Teams cannot be reached, which may be why the turn failed; the log has it.
      log.warn({ reference, err: again }, 'The person could not be notified of the error');
    }
  };
  return adapter;
}
