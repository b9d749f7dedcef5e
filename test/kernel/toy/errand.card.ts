import type { CardValue } from '../../../src/cards/shared/card-value';
import { buttonViews } from '../../../src/cards/shared/button-view';
import { groupName } from '../../../src/cards/shared/names';
import type { Errand } from './errand-type';

/** The template of an errand's card; a kind of the product would have it in `cards/`. */
const TEMPLATE = {
  type: 'AdaptiveCard',
  version: '1.5',
  body: [
    { type: 'TextBlock', text: '${title}', weight: 'Bolder', wrap: true },
    { type: 'TextBlock', text: '${about}', wrap: true },
  ],
  actions: [
    {
      $data: '${actions}',
      type: 'Action.Execute',
      title: '${title}',
      verb: '${verb}',
      data: '${data}',
      associatedInputs: '${inputs}',
    },
  ],
};

/** An errand with the button by which it is run. */
export const errandCard = ({ id, what, group, state }: Errand): CardValue => ({
  card: 'own',
  template: TEMPLATE,
  present: (context) => ({
    summary: `${id}: ${what}`,
    view: {
      title: `${id} · ${state === 'open' ? 'to be run' : 'done'}`,
      about: `${what} · ${groupName(group, context)}`,
      actions: buttonViews(
        state === 'open' ? [{ title: 'Ran it', verb: 'errand', data: { errand: id, ran: 'yes' } }] : [],
      ),
    },
  }),
});
