import { renderCard } from '../../../src/cards/render';
import { registryOf } from '../../../src/commands/registry';
import { allCommands } from '../../../src/features/all-commands';
import { aCase, type Happened } from '../../support/cases';
import { cardOf, Conversation, faultsOf, formOf } from '../../support/conversation';
import { aWorld } from '../../support/site';

const registry = registryOf(allCommands);
const submitted: Happened = { kind: 'par-submitted', par: { number: '20261000', kind: 'status', ipg: 'II' } };

describe('an open PAR in the chat', () => {
  it('keeps the case from being resolved until it is withdrawn with a reason (CL-8)', async () => {
    const conversation = new Conversation(registry);
    await conversation.hold(aCase(submitted));
    const resolve = formOf(await conversation.say('av2-agent', 'resolve cs1 Told the customer.'));
    const refused = formOf(await conversation.send('av2-agent', resolve, { kind: 'other' }));
    expect(faultsOf(refused)['notes']).toContain(
      'PAR 20261000 is open. Complete it with its answer, or withdraw it',
    );
    const form = formOf(await conversation.press('av2-agent', 'case.par-withdraw', { case: 'CS0000001' }));
    const why = 'The customer no longer needs the item.';
    const card = cardOf(await conversation.send('av2-agent', form, { why }), 'case');
    expect(card.banner?.text).toBe('PAR 20261000 is withdrawn. The case can be resolved without it.');
    const shown = JSON.stringify(renderCard(card, aWorld()).content);
    expect(shown).toContain('20261000, IPG II · withdrawn');
    const again = cardOf(
      await conversation.send('av2-agent', refused, { kind: 'other', notes: 'Told.' }),
      'case',
    );
    expect(again.case.state).toBe('resolved');
  });
});
