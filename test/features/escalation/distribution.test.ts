import { renderCard } from '../../../src/cards/render';
import { registryOf } from '../../../src/commands/registry';
import { allCommands } from '../../../src/features/all-commands';
import { aCase, details, opened } from '../../support/cases';
import { cardOf, Conversation, fieldsOf, faultsOf, formOf, refusalOf } from '../../support/conversation';
import { nodesOf, textOf } from '../../support/card-nodes';
import { HOSTILE_TEXTS } from '../../support/new-case-inputs';
import { aWorld } from '../../support/site';

const registry = registryOf(allCommands);
const FOUND = {
  'item.assigned-to-self': 'since this morning',
  'item.problem': 'Shipped short.',
  'item.interim-response': 'by e-mail today',
  'item.preliminary-research': 'Issued at Susquehanna.',
  'item.site-research': 'DSS shows 4 of 10.',
  'item.pending-response': 'E-mail went today at 09:00.',
};

/** An unassigned case of Distribution. */
async function inQueue() {
  const conversation = new Conversation(registry);
  const unassigned = opened('di2', { assignee: undefined, details: details({ msc: 'distribution' }) });
  await conversation.hold(aCase(unassigned));
  return conversation;
}

async function pending() {
  const conversation = await inQueue();
  await conversation.say('di2-agent', 'take cs1');
  await conversation.press('di2-agent', 'case.interim', {
    case: 'CS0000001',
    text: 'We work on it.',
    submitted: 'yes',
  });
  const first = formOf(await conversation.say('di2-agent', 'escalate cs1'));
  const form = formOf(
    await conversation.send('di2-agent', first, {
      direction: 'pre-award',
      siteIssue: 'true',
      actionType: 'PR Other',
    }),
  );
  return { conversation, form };
}

describe('Distribution’s own way', () => {
  it('lets an agent take a case by the button of the group’s card, and of their own (AS-1, ES-3)', async () => {
    const conversation = await inQueue();
    const of = await conversation.case('CS0000001');
    for (const card of [
      { card: 'case', case: of, audience: 'channel' },
      { card: 'case', case: of, audience: 'person', viewer: 'di2-agent' },
    ] as const) {
      const claim = nodesOf(renderCard(card, aWorld()).content).find(({ title }) => title === 'Claim');
      expect(claim).toMatchObject({ verb: 'case.claim' });
    }
    const taken = cardOf(await conversation.press('di2-agent', 'case.claim', { case: 'CS0000001' }), 'case');
    expect(taken.case.timeline.at(-1)).toMatchObject({ kind: 'assigned', to: 'di2-agent', how: 'taken' });
    expect(
      refusalOf(await conversation.press('di2-other', 'case.claim', { case: 'CS0000001' })),
    ).toMatchObject({ code: 'already-assigned', params: { assignee: 'Di2 Agent' } });
  });

  it('asks for the Distribution Center of a site issue, and waits for it (ES-3)', async () => {
    const { conversation, form } = await pending();
    expect(fieldsOf(form).get('item.distribution-center')?.hint).toContain('name or code');
    const refused = formOf(await conversation.send('di2-agent', form, FOUND));
    expect(Object.keys(faultsOf(refused))).toEqual(['item.distribution-center']);
    const typed = { ...FOUND, 'item.distribution-center': 'DDSP Susquehanna' };
    const card = cardOf(await conversation.send('di2-agent', refused, typed), 'case');
    expect(card.case.state).toBe('pending-dla-response');
    expect(card.banner?.text).toContain('It waits for the answer of DDSP Susquehanna.');
    const text = textOf(renderCard(card, aWorld()).content);
    expect(text).toContain('Pending DLA Response');
    expect(text).toContain('Waiting for');
  });

  it('records the answer by its button and by line, and the case is in progress again (ES-3)', async () => {
    for (const by of ['button', 'line']) {
      const { conversation, form } = await pending();
      const typed = { ...FOUND, 'item.distribution-center': 'DDSP' };
      const card = cardOf(await conversation.send('di2-agent', form, typed), 'case');
      const rendered = renderCard({ ...card, viewer: 'di2-agent' }, aWorld()).content;
      expect(nodesOf(rendered).map(({ title }) => title)).toContain('Record DC answer');
      const asked = formOf(await conversation.press('di2-agent', 'case.dc-answer', { case: 'CS0000001' }));
      expect(asked.intro).toContain('DDSP was asked');
      const answered =
        by === 'line'
          ? await conversation.say('di2-agent', 'dc answered cs1 They ship on Friday.')
          : await conversation.send('di2-agent', asked, { text: 'They ship on Friday.' });
      const { case: after } = cardOf(answered, 'case');
      expect(after.state).toBe('in-progress');
      expect(after.timeline.at(-1)).toMatchObject({ center: 'DDSP', text: 'They ship on Friday.' });
      expect(refusalOf(await conversation.say('di2-agent', 'dc answered cs1 Again')).code).toBe(
        'wrong-state',
      );
    }
  });

  it.each(HOSTILE_TEXTS)('takes %j as an answer and nothing more', async (text) => {
    const { conversation, form } = await pending();
    const typed = { ...FOUND, 'item.distribution-center': 'DDSP <at>All</at> ${x}' };
    await conversation.send('di2-agent', form, typed);
    const { case: after } = cardOf(await conversation.say('di2-agent', `dc answered cs1 ${text}`), 'case');
    const content = JSON.stringify(renderCard({ card: 'history', case: after, page: 1 }, aWorld()).content);
    expect(content).not.toContain('<at>');
  });
});
