import type { World } from '../domain/world';
import * as alert from './alert.card';
import type { CardValue } from './card-value';
import * as caseCard from './case.card';
import * as form from './form.card';
import * as help from './help.card';
import * as list from './list.card';
import * as message from './message.card';
import * as metrics from './metrics.card';
import type { Mention, Presented } from './presented';
import * as referredBack from './referred-back.card';
import { expandTemplate } from './template';
import * as told from './told.card';

/** A card ready to send. `content` is Adaptive Card JSON, `summary` one plain line for the notification. */
export interface RenderedCard {
  readonly content: object;
  readonly summary: string;
  readonly mentions: readonly Mention[];
}

/** What the presenter of a value's card makes of it. */
export function presentCard(value: CardValue, world: World): Presented<object> {
  switch (value.card) {
    case 'form':
      return form.present(value, world);
    case 'case':
      return caseCard.present(value, world);
    case 'alert':
      return alert.present(value, world);
    case 'referred-back':
      return referredBack.present(value, world);
    case 'told':
      return told.present(value, world);
    case 'list':
      return list.present(value, world);
    case 'help':
      return help.present(value, world);
    case 'message':
      return message.present(value, world);
    case 'metrics':
      return metrics.present(value, world);
  }
}

/** Mention entities make `<at>Name</at>` in the card's text a true mention; each is told. */
const mentionEntities = (mentions: readonly Mention[]): object =>
  mentions.length === 0
    ? {}
    : {
        entities: mentions.map(({ id, name }) => ({
          type: 'mention',
          text: `<at>${name}</at>`,
          mentioned: { id, name },
        })),
      };

/** Draws a card value in the world as it is now. */
export function renderCard(value: CardValue, world: World): RenderedCard {
  const { view, summary, mentions } = presentCard(value, world);
  const { content } = expandTemplate(value.card, view);
  const msteams = { width: 'Full', ...mentionEntities(mentions) };
  return { content: { ...content, msteams }, summary, mentions };
}
