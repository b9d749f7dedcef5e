import type { NotLoaded, Scored } from '../../domain/metrics/scorecard';
import { PRIORITY_NAMES } from '../../domain/cases/details/validate-details';
import { pressView } from '../shared/button-view';
import { markdown, shortName } from '../shared/escape-text';
import type { planPressViews } from './measure-plan-view';
import { pressOf, type KeysAsked } from './metrics-press';
import { comparedText, countedText, figureText, numberText } from '../../domain/metrics/figure-text';
import { textColor } from '../shared/tone-style';

/** "▼ worse than 84.5% before"; of a measure that has nothing to count in either period it is said once. */
function beforeText({ count, trend, before }: Scored): readonly string[] {
  if (before.percent === undefined) return count === 0 ? [] : ['nothing to count in the previous period'];
  const direction = trend === undefined ? '' : `${comparedText(trend)} `;
  return [`${direction}${figureText(before.percent)} before`];
}

const NOTHING = pressView({ title: '', verb: '', data: {} });

/**
 * A measure beside its goal, the number behind it and the period before (rules ME-1 to ME-6); it and its priorities can be
 * pressed where something is behind them.
 */
export function measureView(
  measure: Scored | NotLoaded,
  keys: KeysAsked,
  plans: ReturnType<typeof planPressViews> = [],
) {
  const name = markdown(shortName(measure.name));
  const still = {
    name,
    isPressable: false,
    figure: '–',
    verdict: '',
    color: textColor(false),
    press: NOTHING,
    priorities: [],
    plans,
  } as const;
  // Kept where the contract is: never shown as zero (rule ME-4).
  if (measure.state === 'not-loaded')
    return { ...still, about: 'Not loaded: kept with the contract, not in Casekeeper' };
  const { reached, key, count, met, unit, byPriority = [] } = measure;
  const goal = `Goal ${markdown(shortName(measure.goal))}`;
  if (reached === undefined)
    return { ...still, about: ['Nothing to count', goal, ...beforeText(measure)].join(' · ') };
  const figure = figureText(measure.percent);
  const title = `${shortName(measure.name)}: ${figure}, ${verdictWord(reached)}`;
  const views = byPriority.map((of) => priorityView(measure, of, keys));
  return {
    name,
    about: [goal, `${numberText(met)} of ${countedText(count, unit)}`, ...beforeText(measure)].join(' · '),
    isPressable: true,
    figure,
    verdict: `${verdictSign(reached)} ${verdictWord(reached)}`,
    color: textColor(!reached),
    press: pressView(pressOf(title, keys, key)),
    plans,
    // Two beside each other, so that no name is broken where the card is narrow.
    priorities: [{ pair: views.slice(0, 2) }, { pair: views.slice(2) }].filter(({ pair }) => pair.length > 0),
  };
}

const verdictWord = (reached: boolean): string => (reached ? 'met' : 'missed');
const verdictSign = (reached: boolean): string => (reached ? '✓' : '⚠');

/** "⚠ Emergency 60%" over "3 of 5, missed". */
function priorityView(
  measure: Scored,
  { priority, count, met, percent }: NonNullable<Scored['byPriority']>[number],
  keys: KeysAsked,
) {
  const name = PRIORITY_NAMES[priority];
  if (percent === undefined)
    return {
      figure: name,
      behind: 'nothing to count',
      color: textColor(false),
      isPressable: false,
      press: NOTHING,
    };
  const reached = met * 100 >= measure.goalPercent * count;
  const figure = figureText(percent);
  const title = `${shortName(measure.name)}, ${name}: ${figure}, ${verdictWord(reached)}`;
  return {
    figure: `${verdictSign(reached)} ${name} ${figure}`,
    behind: `${numberText(met)} of ${numberText(count)}, ${verdictWord(reached)}`,
    color: textColor(!reached),
    isPressable: true,
    press: pressView(pressOf(title, keys, measure.key, priority)),
  };
}
