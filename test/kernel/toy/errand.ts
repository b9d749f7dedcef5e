import type { KindModule } from '../../../src/app/kind-module';
import { errandDelivery } from './errand-delivery';
import { errandType } from './errand-type';
import type { Errand, ErrandEvent } from './errand-type';
import { errandCommand } from './errand.command';

/** All that the kind brings: the one line by which it is registered names this. */
export const errands: KindModule<Errand, ErrandEvent> = {
  type: errandType,
  delivery: errandDelivery,
  commands: [errandCommand],
};
