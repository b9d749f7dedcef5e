import { renderCard } from '../../../src/cards/shared/render';
import { outcomeCard } from '../../../src/commands/outcome-card';
import { registryOf } from '../../../src/commands/registry';
import { allCommands } from '../../../src/features/all-commands';
import { aCase } from '../../support/cases';
import { cardOf, Conversation, fieldsOf, formOf } from '../../support/conversation';
import { aWorld } from '../../support/site';

const registry = registryOf(allCommands);

describe('An open PAR in the chat', () => {
  it('prevents resolving the case until it is withdrawn with a reason (CL-8)', async () => {
    const conversation = new Conversation(registry);
    await conversation.hold(aCase());
    const open = formOf(await conversation.say('av2-agent', 'resolve cs1'));
    const par = formOf(await conversation.say('av2-agent', 'par cs1 20261000'));
    await conversation.send('av2-agent', par, { parKind: 'status', parIpg: 'II' });
    // Before the form, with the ways on as buttons.
    for (const answer of [
      await conversation.say('av2-agent', 'resolve cs1 Told the customer.'),
      await conversation.press('av2-agent', 'case.resolve', { case: 'CS0000001' }),
    ]) {
      const card = outcomeCard(answer);
      expect(card).toMatchObject({
        title: "“Resolve” isn't possible yet",
        text: 'CS0000001: PAR 20261000 is open. First complete it with its answer, or withdraw it with a reason. Nothing was changed.',
      });
      expect('buttons' in card && card.buttons.map(({ title }) => title)).toEqual([
        'Open CS0000001',
        'PAR completed',
        'Withdraw PAR',
        'Help',
      ]);
    }
    // A form that was open before keeps what was typed.
    const refused = formOf(
      await conversation.send('av2-agent', open, { kind: 'other', notes: 'Told the customer.' }),
    );
    expect(refused.refused).toContain('PAR 20261000 is open.');
    expect(fieldsOf(refused).get('notes')?.value).toBe('Told the customer.');
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
