import type { Case } from '../../domain/cases/case';
import type { ValueOf } from '../shared/presented';

/** What a card becomes when its case is shown anew in the same conversation: it can no longer be kept up to date. */
export const supersededMessage = ({ number }: Pick<Case, 'number'>): ValueOf<'message'> => ({
  card: 'message',
  tone: 'plain',
  title: number,
  text: 'This conversation has a newer card for this case.',
  buttons: [{ title: `Open ${number}`, verb: 'case.show', data: { case: number } }],
});
