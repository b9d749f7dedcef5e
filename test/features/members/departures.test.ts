import { refusalText } from '../../../src/cards/shared/refusal-text';
import { propagateDepartures } from '../../../src/commands/members/propagate-departures';
import { registryOf } from '../../../src/commands/registry';
import { stillConcerned } from '../../../src/domain/cases/left/has-left';
import type { Log } from '../../../src/ports/log';
import { allCommands } from '../../../src/features/all-commands';
import { aCase, escalated, opened } from '../../support/cases';
import { cardOf, Conversation, faultsOf, fieldsOf, formOf, refusalOf } from '../../support/conversation';

const registry = registryOf(allCommands);

/** Cases of av2-agent: two open, one of them resolved, one closed; one of another agent. */
async function scene(): Promise<Conversation> {
  const conversation = new Conversation(registry);
  const own = (pr: string) => opened('av2', { details: { ...opened().details, pr } });
  await conversation.hold(aCase(own('7000000001')));
  await conversation.hold(aCase(own('7000000002'), { kind: 'resolved', notes: 'Ships.' }));
  await conversation.hold(aCase(own('7000000003'), { kind: 'closed', text: 'Shipped.' }));
  await conversation.hold(aCase({ ...own('7000000004'), assignee: 'av2-other' }));
  return conversation;
}

const remove = async (conversation: Conversation, cases = 'leave', person = 'av2-agent', cause?: string) => {
  const form = formOf(await conversation.say('analyst', `remove member av2 ${person}`));
  return conversation.send('analyst', form, { cases, why: 'Moved' }, cause);
};
const logged: object[] = [];
const log: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: (fields) => void logged.push(fields),
};
const finish = (conversation: Conversation) =>
  propagateDepartures({
    ...conversation.context(),
    cases: conversation.cases,
    directories: conversation.directories,
    log,
  });
const kinds = async (conversation: Conversation, number: string) =>
  (await conversation.case(number)).timeline.map(({ kind }) => kind);

describe('Removing a member who has open cases (AC-7)', () => {
  it('leaves them for the gatekeeper: marked, first in the queue, and with one notification (AC-7)', async () => {
    const conversation = await scene();
    const done = cardOf(await remove(conversation), 'message');
    expect(done.text).toContain('2 open cases without an assignee');
    for (const number of ['CS0000001', 'CS0000002']) {
      const of = await conversation.case(number);
      expect([of.assignee, of.assigneeLeft]).toEqual([undefined, 'av2-agent']);
      expect(of.timeline.at(-1)).toMatchObject({ kind: 'assignee-left', by: 'analyst' });
    }
    expect((await conversation.case('CS0000003')).assignee).toBe('av2-agent');
    const queue = cardOf(await conversation.say('av2-gatekeeper', 'queue av2'), 'list');
    expect(queue.rows.slice(0, 2).map(({ facts }) => facts[1])).toEqual([
      'aviation av2, ⚠ assignee left: Av2 Agent',
      'aviation av2, ⚠ assignee left: Av2 Agent',
    ]);
    const pending = await conversation.cases.pending(10);
    const told = pending.flatMap(({ notifications }) =>
      notifications.filter(({ topic }) => topic === 'assignee-left'),
    );
    expect(told.map(({ about, to }) => [about.id, to])).toEqual([
      ['CS0000001', { kind: 'group', group: 'av2' }],
      ['CS0000001', { kind: 'person', person: 'av2-gatekeeper' }],
      ['CS0000002', { kind: 'group', group: 'av2' }],
      ['CS0000002', { kind: 'person', person: 'av2-gatekeeper' }],
    ]);
    expect(conversation.nudged).toEqual(['CS0000001', 'CS0000002']);
    await finish(conversation);
    expect(await kinds(conversation, 'CS0000001')).toEqual(['opened', 'assignee-left']);
  });

  it('gives them to the member chosen (AC-7)', async () => {
    const conversation = await scene();
    const done = cardOf(await remove(conversation, 'av2-other'), 'message');
    expect(done.text).toContain('2 open cases now with Av2 Other');
    expect((await conversation.case('CS0000001')).assignee).toBe('av2-other');
    expect((await conversation.case('CS0000001')).timeline.at(-1)).toMatchObject({
      kind: 'reassigned',
      to: 'av2-other',
      by: 'analyst',
      why: 'Av2 Agent left aviation av2.',
    });
    expect(conversation.directories.departures()).toEqual([]);
  });

  it('is finished once if the process stopped in between, with either choice (AC-7)', async () => {
    for (const [cases, kind] of [
      ['leave', 'assignee-left'],
      ['av2-other', 'reassigned'],
    ] as const) {
      const conversation = await scene();
      let saves = 0;
      conversation.cases.beforeSave = () =>
        (saves += 1) > 1 ? Promise.reject(new Error('The process ended')) : Promise.resolve();
      await expect(remove(conversation, cases)).rejects.toThrow('ended');
      // The removal stands: nothing of the group can be worked meanwhile.
      expect(conversation.directories.departures()).toHaveLength(1);
      const late = refusalOf(await conversation.say('av2-agent', 'close CS0000002'));
      expect(late.code).toBe('no-longer-member');
      conversation.cases.beforeSave = () => Promise.resolve();
      await finish(conversation);
      await finish(conversation);
      expect(await kinds(conversation, 'CS0000001')).toEqual(['opened', kind]);
      expect(await kinds(conversation, 'CS0000002')).toEqual(['opened', 'resolved', kind]);
      expect(conversation.directories.departures()).toEqual([]);
    }
  });

  it("is tried again and logged if a case can't be saved (AC-7)", async () => {
    const conversation = await scene();
    conversation.cases.beforeSave = () => Promise.reject(new Error('The store is away'));
    await expect(remove(conversation)).rejects.toThrow('away');
    await finish(conversation);
    expect(logged).toHaveLength(1);
    expect(conversation.directories.departures()).toHaveLength(1);
  });

  it('leaves the cases for the gatekeeper if the successor left too (AC-7)', async () => {
    const conversation = await scene();
    conversation.cases.beforeSave = () => Promise.reject(new Error('The process ended'));
    await expect(remove(conversation, 'av2-other')).rejects.toThrow('ended');
    await expect(remove(conversation, 'leave', 'av2-other')).rejects.toThrow('ended');
    conversation.cases.beforeSave = () => Promise.resolve();
    await finish(conversation);
    expect((await conversation.case('CS0000001')).assigneeLeft).toBe('av2-agent');
    expect((await conversation.case('CS0000004')).assigneeLeft).toBe('av2-other');
  });

  it('leaves cases alone if the person belongs to the group again (AC-7)', async () => {
    const conversation = await scene();
    conversation.cases.beforeSave = () => Promise.reject(new Error('The process ended'));
    await expect(remove(conversation)).rejects.toThrow('ended');
    conversation.cases.beforeSave = () => Promise.resolve();
    const form = formOf(await conversation.say('analyst', 'add member av2 av2-agent@example.mil'));
    cardOf(await conversation.send('analyst', form, { role: 'agent', why: 'By mistake' }), 'message');
    await finish(conversation);
    expect((await conversation.case('CS0000001')).assignee).toBe('av2-agent');
    expect(conversation.directories.departures()).toEqual([]);
  });
});

describe('A person who left the group (AC-7)', () => {
  it.each([
    ['case.close', { text: 'Shipped.' }],
    ['case.resolve', { notes: 'Shipped.' }],
    ['case.note', { text: 'x' }],
    ['case.attach', { url: 'https://files.example.mil/x' }],
    ['case.link', { other: 'CS0000004', why: 'x' }],
    ['case.claim', {}],
    ['case.assign', { to: 'av2-other' }],
    ['case.interim', { text: 'x' }],
    ['case.reassign', { group: 'av2', person: 'av2-other', why: 'x' }],
    ['case.correct', { why: 'x' }],
  ])(
    "is refused %s from an old card and an old form, with the gatekeeper's name (AC-7)",
    async (verb, typed) => {
      const conversation = await scene();
      await remove(conversation);
      const before = JSON.stringify(await conversation.case('CS0000001'));
      for (const input of [{}, { ...typed, submitted: 'yes' }]) {
        const outcome = await conversation.press('av2-agent', verb, { case: 'CS0000001', ...input });
        const text =
          outcome.kind === 'refusal'
            ? refusalText(outcome.refusal)
            : { title: formOf(outcome).refused ?? '', text: formOf(outcome).refused ?? '' };
        expect(text.title).toContain("You're no longer in aviation av2");
        expect(text.text).toContain('Ask its gatekeeper Av2 Gatekeeper');
      }
      expect(JSON.stringify(await conversation.case('CS0000001'))).toBe(before);
    },
  );

  it('is refused on their closed cases too, and on the case that Level 3 holds for the group (AC-7)', async () => {
    const conversation = await scene();
    await conversation.hold(
      aCase(opened('av2', { details: { ...opened().details, pr: '7000000005' } }), escalated()),
    );
    await remove(conversation);
    expect(refusalOf(await conversation.say('av2-agent', 'reopen CS0000003')).code).toBe('no-longer-member');
    const recall = refusalOf(await conversation.say('av2-agent', 'recall CS0000005'));
    expect(refusalText(recall).title).toBe("You're no longer in aviation av2");
  });

  it("has no cases in their list, and can't be chosen as an assignee (AC-7)", async () => {
    const conversation = await scene();
    await remove(conversation);
    expect(cardOf(await conversation.say('av2-agent', 'my cases'), 'list').rows).toEqual([]);
    const form = formOf(await conversation.say('av2-gatekeeper', 'assign CS0000001'));
    const choices = [...fieldsOf(form).values()].flatMap(({ choices: all = [] }) =>
      all.map(({ value }) => value),
    );
    expect(choices).toContain('av2-other');
    expect(choices).not.toContain('av2-agent');
    const sent = await conversation.send('av2-gatekeeper', form, { to: 'av2-agent' });
    expect(Object.values(faultsOf(formOf(sent))).join()).toContain("isn't a member of aviation av2");
  });

  it('does not get a case that comes back from Level 3 (AC-7, L3-1)', async () => {
    const conversation = new Conversation(registry);
    await conversation.hold(
      aCase(opened(), escalated(), { kind: 'assigned', to: 'av3-agent', how: 'assigned' }),
    );
    await remove(conversation);
    const form = formOf(await conversation.say('av2-gatekeeper', 'recall CS0000001'));
    await conversation.send('av2-gatekeeper', form, { why: 'Found it' });
    const back = await conversation.case('CS0000001');
    expect([back.group, back.assignee]).toEqual(['av2', undefined]);
  });

  it('is no longer mentioned on any card of the case, while others are (AC-7)', async () => {
    const conversation = await scene();
    await remove(conversation);
    const of = await conversation.case('CS0000001');
    const { directory } = conversation.context();
    expect(stillConcerned(['av2-agent', 'av2-supervisor', 'cic-agent'], of, directory)).toEqual([
      'av2-supervisor',
      'cic-agent',
    ]);
  });

  it('is named as the last assignee when a case is reopened, and the case waits for the gatekeeper (AC-7)', async () => {
    const conversation = await scene();
    await remove(conversation);
    const form = formOf(await conversation.say('av2-gatekeeper', 'reopen CS0000003'));
    await conversation.send('av2-gatekeeper', form, { why: 'Wrong item' });
    const of = await conversation.case('CS0000003');
    expect([of.state, of.assignee, of.assigneeLeft]).toEqual(['in-progress', undefined, 'av2-agent']);
  });
});

it('A gatekeeper who became an agent can no longer assign anything (AC-7)', async () => {
  const conversation = await scene();
  await remove(conversation);
  const add = formOf(await conversation.say('analyst', 'change role av2 av2-other'));
  await conversation.send('analyst', add, { role: 'gatekeeper', why: 'Reorganized' });
  const change = formOf(await conversation.say('analyst', 'change role av2 av2-gatekeeper'));
  await conversation.send('analyst', change, { role: 'agent', why: 'Reorganized' });
  const outcome = await conversation.press('av2-gatekeeper', 'case.assign', {
    case: 'CS0000001',
    to: 'av2-other',
    submitted: 'yes',
  });
  expect(formOf(outcome).refused).toContain(
    'Ask a gatekeeper of aviation av2 (Av2 Other) or a supervisor of aviation av2 (Av2 Supervisor) to do it',
  );
  expect((await conversation.case('CS0000001')).assignee).toBeUndefined();
});
