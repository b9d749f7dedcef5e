import { SLA_STATES, type OpenFigures, type SlaState } from '../../domain/metrics/open-figures';
import { pressView } from '../shared/button-view';
import { markdown, shortName } from '../shared/escape-text';
import { pressOpen, type KeysAsked, type OpenKeys } from './metrics-press';
import { countedText, numberText } from '../../domain/metrics/figure-text';
import { textColor } from '../shared/tone-style';

/** The state of the clocks in words. */
export const SLA_NAMES: Readonly<Record<SlaState, string>> = {
  missed: 'Missed',
  warned: 'Due soon',
  'in-time': 'In time',
};

/** The open cases by the state of their clocks, by age and by reason (rule ME-5). */
export function openView(open: OpenFigures, keys: KeysAsked) {
  const view = (name: string, count: number, by: OpenKeys, isBad = false) => {
    const isMarked = isBad && count > 0;
    const title = `${shortName(name)}: ${countedText(count, 'open cases')}, oldest first`;
    return {
      name: `${isMarked ? '⚠ ' : ''}${markdown(shortName(name))}`,
      count: numberText(count),
      color: textColor(isMarked),
      isPressable: count > 0,
      press: pressView(pressOpen(title, keys, by)),
    };
  };
  return {
    title: open.count === 0 ? 'No open cases' : countedText(open.count, 'open cases'),
    hasOpen: open.count > 0,
    states: SLA_STATES.map((sla) => view(SLA_NAMES[sla], open.bySla[sla], { sla }, sla === 'missed')),
    ages: open.byAge.map(({ key, name, count }) => view(name, count, { age: key }, key === 'aged')),
    reasons: open.topReasons.map(({ key, name: reason, count: of }) => {
      const { name, count, press } = view(reason, of, { reason: key });
      return { name, count, press };
    }),
  };
}
