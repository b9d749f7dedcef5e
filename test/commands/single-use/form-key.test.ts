import { createDeduplicator } from '../../../src/teams/deduplicate';
import { withoutFormKey } from '../../../src/commands/single-use/form-key';
import { sharingPresses } from '../../../src/commands/single-use/share-presses';
import type { Invocation, Outcome, Place } from '../../../src/commands/command';
import { registryOf } from '../../../src/commands/registry';
import { allCommands } from '../../../src/features/all-commands';
import { aCase, opened } from '../../support/cases';
import { cardOf, Conversation, formOf } from '../../support/conversation';

const registry = registryOf(allCommands);
const AGENT = 'av2-agent';

let talk: Conversation;
beforeEach(async () => {
  talk = new Conversation(registry);
  await talk.hold(aCase(opened()));
});

const noteForm = async () =>
  formOf(await talk.press(AGENT, 'case.note', { case: 'CS0000001', version: '1' }));
const notes = async (): Promise<readonly string[]> =>
  (await talk.case('CS0000001')).timeline.flatMap((entry) => (entry.kind === 'noted' ? [entry.text] : []));

describe('A form (CA-11)', () => {
  it('has its own key each time it is opened', async () => {
    const [one, other] = [await noteForm(), await noteForm()];
    expect(one.submit.data['formKey']).toMatch(/^[\w-]{20}$/);
    expect(other.submit.data['formKey']).not.toBe(one.submit.data['formKey']);
    await talk.send(AGENT, one, { text: 'The same words.' });
    await talk.send(AGENT, other, { text: 'The same words.' });
    expect(await notes()).toEqual(['The same words.', 'The same words.']);
  });

  it('that is sent twice adds its note once, and the second press is answered like the first', async () => {
    const form = await noteForm();
    const first = await talk.send(AGENT, form, { text: 'Called the depot.' });
    expect(await talk.send(AGENT, form, { text: 'Called the depot.' })).toEqual(first);
    expect(await notes()).toEqual(['Called the depot.']);
  });

  it('that comes back with a fault keeps its key, which is valid until it has been used', async () => {
    const form = await noteForm();
    const back = formOf(await talk.send(AGENT, form, { text: '' }));
    expect(back.submit.data['formKey']).toBe(form.submit.data['formKey']);
    await talk.send(AGENT, back, { text: 'Called the depot.' });
    await talk.send(AGENT, back, { text: 'Called the depot.' });
    await talk.send(AGENT, form, { text: 'Called the depot.' });
    expect(await notes()).toEqual(['Called the depot.']);
  });

  it('belongs to the person who presses: a form that two people see in a channel works for each', async () => {
    const form = await noteForm();
    await talk.send(AGENT, form, { text: 'Mine.' });
    await talk.send('av2-supervisor', form, { text: 'Mine too.' });
    expect(await notes()).toEqual(['Mine.', 'Mine too.']);
  });

  it('that is sent again with other text loses none of it', async () => {
    const form = await noteForm();
    for (const text of ['Called the depot.', 'Wrote to the depot.', 'Called the depot.'])
      await talk.send(AGENT, form, { text });
    expect(await notes()).toEqual(['Called the depot.', 'Wrote to the depot.']);
  });

  it.each([undefined, '', 'short', 'x'.repeat(65), '../../etc/passwd ........'])(
    'from before form keys works, and so does one with the key %j, and each press counts',
    async (key) => {
      const form = await noteForm();
      const data = withoutFormKey(form.submit.data);
      const old = { ...form, submit: { ...form.submit, data } };
      const typed = { text: 'Called.', ...(key === undefined ? {} : { formKey: key }) };
      await talk.send(AGENT, old, typed);
      await talk.send(AGENT, old, typed);
      expect(await notes()).toHaveLength(2);
    },
  );
});

it('A button on a case claims it once, and the second press on the same card is answered like the first (CA-11)', async () => {
  const details = { ...(await talk.case('CS0000001')).details, pr: '7009999999' };
  await talk.hold(aCase(opened('av2', { assignee: undefined, details })));
  const press = () => talk.press('av2-gatekeeper', 'case.claim', { case: 'CS0000002', version: '1' });
  const [first, second] = [await press(), await press()];
  expect(cardOf(first, 'case').case.assignee).toBe('av2-gatekeeper');
  expect(second).toEqual(first);
  expect((await talk.case('CS0000002')).timeline).toHaveLength(2);
});

describe('Presses in one process (CA-11)', () => {
  const place: Place = {
    kind: 'personal',
    address: { conversationId: 'a:1', serviceUrl: 'http://127.0.0.1:1/', kind: 'personal' },
  };
  const pressing = (handle: (invocation: Invocation) => Promise<Outcome>) => {
    const shared = sharingPresses(
      ({ invocation }: { person: { id: string }; place: Place; invocation: Invocation }) =>
        handle(invocation),
      createDeduplicator<Outcome>({ now: () => 0 }),
      registry,
    );
    return (verb: string, input: Record<string, string>, id = 'po-supervisor') =>
      shared({ person: { id }, place, invocation: { verb, input, submitted: true } });
  };
  const through = (person: string) => pressing((invocation) => talk.run(person, invocation));

  it('share one run at the same instant, only for the same person and the same text', async () => {
    let runs = 0;
    const press = pressing(() => {
      runs += 1;
      return Promise.resolve({
        kind: 'refusal',
        refusal: { code: 'not-in-directory', params: {}, faults: [] },
      });
    });
    const given = { case: 'CS0000001', text: 'a' };
    await Promise.all([press('case.note', given), press('case.note', given)]);
    expect(runs).toBe(1);
    await Promise.all([press('case.note', given, 'someone'), press('case.note', { ...given, text: 'b' })]);
    expect(runs).toBe(3);
    await press('case.note', given);
    expect(runs).toBe(4);
  });

  it("show an API key again on the second press of its form, because its record doesn't store the key", async () => {
    const form = formOf(await talk.press('po-supervisor', 'keys.new'));
    const press = through('po-supervisor');
    const input = { ...form.submit.data, system: 'depot' };
    const [first, second] = await Promise.all([press('keys.new', input), press('keys.new', input)]);
    expect(cardOf(first, 'message').text).toMatch(/^ck-/);
    expect([second, await press('keys.new', input)]).toEqual([first, first]);
    expect(await talk.apiKeys.list()).toHaveLength(1);
  });
});
