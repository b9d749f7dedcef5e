import { renderCard } from '../../../src/cards/shared/render';
import { registryOf } from '../../../src/commands/registry';
import { allCommands } from '../../../src/features/all-commands';
import { aCase } from '../../support/cases';
import { cardOf, Conversation, faultsOf, fieldsOf, formOf, refusalOf } from '../../support/conversation';
import { aWorld } from '../../support/site';

const registry = registryOf(allCommands);

async function withPar() {
  const conversation = new Conversation(registry);
  await conversation.hold(aCase());
  const form = formOf(await conversation.say('av2-agent', 'par cs1 PAR-20261001'));
  const card = cardOf(
    await conversation.send('av2-agent', form, { parKind: 'status', parIpg: 'II' }),
    'case',
  );
  return { conversation, card };
}

const HOSTILE = ['<at>Everyone</at>', '${number}', '\u202Egnp.exe', '🚀'.repeat(30), 'x'.repeat(500)];

describe('A PAR in the chat', () => {
  it('is submitted in a form that a line with its number opens (ES-10)', async () => {
    const { card } = await withPar();
    expect(card.case.openPar).toMatchObject({ number: '20261001', kind: 'status', ipg: 'II' });
    expect(card.banner?.text).toBe('PAR 20261001 is on the case.');
    const { content } = renderCard(card, aWorld());
    expect(JSON.stringify(content)).toMatch(/Follow up PAR.*PAR completed|PAR completed.*Follow up PAR/);
  });

  it.each(HOSTILE)('is refused with the number %s, which stays in its field (ES-9)', async (parNumber) => {
    const conversation = new Conversation(registry);
    await conversation.hold(aCase());
    const form = formOf(await conversation.say('av2-agent', 'par cs1'));
    const refused = formOf(
      await conversation.send('av2-agent', form, { parNumber, parKind: 'odd', parIpg: '7' }),
    );
    expect(Object.keys(faultsOf(refused))).toEqual(['parNumber', 'parKind', 'parIpg']);
    expect(fieldsOf(refused).get('parNumber')?.value).toBe(parNumber);
  });

  it('is followed up by a typed line (CK-8)', async () => {
    const { conversation } = await withPar();
    const card = cardOf(await conversation.say('av2-agent', 'par follow up cs1 Asked the buyer.'), 'case');
    expect(card.case.openPar?.followUps).toMatchObject([{ text: 'Asked the buyer.', by: 'av2-agent' }]);
    const form = formOf(await conversation.press('av2-agent', 'case.par-follow-up', { case: 'CS0000001' }));
    const long = formOf(await conversation.send('av2-agent', form, { text: 'x'.repeat(2_001) }));
    expect(faultsOf(long)['text']).toContain('2000 or fewer');
  });

  it('with an inadequate answer has a form that asks for the next one, and both are shown (CL-4)', async () => {
    const { conversation } = await withPar();
    const form = formOf(await conversation.say('av2-agent', 'par done cs1 On contract.'));
    expect(fieldsOf(form).get('parKind')?.value).toBe('status');
    const asked = formOf(await conversation.send('av2-agent', form, { judged: 'inadequate' }));
    expect(Object.keys(faultsOf(asked))).toEqual(['parNumber']);
    expect(fieldsOf(asked).get('text')?.value).toBe('On contract.');
    const card = cardOf(await conversation.send('av2-agent', asked, { parNumber: '20261002' }), 'case');
    expect(card.case.pars).toHaveLength(2);
    const shown = JSON.stringify(renderCard(card, aWorld()).content);
    expect(shown).toContain('20261002, IPG II · open · references 20261001, whose answer was inadequate');
    expect(shown).toContain('Notified: Av2 Supervisor');
    const refused = refusalOf(await conversation.say('av2-agent', 'resolve cs1 Told.'));
    expect(refused.params['why']).toContain('The case stays open');
  });

  it('with an adequate answer leads to resolving the case (CK-9)', async () => {
    const { conversation } = await withPar();
    const form = formOf(await conversation.say('av2-agent', 'par done cs1 Ships 4 December.'));
    const card = cardOf(await conversation.send('av2-agent', form, { judged: 'adequate' }), 'case');
    expect(card.banner?.text).toBe('PAR 20261001 is completed. Resolve and close the case.');
  });

  it('is filled in on the form of a post-award escalation (ES-10)', async () => {
    const { conversation } = await withPar();
    const first = formOf(await conversation.say('av2-agent', 'escalate cs1'));
    const conditions = { ...first.submit.data, direction: 'post-award', group: 'av3' };
    const second = formOf(await conversation.press('av2-agent', 'case.escalate', conditions));
    expect(fieldsOf(second).get('parNumber')?.value).toBe('20261001');
    expect(fieldsOf(second).get('parIpg')?.value).toBe('II');
  });

  it("that doesn't exist can't be completed", async () => {
    const conversation = new Conversation(registry);
    await conversation.hold(aCase());
    expect(refusalOf(await conversation.say('av2-agent', 'par done cs1')).params['state']).toContain(
      'it has no PAR',
    );
  });
});
