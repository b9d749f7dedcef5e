import { registryOf } from '../../../src/commands/registry';
import { allCommands } from '../../../src/features/all-commands';
import { aCase, details, opened, type Happened } from '../../support/cases';
import { cardOf, Conversation, faultsOf, fieldsOf, formOf } from '../../support/conversation';

const registry = registryOf(allCommands);
const FIELD = 'item.existing-cases';
const CONDITIONS = { direction: 'pre-award', group: 'av3', actionType: 'PR Expedite' };
const NONE = { nsn: undefined, pr: undefined, requisition: undefined };

/** The checklist of CS0000001, with these details and entries, beside the other cases that are held. */
async function checklist(
  change: Readonly<Record<string, unknown>>,
  others: readonly Readonly<Record<string, unknown>>[] = [],
  ...entries: readonly Happened[]
) {
  const talk = new Conversation(registry);
  const number = await talk.hold(aCase(opened('av2', { details: details(change) }), ...entries));
  for (const other of others) await talk.hold(aCase(opened('av2', { details: details(other) })));
  const first = formOf(await talk.say('av2-agent', `escalate ${number}`));
  const form = formOf(await talk.send('av2-agent', first, CONDITIONS));
  return { talk, form, shown: fieldsOf(form).get(FIELD)?.value };
}
const findings = (form: Parameters<typeof fieldsOf>[0]) =>
  Object.fromEntries(
    [...fieldsOf(form).keys()]
      .filter((id) => id.startsWith('item.') && ![FIELD, 'item.latest-note'].includes(id))
      .map((id) => [id, `Found for ${id}`]),
  );

describe('The checklist item about existing cases', () => {
  it('is filled in from the cases, and the agent can add to it (CA-3, ES-2 e)', async () => {
    const own = { pr: '7001234567', requisition: 'W25G1U63210001' };
    const alike = [
      { pr: '7001234568', requisition: own.requisition },
      { pr: '7001234569', nsn: undefined, requisition: 'W25G1U63210002' },
      { pr: '7001234570', requisition: undefined },
    ];
    const { talk, form, shown } = await checklist(own, alike);
    expect(shown).toBe('CS0000002 (same requisition and NSN), CS0000004 (same NSN)');
    expect(faultsOf(form)).toEqual({});
    const { case: after } = cardOf(await talk.send('av2-agent', form, findings(form)), 'case');
    expect(after.timeline.at(-1)).toMatchObject({
      findings: expect.arrayContaining([
        { item: 'existing-cases', label: 'Existing cases', finding: shown },
      ]) as unknown,
    });
  });

  it('says what was searched for if nothing was found (CA-3, ES-2 e)', async () => {
    expect((await checklist({ requisition: undefined })).shown).toBe('No open case with the same PR or NSN.');
    expect((await checklist({ ...NONE, requisition: 'W25G1U63210001' })).shown).toBe(
      'No open case with the same requisition.',
    );
  });

  it('is left to the agent if the case has no number to search by (ES-2 e)', async () => {
    expect((await checklist(NONE)).shown).toBe('');
  });

  it('names a linked case, and then refuses "none" (CA-3, ES-2 e, ES-9)', async () => {
    const linked: Happened = { kind: 'linked', to: 'CS0000009', why: 'One order.' };
    const { talk, form, shown } = await checklist({}, [], linked);
    expect(shown).toBe('CS0000009 (linked)');
    const refused = formOf(await talk.send('av2-agent', form, { ...findings(form), [FIELD]: 'None.' }));
    expect(faultsOf(refused)).toEqual({ [FIELD]: expect.stringContaining('linked to CS0000009') as string });
    expect(fieldsOf(refused).get(FIELD)?.value).toBe('None.');
  });

  it('keeps what the agent wrote, and keeps a cleared field empty (ES-9)', async () => {
    const { talk, form } = await checklist({});
    const written = { ...findings(form), [FIELD]: 'None in EBS either.', 'item.pr-status': '' };
    const refused = formOf(await talk.send('av2-agent', form, written));
    expect(fieldsOf(refused).get(FIELD)?.value).toBe('None in EBS either.');
    const emptied = formOf(await talk.send('av2-agent', refused, { [FIELD]: '' }));
    expect(fieldsOf(emptied).get(FIELD)?.value).toBe('');
    expect(Object.keys(faultsOf(emptied))).toEqual(expect.arrayContaining([FIELD]));
  });

  it('names ten of many cases, and says how many more there are (CA-3)', async () => {
    const many = Array.from({ length: 12 }, (_, nth) => ({ pr: String(7_001_234_600 + nth) }));
    const { shown } = await checklist({}, many);
    expect(shown?.match(/CS\d{7}/gu)).toHaveLength(10);
    expect(shown).toMatch(/ and 2 more$/u);
  });
});
