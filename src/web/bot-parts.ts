import type { SystemName } from '../domain/directory/customer-system';
import type { Problem } from '../ports/problem';
import type { TurnParts } from '../teams/bot-ports';
import type { Page } from './pages/page';

/** What customers' systems may do by HTTP, in plain values: no HTTP types go further in than this. */
export interface CustomerApi {
  /** The system whose key this is. */
  systemOf(key: string): Promise<SystemName | undefined>;
  /** Opens a case for a request; `created` is false if the same request came before. A fault throws. */
  submit(
    system: SystemName,
    idempotencyKey: string,
    body: unknown,
  ): Promise<
    | { readonly ok: true; readonly created: boolean; readonly case: { readonly number: string } }
    | { readonly ok: false; readonly problem: Problem }
  >;
  /** A case that the system submitted. */
  show(system: SystemName, number: string): Promise<object | undefined>;
  /** The OpenAPI document of all this. */
  document(): object;
}

/** What the bot needs from the rest of the product, for turns and beside them; wired by compose. */
export interface BotParts extends TurnParts {
  readonly api: CustomerApi;
  /** What is reached by a signed link, if anything. */
  readonly pages?: readonly Page[];
}
