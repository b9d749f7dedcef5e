import { sqliteUnderTest } from '../storage/sqlite/sqlite-under-test';
import { action } from '../support/activities';
import { CASE, last, START } from './aviation-call';
import { nodesOf, textOf } from './seen-card';
import type { SeenCard } from './seen-card';
import { chatOf, personId, startTown } from './town';
import type { Town } from './town';

const DAY = 86_400_000;
let town: Town;

beforeEach(async () => {
  town = await startTown(START, sqliteUnderTest());
});
afterEach(async () => {
  await town.end();
});

/** Two cases, a month apart, on neither of which the customer has an interim response in time. */
async function twoMonths(): Promise<void> {
  for (const [place, at] of [START, START + 30 * DAY].entries()) {
    town.now = at;
    const form = last(await town.say('201', 'new case'));
    await town.press('201', form, 'Create case', {
      ...CASE,
      pr: `700000000${place}`,
      nsn: `533100618536${place}`,
    });
  }
  town.now = START + 40 * DAY;
  await town.beat();
  town.wallStep = 1;
}

/** What a client of this platform gets back when it presses a button with these keys. */
async function pressed(platform: string, keys: Record<string, string>): Promise<SeenCard> {
  const origin = {
    serviceUrl: town.serviceUrl,
    person: { id: '29:201', aadObjectId: personId('201'), name: 'Person 201' },
    conversation: { conversationType: 'personal', id: chatOf('201') },
  };
  const activity = action('metrics.measure', keys, 'card-1', origin);
  const response = await town.post({ ...activity, entities: [{ type: 'clientInfo', platform }] });
  return ((await response.json()) as { value: SeenCard }).value;
}
const typesOf = (card: SeenCard): readonly string[] => [...nodesOf(card)].map(({ type }) => String(type));
const picturesOf = (card: SeenCard): readonly SeenCard[] =>
  JSON.stringify(card).includes('data:image/png')
    ? [...nodesOf(card)].filter(({ type }) => type === 'Image')
    : [];

describe('A measure over HTTP', () => {
  it("is a chart with a picture as its fallback, and just the picture if the client can't draw charts (ME-6)", async () => {
    await twoMonths();
    const keys = { scope: 'enterprise', period: '2026-11', measure: 'interim-response' };
    const onTheWeb = await pressed('Web', keys);
    expect(textOf(onTheWeb)).toContain('Level 2 interim response');
    expect(textOf(onTheWeb)).toContain('with anything to count');
    const onTheTelephone = await pressed('iOS', keys);
    expect(typesOf(onTheTelephone).filter((type) => type.startsWith('Chart.'))).toEqual([]);
    expect(picturesOf(onTheTelephone)).toEqual([
      expect.objectContaining({ altText: expect.stringMatching(/goal of 100% was missed/u) }),
    ]);
    expect(town.faults).toEqual([]);
  });

  it('leads to the scorecard, and can be asked for by typing too', async () => {
    const measure = last(await town.say('201', 'measure csat this month'));
    expect(textOf(measure.card)).toContain('nothing to count');
    const scorecard = await town.press('201', measure, 'Scorecard');
    expect(textOf(scorecard.card)).toContain('Metrics ·');
  });
});
