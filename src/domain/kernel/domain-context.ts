import type { Calendars } from '../calendar/calendars';
import type { Environment } from './environment';
import type { Directory } from '../directory/directory';
import type { Policies } from '../policy/policy';

/** All that a decision or a card may look at besides the case itself; `now` in epoch milliseconds. */
export interface DomainContext {
  readonly now: number;
  readonly directory: Directory;
  readonly policies: Policies;
  readonly calendars: Calendars;
  /** Production where it is not said. */
  readonly environment?: Environment;
  /** The site has a page where customers say how satisfied they are (rule CL-7); not asked where it is not said. */
  readonly asksCustomers?: boolean;
  /**
   * False where the site has no mail server: whoever writes to a customer sends it themselves and confirms it (rule CK-1).
   * There is one where it is not said.
   */
  readonly sendsMail?: boolean;
}
