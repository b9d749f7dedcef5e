import type { Activity, TurnContext } from 'botbuilder';
import type { CardValue } from '../cards/shared/card-value';
import { supersededMessage } from '../cards/cases/superseded-message';
import type { Place } from '../commands/command';
import type { Address, Post } from '../ports/conversations';
import { SendFault } from '../ports/sender';
import type { TurnParts, TurnRequest } from './bot-ports';
import { cardActivity, cardAnswer, type InvokeAnswer } from './card-activity';
import type { ConnectorClient } from './connector-client';
import { withoutThread } from './read-request';
import { sendFaultOf } from './send-fault';

// Longer than this nobody waits in a turn; Teams delivers it again after 15 s.
const MAX_WAIT_MS = 5_000;

/** Sends in a turn; retries once after "too many requests", the only failure that surely did not post. */
async function patiently<T>(send: () => Promise<T>): Promise<T> {
  try {
    return await send();
  } catch (error) {
    const fault = sendFaultOf(error);
    const wait = fault.retryAfterMs ?? 1_000;
    if (fault.status !== 429 || wait > MAX_WAIT_MS) throw error;
    await new Promise((resolve) => setTimeout(resolve, wait));
    return send();
  }
}

type CaseCard = Extract<CardValue, { card: 'case' }>;
type FormCard = Extract<CardValue, { card: 'form' }>;

const postOf = (card: CaseCard, address: Address, activityId: string): Post => ({
  about: { kind: 'case', id: card.case.number },
  address,
  activityId,
  view:
    card.audience === 'channel'
      ? { kind: 'channel-case' }
      : { kind: 'case', ...(card.viewer === undefined ? {} : { viewer: card.viewer }) },
  shows: card.case.timeline.length,
});

/** Work that nobody waits for. */
export type After = () => Promise<void>;

/** Writes a command's answer back to Teams, and keeps the cards of cases so that they can be updated. */
export interface ReplyWriter {
  /** Sends the card as a new message in the conversation of the turn, and gives what is to be done after the turn. */
  asMessage(context: TurnContext, card: CardValue, place: Place): Promise<After>;
  /** The card in place of the one whose button was pressed, and what is to be done once the answer has left. */
  asAnswer(card: CardValue, request: TurnRequest): { readonly answer: InvokeAnswer; readonly after: After };
}

/** Makes the writer. */
export function replyWriter(
  parts: Pick<TurnParts, 'render' | 'posts' | 'log'>,
  connector: ConnectorClient,
): ReplyWriter {
  const { render, posts, log } = parts;

  /**
   * Keeps the post. Only one card of a view is kept updated in a conversation, so an earlier one loses its
   * buttons: it would go on showing what the case is no longer.
   */
  async function stand(post: Post): Promise<void> {
    const earlier = (await posts.ofRecord(post.about)).filter(
      ({ address, activityId, view }) =>
        address.conversationId === post.address.conversationId &&
        view.kind === post.view.kind &&
        activityId !== post.activityId,
    );
    // First: a change that comes in the meantime brings the new one up to date.
    await posts.put(post);
    const card = cardActivity(render(supersededMessage({ number: post.about.id })));
    for (const { address, activityId } of earlier) await change(address, activityId, card);
  }

  /** Changes an earlier message; if it is gone or Teams refuses, that is only logged. */
  async function change(address: Address, activityId: string, activity: Partial<Activity>): Promise<void> {
    try {
      await connector.update(address, activityId, activity);
    } catch (error) {
      if (!(error instanceof SendFault)) throw error;
      log.warn({ status: error.status }, 'An earlier card could not be updated');
    }
  }

  async function keepAnswered(card: CaseCard, request: TurnRequest, activityId: string): Promise<void> {
    const { place } = request;
    const post = postOf(card, place.address, activityId);
    const standing = (await posts.ofRecord(post.about)).find(
      ({ activityId: id, address }) =>
        id === activityId && withoutThread(address.conversationId) === place.address.conversationId,
    );
    if (standing !== undefined) {
      // An alert stays an alert, and what was posted in a thread stays there.
      if (standing.view.kind === post.view.kind) await posts.put({ ...post, address: standing.address });
      return;
    }
    // In a channel the answer is seen by one person; the card that everybody sees is updated as it was.
    if (place.kind === 'personal' || post.view.kind !== 'case') await stand(post);
  }

  /**
   * A form that was opened in a card of one's own chat is not to be drawn over while someone types: until it is sent or
   * left, the card is updated no more.
   */
  async function leaveToForm({ form }: FormCard, { place }: TurnRequest, activityId: string): Promise<void> {
    const number = form.submit.data['case'];
    if (place.kind !== 'personal' || number === undefined) return;
    const { conversationId } = place.address;
    const standing = (await posts.ofRecord({ kind: 'case', id: number })).filter(
      (post) => post.activityId === activityId && post.address.conversationId === conversationId,
    );
    for (const post of standing) await posts.remove(post);
  }

  async function updatePersonal(card: CardValue, request: TurnRequest, activityId: string): Promise<void> {
    // Teams shows an answer until the chat is loaded again, then the message as it was sent: so that is changed too.
    // A form is not kept: it would stand there empty when the person comes back.
    if (request.place.kind !== 'personal' || card.card === 'form') return;
    await change(request.place.address, activityId, cardActivity(render(card)));
  }

  return {
    async asMessage(context, card, place) {
      // A thread of a channel is a conversation of its own.
      const address = { ...place.address, conversationId: context.activity.conversation.id };
      const sent = await patiently(() => context.sendActivity(cardActivity(render(card))));
      const id = sent?.id ?? '';
      return async () => {
        if (card.card === 'case' && id !== '') await stand(postOf(card, address, id));
      };
    },
    asAnswer(card, request) {
      const { replyToId } = request;
      return {
        answer: cardAnswer(render(card)),
        after: async () => {
          if (replyToId === undefined) return;
          if (card.card === 'case') await keepAnswered(card, request, replyToId);
          if (card.card === 'form') await leaveToForm(card, request, replyToId);
          await updatePersonal(card, request, replyToId);
        },
      };
    },
  };
}
