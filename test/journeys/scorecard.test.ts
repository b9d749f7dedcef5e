import { CASE, last, SENT_MYSELF } from './aviation-call';
import { sqliteUnderTest } from '../storage/sqlite/sqlite-under-test';
import { actionsOf, actionTitled, inputValues, nodesOf, textOf } from './seen-card';
import type { SeenCard } from './seen-card';
import { CHANNEL_OF, chatOf, startTown } from './town';
import type { Standing, Town } from './town';

// Tuesday 2026-10-06, 10:00 in New York.
const START = Date.parse('2026-10-06T14:00:00Z');
const DAY = 86_400_000;

let town: Town;
beforeEach(async () => {
  town = await startTown(START, sqliteUnderTest());
  // The figures are counted to the end.
  town.wallStep = 10;
});
afterEach(async () => {
  await town.end();
});

const words = (card: SeenCard): string => textOf(card).replaceAll('\u00a0', ' ');
/** The title of the press on a figure: it begins with the name of the measure. */
const titled = (card: SeenCard, begins: string): string =>
  actionsOf(card).find(({ title }) => title.startsWith(begins))?.title ?? begins;
const valueOf = (card: SeenCard, id: string, begins: string): string => {
  const input = [...nodesOf(card)].find((node) => node['id'] === id);
  const choices = (input?.['choices'] ?? []) as readonly { title: string; value: string }[];
  return choices.find(({ title }) => title.includes(begins))?.value ?? '';
};

/** A case is opened and is closed fifteen days later: 10 business days, as Columbus Day does not count. */
async function closeLate(): Promise<void> {
  await town.press('201', last(await town.say('201', 'new case')), 'Create case', CASE);
  town.now = START + 15 * DAY;
  const resolve = last(await town.say('201', 'resolve CS0000001'));
  await town.press('201', resolve, 'Resolve', { kind: 'other', notes: 'Ships on Friday.' });
  await town.press('201', last(await town.say('201', 'close CS0000001')), 'Close', SENT_MYSELF);
  await town.beat();
}

it('The scorecard leads from a metric to its measure, its cases, and a case, and back to the same card (ME-1, ME-6)', async () => {
  await closeLate();
  const scorecard = last(await town.say('201', 'metrics'));
  expect(words(scorecard.card)).toContain('Case Resolution Time, Levels 1 to 3 0% of 85%');

  const measure = await town.press(
    '201',
    scorecard,
    titled(scorecard.card, 'Case Resolution Time, Levels 1'),
  );
  expect(words(measure.card)).toContain('0 of 1 case in time');
  const list = await town.press('201', measure, 'Cases');
  expect(words(list.card)).toContain('0 of 1 case: 0%. Goal 85% in 8 business days or less: missed.');
  expect(words(list.card)).toContain('CS0000001 · DoDAAC W25G1V');
  expect(words(list.card)).toContain('Missed: closed in 10 business days, 2 over the goal of 8');

  const back = await town.press('201', list, 'Metrics');
  expect(words(back.card)).toBe(words(scorecard.card));
  const opened = await town.press('201', list, 'Open');
  expect(words(opened.card)).toContain('CS0000001');
  expect(actionTitled(opened.card, 'History').verb).toBe('case.history');
  expect(town.faults).toEqual([]);
});

it('The scorecard changes scope and period in place by its own choices in a personal chat (ME-6)', async () => {
  await closeLate();
  const scorecard = last(await town.say('201', 'metrics'));
  const cards = (await town.standing(chatOf('201'))).length;
  const chosen = {
    scope: valueOf(scorecard.card, 'scope', 'L2-AVN'),
    period: valueOf(scorecard.card, 'period', 'Last month'),
  };
  const shown = await town.press('201', scorecard, 'Show', chosen);
  expect(words(shown.card)).toMatch(/^Metrics · Aviation/u);
  expect(words(shown.card)).toContain('September 2026, compared with August 2026');
  expect(words(shown.card)).toContain('Nothing to count in this period');
  expect(inputValues(shown.card)).toMatchObject(chosen);

  // The message itself says so too, when the chat is loaded again; and nothing was posted beside it.
  const standing = await town.standing(chatOf('201'));
  expect(standing).toHaveLength(cards);
  expect(words(standing.find(({ activityId }) => activityId === scorecard.activityId)!.card)).toBe(
    words(shown.card),
  );
  const mine = await town.press('201', shown, 'Show', { scope: 'me' });
  expect(inputValues(mine.card)['scope']).toMatch(/^person:/u);
  expect(town.faults).toEqual([]);
});

it('The scorecard lets a person in a channel look further without changing the card that everyone sees (ME-6)', async () => {
  await closeLate();
  const where = CHANNEL_OF['L2-AVN'];
  const said = last(await town.say('401', 'metrics this month', where));
  const before = words(said.card);
  const standing = async (): Promise<Standing | undefined> =>
    (await town.standing(where)).find(({ activityId }) => activityId === said.activityId);
  const cards = (await town.standing(where)).length;

  const scope = valueOf(said.card, 'scope', 'Distribution');
  const shown = await town.press('301', said, 'Show', { scope });
  expect(words(shown.card)).toMatch(/^Metrics · Distribution/u);
  await town.press('301', said, titled(said.card, 'Case Resolution Time, Levels 1'));
  expect(words((await standing())!.card)).toBe(before);
  expect(await town.standing(where)).toHaveLength(cards);
  expect(town.faults).toEqual([]);
});
