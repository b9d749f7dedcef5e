import { sqliteUnderTest } from '../../storage/sqlite/sqlite-under-test';
import { CASE, last, START } from '../aviation-call';
import { nodesOf, textOf } from '../seen-card';
import { startTown } from '../town';
import type { Standing, Town } from '../town';

let town: Town;

const said = async (who: '101' | '201', line: string): Promise<Standing> => last(await town.say(who, line));

/** The values that an input offers. */
const offered = ({ card }: Standing, id: string): readonly string[] =>
  [...nodesOf(card)]
    .find((node) => node['id'] === id)
    ?.['choices'].map((each: { value: string }) => each.value);

describe('The MSC of a case', () => {
  beforeEach(async () => {
    town = await startTown(START, sqliteUnderTest());
  });
  afterEach(async () => {
    await town.end();
  });

  it('is offered if a group works it, and becomes that of the group the case moves to (ES-1)', async () => {
    const atLevel1 = await said('101', 'new case');
    expect(offered(atLevel1, 'msc')).toEqual(['aviation', 'land-and-maritime', 'distribution']);
    const form = await said('201', 'new case');
    expect(offered(form, 'msc')).toEqual(['aviation']);
    const refused = await town.press('201', form, 'Create case', { ...CASE, msc: 'distribution' });
    expect(textOf(refused.card)).toContain('works Aviation cases. Choose Aviation.');
    await town.press('201', refused, 'Create case', CASE);
    const why = 'The shipment was short; Distribution works it.';
    const reassign = await said('201', 'reassign CS0000001');
    const moved = await town.press('201', reassign, 'Reassign', { group: 'L2-DIST', why });
    expect(textOf(moved.card)).toContain('Backorder · Distribution');
    const atDistribution = await town.say('501', 'correct CS0000001');
    expect(textOf(last(atDistribution).card)).toContain('The MSC, Distribution, comes from');
    expect(town.faults).toEqual([]);
  });
});
