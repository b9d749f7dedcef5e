import type { OpenFigures, SlaState } from '../../domain/metrics/open-figures';
import { SLA_STATES } from '../../domain/metrics/open-figures';
import { pressView } from '../shared/button-view';
import type { PressView } from '../shared/button-view';
import { markdown } from '../shared/escape-text';
import { pressOpen } from './metrics-press';
import type { KeysAsked, OpenKeys } from './metrics-press';
import { countedText, numberText } from '../../domain/metrics/figure-text';
import { shortName } from '../shared/short-name';
import type { Color } from '../shared/tone-style';

/** A number of open cases that opens them; `isPressable` is false where there are none. */
interface CountView {
  readonly name: string;
  readonly count: string;
  readonly color: Color;
  readonly isPressable: boolean;
  readonly press: PressView;
}

/** The open cases as the metrics template draws them. */
export interface OpenView {
  readonly title: string;
  readonly hasOpen: boolean;
  readonly states: readonly CountView[];
  readonly ages: readonly CountView[];
  readonly reasons: readonly Pick<CountView, 'name' | 'count' | 'press'>[];
}

/** The state of the clocks in words. */
export const SLA_NAMES: Readonly<Record<SlaState, string>> = {
  missed: 'Missed',
  warned: 'Due soon',
  'in-time': 'In time',
};

/** Open cases by the state of their clocks, by age and by reason (rule ME-5). */
export function openView(open: OpenFigures, keys: KeysAsked): OpenView {
  const view = (name: string, count: number, by: OpenKeys, isBad = false): CountView => {
    const isMarked = isBad && count > 0;
    const title = `${shortName(name)}: ${countedText(count, 'open cases')}, the oldest first`;
    return {
      name: `${isMarked ? '⚠ ' : ''}${markdown(shortName(name))}`,
      count: numberText(count),
      color: isMarked ? 'attention' : 'default',
      isPressable: count > 0,
      press: pressView(pressOpen(title, keys, by)),
    };
  };
  return {
    title: open.count === 0 ? 'No open case' : countedText(open.count, 'open cases'),
    hasOpen: open.count > 0,
    states: SLA_STATES.map((sla) => view(SLA_NAMES[sla], open.bySla[sla], { sla }, sla === 'missed')),
    ages: open.byAge.map(({ key, name, count }) => view(name, count, { age: key }, key === 'aged')),
    reasons: open.topReasons.map(({ key, name: reason, count: of }) => {
      const { name, count, press } = view(reason, of, { reason: key });
      return { name, count, press };
    }),
  };
}
