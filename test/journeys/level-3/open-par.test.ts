import { sqliteUnderTest } from '../../storage/sqlite/sqlite-under-test';
import { CASE, last, SENT_MYSELF, START } from '../aviation-call';
import { actionsOf, textOf } from '../seen-card';
import { startTown } from '../town';
import type { Standing, Town } from '../town';

let town: Town;

const said = async (line: string): Promise<Standing> => last(await town.say('201', line));
const titles = ({ card }: Standing): readonly string[] => actionsOf(card).map(({ title }) => title);

describe('A case with a PAR that the customer no longer needs', () => {
  beforeEach(async () => {
    town = await startTown(START, sqliteUnderTest());
  });
  afterEach(async () => {
    await town.end();
  });

  it('is resolved and closed only after the PAR is withdrawn (CL-8)', async () => {
    await town.press('201', await said('new case'), 'Create case', CASE);
    const par = await said('par CS0000001 PAR 20261000');
    const open = await town.press('201', par, 'Submit PAR', { parKind: 'status', parIpg: 'II' });
    expect(titles(open)).toContain('Withdraw PAR');

    const resolution = { kind: 'other', notes: 'The customer has the item from stock.' };
    const refused = await said('resolve CS0000001');
    expect(textOf(refused.card)).toContain(
      'PAR 20261000 is open. First complete it with its answer, or withdraw it',
    );
    expect(titles(refused)).toEqual(['Open CS0000001', 'PAR completed', 'Withdraw PAR', 'Help']);

    const form = await town.press('201', refused, 'Withdraw PAR');
    const withdrawn = await town.press('201', form, 'Withdraw PAR', { why: 'Found in stock.' });
    expect(textOf(withdrawn.card)).toContain('PAR 20261000 is withdrawn');
    const resolved = await town.press('201', await said('resolve CS0000001'), 'Resolve', resolution);
    expect(textOf(resolved.card)).toContain('Resolved.');
    const closed = await town.press('201', await said('close CS0000001'), 'Close', SENT_MYSELF);
    expect(textOf(closed.card)).toContain('Closed');
    expect(textOf((await said('history CS0000001')).card)).toContain('Found in stock.');
    expect(town.faults).toEqual([]);
  });
});
