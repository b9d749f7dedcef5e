import type { World } from '../../domain/kernel/world';
import type { PersonId } from '../../domain/directory/directory';
import type { CardValue } from './card-value';
import { mentionName } from './escape-text';

/** The value of one kind of card. */
export type ValueOf<K extends CardValue['card']> = Extract<CardValue, { card: K }>;

/** A person who is truly mentioned: `name` stands between `<at>` and `</at>` in the card's text. */
export interface Mention {
  readonly id: PersonId;
  readonly name: string;
}

/** What a presenter makes of a value: what the template reads, one plain line for the notification, and whom it mentions. */
export interface Presented<View> {
  readonly view: View;
  readonly summary: string;
  readonly mentions?: readonly Mention[];
}

/** Whom a card mentions, as templates draw it. */
export interface MentionsView {
  readonly hasMentions: boolean;
  readonly mentions: string;
}

/** A card as it may come, for the catalogue of cards and its pictures. */
export interface Example<K extends CardValue['card']> {
  readonly name: string;
  readonly value: ValueOf<K>;
  readonly world: World;
}

/** The mentions of people whom the directory knows, each once. */
export function mentionsOf(ids: readonly PersonId[], world: World): readonly Mention[] {
  return [...new Set(ids)].flatMap((id) => {
    const name = mentionName(world.directory.person(id)?.name ?? '');
    return name === '' ? [] : [{ id, name }];
  });
}

/** Mentions after why they are, as the text of a TextBlock: "For your attention: <at>Ann</at>, <at>Ben</at>". */
export const mentionsView = (why: string, mentions: readonly Mention[]): MentionsView => ({
  hasMentions: mentions.length > 0,
  mentions: `${why}: ${mentions.map(({ name }) => `<at>${name}</at>`).join(', ')}`,
});
