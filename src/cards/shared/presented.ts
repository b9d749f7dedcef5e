import type { DomainContext } from '../../domain/kernel/domain-context';
import type { PersonId } from '../../domain/directory/directory';
import type { CardValue, Mention, Presented } from './card-value';
import { mentionName } from './escape-text';

export type { Mention, Presented };

/** The value of one kind of card. */
export type ValueOf<K extends CardValue['card']> = Extract<CardValue, { card: K }>;

/** A sample card, for the catalog of cards and its pictures. */
export interface Example<K extends CardValue['card']> {
  readonly name: string;
  readonly value: ValueOf<K>;
  readonly context: DomainContext;
}

/** The mentions of people whom the directory knows, each once. */
export function mentionsOf(ids: readonly PersonId[], context: DomainContext): readonly Mention[] {
  return [...new Set(ids)].flatMap((id) => {
    const name = mentionName(context.directory.person(id)?.name ?? '');
    return name === '' ? [] : [{ id, name }];
  });
}

/** Mentions after why they are, as the text of a TextBlock: "For your attention: <at>Ann</at>, <at>Ben</at>". */
export const mentionsView = (why: string, mentions: readonly Mention[]) => ({
  hasMentions: mentions.length > 0,
  mentions: `${why}: ${mentions.map(({ name }) => `<at>${name}</at>`).join(', ')}`,
});
