import { registryOf } from '../../../src/commands/registry';
import { allCommands } from '../../../src/features/all-commands';
import { CHANNEL, Conversation } from '../../support/conversation';

// Monday 2 November 2026, 09:00 in New York.
const registry = registryOf(allCommands);
export const open = (): Conversation => new Conversation(registry);
/** The channel in which reports are ordered. */
export const CONVERSATION = '19:channel@thread.tacv2';

export async function inChannelOf(...groups: readonly string[]): Promise<Conversation> {
  const conversation = open();
  conversation.place = CHANNEL;
  for (const group of groups)
    await conversation.directories.bindChannel(group, { conversationId: CONVERSATION });
  return conversation;
}

export const ordersIn = async (conversation: Conversation, where = CONVERSATION) =>
  (await conversation.reported.orders.of(where, 100)).map(({ order }) => order);
