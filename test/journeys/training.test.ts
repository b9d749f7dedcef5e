import { sqliteUnderTest } from '../storage/sqlite/sqlite-under-test';
import { textOf } from './seen-card';
import { chatOf, CHANNEL_OF, startTown } from './town';
import type { Town } from './town';

// Tuesday 2026-10-06, 10:00 in New York.
const START = Date.parse('2026-10-06T14:00:00Z');

describe('A training installation', () => {
  let town: Town;
  beforeAll(async () => {
    town = await startTown(START, sqliteUnderTest(), undefined, 'training');
  });
  afterAll(() => town.end());

  it('says so in answers, in cards it sends by itself, and in every HTTP answer (AC-4)', async () => {
    const [answer] = await town.say('201', 'join l3-avn');
    const sent = [...(await town.standing(chatOf('301'))), ...(await town.standing(CHANNEL_OF['L3-AVN']))];
    expect(sent.length).toBeGreaterThan(1);
    for (const standing of [answer, ...sent]) expect(textOf(standing?.card ?? {})).toContain('TRAINING');
    const { headers } = await fetch(`http://127.0.0.1:${town.app.server.port}/api/openapi.json`);
    expect(headers.get('casekeeper-environment')).toBe('training');
    expect(town.faults).toEqual([]);
  });
});
