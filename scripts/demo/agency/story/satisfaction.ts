import type { Decision } from '../../../../src/domain/cases/decision';
import { happens } from '../../../../src/domain/cases/decision';
import { faulty, no } from '../../../../src/domain/kernel/refusal';
import { answerState, decideAnswer } from '../../../../src/domain/cases/satisfaction/decide-answer';
import type { Degree } from '../../../../src/domain/cases/satisfaction/degree';
import { BUSINESS_DAY_MS } from '../../../../src/domain/calendar/calendars';
import type { Deed } from './life';
import type { Scene } from './scene';

/** How many of those who are asked answer. */
const ANSWERS = 0.24;
/** After so many days without a resolution customers lose patience. */
const PATIENCE_DAYS = 10;

const DEGREES: Readonly<Record<'pleased' | 'waited' | 'bad', Readonly<Record<Degree, number>>>> = {
  pleased: { '5': 50, '4': 43, '3': 4, '2': 2, '1': 1 },
  waited: { '5': 26, '4': 44, '3': 14, '2': 11, '1': 5 },
  bad: { '5': 16, '4': 40, '3': 20, '2': 15, '1': 9 },
};
const COMMENTS: Readonly<Record<Degree, readonly string[]>> = {
  '5': ['Quick and friendly. Thank you!', 'The best answer that I have had in years.'],
  '4': ['Good help, a little slow.', 'Thank you.'],
  '3': ['I had to call twice.', 'The answer was not quite what I asked.'],
  '2': ['It took too long to hear anything.', 'Nobody told me of the new date.'],
  '1': ['Weeks without a word while the aircraft stood.', 'I was passed from one to the next.'],
};

const decideSatisfaction: Decision = (subject, typed, _by, context) => {
  const decided = decideAnswer(subject, typed, context);
  return decided.kind === 'happens' ? happens(decided.event) : no(faulty(decided.faults));
};

/** What the customer answers some days after closure, where they are asked and take the time (rule CL-7). */
export function answer(scene: Scene): Deed | undefined {
  const { chances, case: subject, isBad } = scene;
  if (answerState(subject).kind !== 'open' || !chances.happens(ANSWERS)) return undefined;
  const days = (subject.changedAt - subject.openedAt) / BUSINESS_DAY_MS;
  const degree = chances.weighted(DEGREES[isBad ? 'bad' : days > PATIENCE_DAYS ? 'waited' : 'pleased']);
  const comment = chances.happens(0.35) ? { comment: chances.of(COMMENTS[degree]) } : {};
  const at = subject.changedAt + Math.floor(chances.about(0.8, 1.1) * BUSINESS_DAY_MS);
  return scene.deed(decideSatisfaction, { degree, ...comment }, 'customer', at);
}
