import { cardOf, CHANNEL, faultsOf, fieldsOf, formOf, refusalOf } from '../../support/conversation';
import { START } from '../../support/site';
import { openConversation } from '../../support/open-conversation';
import { CONVERSATION, inChannelOf, ordersIn } from './report-talk';

describe('The report command', () => {
  it.each([
    ['report', 'Enterprise', '2026-10'],
    ['report aviation', 'Aviation', '2026-10'],
    ['report av2 September', 'aviation av2', '2026-09'],
    ['report Land and Maritime 2026-08', 'Land and Maritime', '2026-08'],
    ['report land & maritime last month', 'Land and Maritime', '2026-10'],
    ['report troop this month', 'Troop Support', '2026-11'],
    ['report october 2025', 'Enterprise', '2025-10'],
    ['report for aviation last month', 'Aviation', '2026-10'],
    ['report of the enterprise', 'Enterprise', '2026-10'],
    ['report Distribusion', 'Distribution', '2026-10'],
  ])(
    'answers “%s” with the report for %s for %s, with links for as long as the policy allows (ME-7)',
    async (line, scope, month) => {
      const card = cardOf(await openConversation().say('nobody', line), 'report');
      expect([card.report.scope.name, card.report.month.month]).toEqual([scope, month]);
      expect(card.occasion).toEqual({ kind: 'asked' });
      expect(card.links?.page).toMatch(/^https:\/\/cases\.example\.mil\/p\/report\/[\w-]+\.[\w-]{43}$/);
      expect(card.links?.figures).toContain('/p/report-figures/');
      expect(card.links?.cases).toContain('/p/report-cases/');
      expect(card.links?.until).toBe(START + 35 * 86_400_000);
    },
  );

  it('gives no links if the site has no address (ME-7)', async () => {
    const conversation = openConversation();
    conversation.base = undefined;
    expect(cardOf(await conversation.say('nobody', 'report'), 'report').links).toBeUndefined();
  });

  it.each([
    [
      'report nowhere',
      { scope: "“nowhere” isn't an MSC or an assignment group. Enter the name or key of an MSC or a group." },
    ],
    ['report av4', { scope: "“av4” isn't an MSC or an assignment group. Did you mean av2?" }],
    ['report me', { scope: '“me” is a person. Enter the name or key of an MSC or an assignment group.' }],
    ['report 2026-13', { month: "“2026-13” isn't a month. Enter last month, October 2026, or 2026-10." }],
    [
      'report this quarter',
      { month: 'A report covers one calendar month. Enter last month, October 2026, or 2026-10.' },
    ],
    [
      'report 2026-12',
      { month: "December 2026 hasn't begun yet. Enter last month, October 2026, or 2026-10." },
    ],
    [
      'report av4 fy26',
      {
        scope: "“av4” isn't an MSC or an assignment group. Did you mean av2?",
        month: 'A report covers one calendar month. Enter last month, October 2026, or 2026-10.',
      },
    ],
  ])('comes back as a form for “%s”, with each fault at its field (ME-7)', async (line, faults) => {
    const form = formOf(await openConversation().say('nobody', line));
    expect(faultsOf(form)).toEqual(faults);
  });

  it.each([
    ['report nowhere last month', '2026-10'],
    ['report nowhere january 2024', '2024-01'],
    ['report nowhere', '2026-10'],
  ])('comes back for “%s” with the month %s chosen (ME-7)', async (line, month) => {
    const { value, choices } = fieldsOf(formOf(await openConversation().say('nobody', line))).get('month')!;
    expect(value).toBe(month);
    expect(choices?.map((one) => one.value)).toContain(month);
    expect(choices?.slice(0, 2).map(({ title }) => title)).toEqual(['October 2026', 'November 2026']);
  });

  it('refuses a report on a person, because anyone with its link could read it (AC-5)', async () => {
    const form = formOf(
      await openConversation().press('av2-supervisor', 'report.show', {
        scope: 'person:av2-agent',
        month: '',
      }),
    );
    expect(Object.keys(faultsOf(form))).toEqual(['scope']);
  });
});

describe('The monthly report', () => {
  it('comes from the first business day after the month, to the channel itself and not its thread (ME-7)', async () => {
    const conversation = await inChannelOf('av2');
    const said = cardOf(await conversation.say('av2-gatekeeper', 'report monthly aviation'), 'message');
    expect(said.title).toBe('The report for Aviation will be posted each month');
    expect(said.text).toContain('The next one will be posted on 1 Dec 2026, 07:00 EST.');
    expect(await ordersIn(conversation)).toEqual([
      expect.objectContaining({
        what: { kind: 'monthly' },
        scope: 'msc:aviation',
        to: { kind: 'conversation', address: { ...CHANNEL.address, conversationId: CONVERSATION } },
        by: 'av2-gatekeeper',
        dueAt: Date.parse('2026-12-01T12:00:00Z'),
      }),
    ]);
  });

  it('asks for its scope in a form if there is none, and is one order even if ordered twice (ME-7)', async () => {
    const conversation = openConversation();
    const form = formOf(await conversation.say('nobody', 'report monthly'));
    expect(
      fieldsOf(form)
        .get('scope')
        ?.choices?.map(({ value }) => value),
    ).toContain('group:av3');
    await conversation.send('nobody', form);
    const again = cardOf(await conversation.say('nobody', 'monthly report enterprise'), 'message');
    expect(again.title).toBe('The report for Enterprise is already posted here each month');
    expect((await ordersIn(conversation, 'a:1')).map(({ to }) => to)).toEqual([
      { kind: 'person', person: 'nobody' },
    ]);
  });

  it.each([
    ['who runs the group of the channel', 'av2-supervisor', ['av2'], true],
    ['the business process analyst of its MSC', 'analyst', ['av2'], true],
    ['the program office', 'po-agent', ['av2'], true],
    ['an agent of the group', 'av2-agent', ['av2'], false],
    ['who runs another group', 'di2-gatekeeper', ['av2'], false],
    ['an analyst of another MSC', 'analyst', ['di2'], false],
    ['who runs one of two groups', 'di2-gatekeeper', ['av2', 'di2'], true],
    ['who runs any group, where none is connected', 'di2-gatekeeper', [], true],
    ['an agent, where none is connected', 'av2-agent', [], false],
  ] as const)('in a channel can be ordered by %s: %s (AC-5)', async (_who, person, groups, may) => {
    const conversation = await inChannelOf(...groups);
    for (const line of ['report monthly aviation', 'review 2026-12-15', 'report stop', 'review stop']) {
      const outcome = await conversation.say(person, line);
      if (may) expect(outcome.kind).toBe('reply');
      else
        expect(refusalOf(outcome)).toMatchObject({
          code: 'not-permitted',
          params: { action: 'What is posted here automatically' },
        });
    }
    expect(await ordersIn(conversation)).toEqual([]);
  });

  it('can be stopped by typing, by its button, or for one scope, and is listed until then (ME-7)', async () => {
    const conversation = openConversation();
    for (const scope of ['enterprise', 'aviation', 'av3'])
      await conversation.say('nobody', `report monthly ${scope}`);
    const list = cardOf(await conversation.say('nobody', 'reports'), 'list');
    expect(list.rows.map(({ title, subtitle }) => [title, subtitle])).toEqual([
      ['Monthly report · Enterprise', 'Next on 1 Dec 2026, 07:00 EST'],
      ['Monthly report · Aviation', 'Next on 1 Dec 2026, 07:00 EST'],
      ['Monthly report · aviation av3', 'Next on 1 Dec 2026, 07:00 EST'],
    ]);
    await conversation.press('nobody', list.rows[1]?.button?.verb ?? '', list.rows[1]?.button?.data);
    await conversation.say('nobody', 'report stop av3');
    expect((await ordersIn(conversation, 'a:1')).map(({ scope }) => scope)).toEqual(['enterprise']);
    const stopped = cardOf(await conversation.say('nobody', 'report stop'), 'message');
    expect(stopped.text).toBe('Stopped: monthly report of Enterprise.');
    const none = cardOf(await conversation.say('nobody', 'report stop'), 'message');
    expect(none.title).toBe('No monthly report is posted here');
    expect(cardOf(await conversation.say('nobody', 'reports'), 'list').rows).toEqual([]);
  });

  it('of another scope is named where the one that was to be stopped is not scheduled here (ME-7)', async () => {
    const conversation = openConversation();
    await conversation.say('nobody', 'report monthly aviation');
    await conversation.say('nobody', 'review 2026-12-15 enterprise');
    for (const [line, text] of [
      ['report stop di2', 'Scheduled here: monthly report of Aviation.'],
      ['review stop 2026-12-16', 'Scheduled here: report of Enterprise for the review of 15 December 2026.'],
    ] as const) {
      const answer = cardOf(await conversation.say('nobody', line), 'message');
      expect(answer).toMatchObject({ title: 'Nothing was stopped', text });
    }
    expect(await ordersIn(conversation, 'a:1')).toHaveLength(2);
  });

  it("for another conversation can't be stopped from here (ME-7)", async () => {
    const conversation = await inChannelOf('av2');
    await conversation.say('av2-gatekeeper', 'report monthly aviation');
    const [order] = await ordersIn(conversation);
    conversation.place = {
      ...CHANNEL,
      kind: 'personal',
      address: { ...CHANNEL.address, conversationId: 'a:9' },
    };
    await conversation.press('nobody', 'report.stop', { order: order?.id ?? '' });
    expect(await ordersIn(conversation)).toHaveLength(1);
  });
});
