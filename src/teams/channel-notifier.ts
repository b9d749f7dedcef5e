import type { CardValue } from '../cards/shared/card-value';
import type { World } from '../domain/kernel/world';
import type { Sender } from '../ports/sender';
import type { CardContent } from './bot-ports';
import { cardActivity } from './card-activity';
import type { Outlet } from './outlet';

/** Sends cards to people and channels that did not ask just now: notices, and cards brought up to date. */
export function channelNotifier(
  outlet: Outlet,
  render: (card: CardValue, world: World) => CardContent,
): Sender {
  return {
    post: (address, card, world) => outlet.send(address, cardActivity(render(card, world))),
    update: (address, activityId, card, world) =>
      outlet.update(address, activityId, cardActivity(render(card, world))),
  };
}
