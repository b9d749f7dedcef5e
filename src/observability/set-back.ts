import type { Log } from '../ports/log';
import type { OnSetBack } from '../ports/time-source';
import type { Figures } from './figures';

/** Logs and counts what a clock that ran ahead had dated. */
export const tellingSetBack =
  (log: Log, figures: Pick<Figures, 'setBack'>): OnSetBack =>
  (what, count) => {
    log.warn({ what, count }, 'Times ahead of the clock were set back: the clock had run ahead');
    figures.setBack(what, count);
  };
