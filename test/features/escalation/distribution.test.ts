import { renderCard } from '../../../src/cards/shared/render';
import { registryOf } from '../../../src/commands/registry';
import { allCommands } from '../../../src/features/all-commands';
import { aCase, details, opened } from '../../support/cases';
import { cardOf, Conversation, fieldsOf, faultsOf, formOf, refusalOf } from '../../support/conversation';
import { nodesOf, textOf } from '../../support/card-nodes';
import { bareDetails } from '../../support/escalations';
import { HOSTILE_TEXTS } from '../../support/new-case-inputs';
import { aWorld } from '../../support/site';

const registry = registryOf(allCommands);
const FOUND = {
  requisition: 'W25G1V63210001',
  'item.problem': 'Shipped short.',
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
      direction: 'distribution-center',
    }),
  );
  return { conversation, form };
}

describe('Distribution', () => {
  it("lets an agent claim a case from the card in the group's channel, and from their own card (AS-1, ES-3)", async () => {
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

  it('requires the requisition for a site issue, and no NSN, PR, PAR, or type of action (ES-12)', async () => {
    const { form } = await pending();
    expect([...fieldsOf(form).keys()]).toEqual([
      'direction',
      'requisition',
      'item.problem',
      'item.preliminary-research',
      'item.site-research',
      'item.distribution-center',
      'item.pending-response',
    ]);
    expect(form.sections.find(({ title }) => title === 'From the case')?.text).toMatch(
      /^Case assigned to yourself: Di2 Agent, since .+\nInterim response to the customer: Sent /u,
    );
  });

  it('offers the direction only if the policy has its checklist (ES-12)', async () => {
    const conversation = await inQueue();
    await conversation.say('di2-agent', 'take cs1');
    const directions = async (by: string, number: string) =>
      fieldsOf(formOf(await conversation.say(by, `escalate ${number}`)))
        .get('direction')
        ?.choices?.map(({ value }) => value);
    expect(await directions('di2-agent', 'cs1')).toEqual(['pre-award', 'post-award', 'distribution-center']);
    const aviation = await conversation.hold(aCase(opened('av2', { details: bareDetails() })));
    expect(await directions('av2-agent', aviation)).toEqual(['pre-award', 'post-award']);
  });

  it('says in the form what the case is missing, and keeps what was typed (ES-12, ES-9)', async () => {
    const conversation = await inQueue();
    await conversation.say('di2-agent', 'take cs1');
    const first = formOf(await conversation.say('di2-agent', 'escalate cs1'));
    const direction = { direction: 'distribution-center' };
    const form = formOf(await conversation.send('di2-agent', first, direction));
    const lacking = 'No interim response was sent to the customer. Send it first: interim CS0000001.';
    expect(form.sections.find(({ title }) => title === 'From the case')?.text).toContain(`⚠ ${lacking}`);
    expect(form.refused).toBeUndefined();
    const typed = { ...FOUND, 'item.distribution-center': 'ddsp' };
    const refused = formOf(await conversation.send('di2-agent', form, typed));
    expect(refused.refused).toContain(lacking);
    expect(fieldsOf(refused).get('item.site-research')?.value).toBe('DSS shows 4 of 10.');
    expect((await conversation.case('CS0000001')).level).toBe(2);
  });

  it('keeps what was typed for one direction while another is chosen (ES-9, ES-12)', async () => {
    const { conversation, form } = await pending();
    const center = { 'item.distribution-center': 'ddjc' };
    const typed = { ...FOUND, ...center, direction: 'pre-award' };
    const other = formOf(await conversation.send('di2-agent', form, typed));
    expect([...fieldsOf(other).keys()]).not.toContain('requisition');
    const refused = formOf(await conversation.send('di2-agent', other, { actionType: 'PR Other', nsn: 'x' }));
    expect(Object.keys(faultsOf(refused))).toContain('nsn');
    const again = { direction: 'distribution-center' };
    const card = cardOf(await conversation.send('di2-agent', refused, again), 'case');
    expect(card.case).toMatchObject({ awaitedCenter: 'DDJC San Joaquin' });
  });

  it('lets the agent choose the Distribution Center of a site issue, and then waits for its answer (ES-3, ES-12)', async () => {
    const { conversation, form } = await pending();
    const field = fieldsOf(form).get('item.distribution-center');
    expect(field).toMatchObject({ kind: 'choice', required: true });
    expect(field?.choices).toContainEqual({ title: 'DDSP Susquehanna', value: 'ddsp' });
    const refused = formOf(await conversation.send('di2-agent', form, FOUND));
    expect(Object.keys(faultsOf(refused))).toEqual(['item.distribution-center']);
    const typed = { ...FOUND, 'item.distribution-center': 'ddsp' };
    const card = cardOf(await conversation.send('di2-agent', refused, typed), 'case');
    expect(card.case.state).toBe('pending-dla-response');
    expect(card.banner?.text).toContain("It's waiting for an answer from DDSP Susquehanna.");
    const text = textOf(renderCard(card, aWorld()).content);
    expect(text).toContain('Pending DLA Response');
    expect(text).toContain('Waiting for');
  });

  it('records the answer by button and by typed line, and the case is in progress again (ES-3)', async () => {
    for (const by of ['button', 'line']) {
      const { conversation, form } = await pending();
      const typed = { ...FOUND, 'item.distribution-center': 'ddsp' };
      const card = cardOf(await conversation.send('di2-agent', form, typed), 'case');
      const rendered = renderCard({ ...card, viewer: 'di2-agent' }, aWorld()).content;
      expect(nodesOf(rendered).map(({ title }) => title)).toContain('Record DC answer');
      const asked = formOf(await conversation.press('di2-agent', 'case.dc-answer', { case: 'CS0000001' }));
      expect(asked.intro).toContain('DDSP Susquehanna was asked');
      const answered =
        by === 'line'
          ? await conversation.say('di2-agent', 'dc answered cs1 They ship on Friday.')
          : await conversation.send('di2-agent', asked, { text: 'They ship on Friday.' });
      const { case: after } = cardOf(answered, 'case');
      expect(after.state).toBe('in-progress');
      expect(after.timeline.at(-1)).toMatchObject({
        center: 'DDSP Susquehanna',
        text: 'They ship on Friday.',
      });
      expect(refusalOf(await conversation.say('di2-agent', 'dc answered cs1 Again')).code).toBe(
        'wrong-state',
      );
    }
  });

  it.each(HOSTILE_TEXTS)(
    'accepts %j as the text of an answer, and refuses it as a Distribution Center (ES-12)',
    async (text) => {
      const { conversation, form } = await pending();
      const hostile = { ...FOUND, 'item.distribution-center': text };
      const refused = formOf(await conversation.send('di2-agent', form, hostile));
      expect(Object.keys(faultsOf(refused))).toEqual(['item.distribution-center']);
      await conversation.send('di2-agent', refused, { 'item.distribution-center': 'ddsp' });
      const { case: after } = cardOf(await conversation.say('di2-agent', `dc answered cs1 ${text}`), 'case');
      const content = JSON.stringify(renderCard({ card: 'history', case: after, page: 1 }, aWorld()).content);
      expect(content).not.toContain('<at>');
    },
  );
});
