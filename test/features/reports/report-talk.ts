import { CHANNEL } from '../../support/conversation';
import type { Conversation } from '../../support/conversation';
import { openConversation } from '../../support/open-conversation';

/** The channel in which reports are ordered. */
export const CONVERSATION = '19:channel@thread.tacv2';

export async function inChannelOf(...groups: readonly string[]): Promise<Conversation> {
  const conversation = openConversation();
  conversation.place = CHANNEL;
  for (const group of groups)
    await conversation.directories.bindChannel(group, { conversationId: CONVERSATION });
  return conversation;
}

export const ordersIn = async (conversation: Conversation, where = CONVERSATION) =>
  (await conversation.reported.orders.ofConversation(where, 100)).map(({ state }) => state);
