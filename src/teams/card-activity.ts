import type { Activity, Attachment } from 'botbuilder';
import type { CardContent } from './bot-ports';

const CARD_TYPE = 'application/vnd.microsoft.card.adaptive';

/** A message that is one card. The summary is what a notification shows. */
export function cardActivity(card: CardContent): Partial<Activity> {
  const attachment: Attachment = { contentType: CARD_TYPE, content: card.content };
  return { type: 'message', summary: card.summary, attachments: [attachment] };
}

/** A message of plain words. */
export const textActivity = (text: string): Partial<Activity> => ({
  type: 'message',
  text,
  textFormat: 'plain',
});

/** The answer to an invoke: the HTTP status, and the body that Teams reads. */
export interface InvokeAnswer {
  readonly status: number;
  readonly body: object;
}

/** Answers a card's action with a card that takes its place. */
export const cardAnswer = (card: CardContent): InvokeAnswer => ({
  status: 200,
  body: { statusCode: 200, type: CARD_TYPE, value: card.content },
});

/** Answers a card's action with text; the card and what was typed into it stay. */
export const wordsAnswer = (text: string): InvokeAnswer => ({
  status: 200,
  body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: text },
});

/** Answers what was typed into a field that asks for its choices. */
export const searchAnswer = (
  results: readonly { readonly title: string; readonly value: string }[],
): InvokeAnswer => ({
  status: 200,
  body: { statusCode: 200, type: 'application/vnd.microsoft.search.searchResponse', value: { results } },
});

/** Answers an action that cannot be read. Teams wants status 200 and the error inside. */
export const badActionAnswer: InvokeAnswer = {
  status: 200,
  body: {
    statusCode: 400,
    type: 'application/vnd.microsoft.error',
    value: { code: 'BadRequest', message: "This button can't be read. Type help to see what you can do." },
  },
};

/** Answers an invoke that the bot does not support. */
export const unknownInvokeAnswer: InvokeAnswer = {
  status: 501,
  body: { code: 'NotImplemented', message: "Casekeeper doesn't support this kind of request." },
};
