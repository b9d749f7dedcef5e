import type { Case } from '../../domain/cases/case';
import type { ValueOf } from '../shared/presented';

/** Replaces a card when its case is shown again in the same conversation, because it can no longer be updated. */
export const supersededMessage = ({ number }: Pick<Case, 'number'>): ValueOf<'message'> => ({
  card: 'message',
  tone: 'plain',
  title: number,
  text: 'This conversation has a newer card for this case.',
  buttons: [{ title: `Open ${number}`, verb: 'case.show', data: { case: number } }],
});
