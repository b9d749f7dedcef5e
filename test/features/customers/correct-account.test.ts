import { registryOf } from '../../../src/commands/registry';
import { allCommands } from '../../../src/features/all-commands';
import { aCase } from '../../support/cases';
import { cardOf, Conversation, faultsOf, fieldsOf, formOf, refusalOf } from '../../support/conversation';

const registry = registryOf(allCommands);

/** A case of an account, from before there were records. */
async function withCase() {
  const conversation = new Conversation(registry);
  await conversation.hold(aCase());
  return conversation;
}

describe('Correcting an account', () => {
  const NAMED = { name: '10th Sustainment Brigade', why: 'Said on the telephone.' };

  it('names it and then corrects the name, each with an entry and a reason (AC-1, RE-1)', async () => {
    const conversation = await withCase();
    await conversation.say('av2-agent', 'correct account cs1');
    const form = formOf(await conversation.say('av2-agent', 'correct account W25G1V'));
    expect(form.title).toBe('Correct DoDAAC W25G1V');
    for (const cause of ['turn-x', 'turn-x']) {
      const card = cardOf(await conversation.send('av2-agent', form, NAMED, cause), 'list');
      expect(card.title).toBe('✓ DoDAAC W25G1V is recorded as 10th Sustainment Brigade');
    }
    const again = formOf(await conversation.say('av2-agent', 'correct account w25g1v'));
    expect(fieldsOf(again).get('name')?.value).toBe(NAMED.name);
    expect(faultsOf(formOf(await conversation.send('av2-agent', again, NAMED)))['name']).toContain('already');
    await conversation.send('av2-supervisor', again, { name: '10th Brigade', why: 'Renamed.' });
    const saved = await conversation.customers.account({ kind: 'DoDAAC', code: 'W25G1V' });
    expect(saved?.account.timeline).toMatchObject([
      { kind: 'recorded' },
      { kind: 'named', to: NAMED.name, by: 'av2-agent' },
      { kind: 'named', from: NAMED.name, to: '10th Brigade', why: 'Renamed.', by: 'av2-supervisor' },
    ]);
    const shown = cardOf(await conversation.say('av2-agent', 'customer cs1'), 'list');
    expect(shown.intro).toContain('Account: DoDAAC W25G1V · 10th Brigade');
    expect(shown.intro).toContain('Account named: 10th Sustainment Brigade → 10th Brigade. Why: Renamed.');
    const found = cardOf(await conversation.say('av2-agent', 'customer brigade'), 'list');
    expect(found.rows.map(({ title }) => title)).toEqual(['DoDAAC W25G1V · 10th Brigade']);
  });

  it("says which account isn't valid or isn't recorded yet, and what each field requires (AC-1)", async () => {
    const conversation = await withCase();
    const form = formOf(await conversation.say('av2-agent', 'correct account'));
    const faultsFor = async (typed: Record<string, string>) =>
      faultsOf(formOf(await conversation.send('av2-agent', form, typed)));
    expect((await faultsFor({ ...NAMED, account: '??' }))['account']).toContain("isn't a valid account");
    expect((await faultsFor({ ...NAMED, account: 'N00421' }))['account']).toContain('Its first case adds it');
    // By a case of it, also of one from before there were records.
    expect(Object.keys(await faultsFor({ account: 'cs1' }))).toEqual(['name', 'why']);
    expect((await faultsFor({ ...NAMED, account: 'cs1', name: 'x'.repeat(121) }))['name']).toContain('121');
  });

  it('is refused to a person without an open case for it, and the form they send changes nothing (AC-1, AC-2)', async () => {
    const conversation = await withCase();
    await conversation.say('av2-agent', 'correct account cs1');
    for (const who of ['di2-agent', 'av2-other', 'av3-agent', 'nobody']) {
      const refused = refusalOf(await conversation.say(who, 'correct account W25G1V'));
      expect(refused.code).toBe('not-permitted');
      expect(refused.params['who']).toContain(
        'the assignee of an open case of this account (Av2 Agent, CS0000001), a gatekeeper',
      );
      const sent = { account: 'W25G1V', ...NAMED, submitted: 'yes' };
      const form = formOf(await conversation.press(who, 'customers.correct-account', sent));
      expect(form.refused).toContain("isn't available to you here");
    }
    const saved = await conversation.customers.account({ kind: 'DoDAAC', code: 'W25G1V' });
    expect(saved?.account.name).toBeUndefined();
    for (const who of ['av2-gatekeeper', 'cic-agent', 'po-agent'])
      formOf(await conversation.say(who, 'correct account W25G1V'));
  });

  it('by two people at once keeps both corrections, one after the other (RE-1)', async () => {
    const conversation = await withCase();
    const form = formOf(await conversation.say('av2-agent', 'correct account cs1'));
    await Promise.all([
      conversation.send('av2-agent', form, NAMED),
      conversation.send('cic-agent', form, { name: '10th', why: 'Short.' }),
    ]);
    const saved = await conversation.customers.account({ kind: 'DoDAAC', code: 'W25G1V' });
    expect(saved?.account.timeline).toHaveLength(3);
  });
});
