import type { Outcome } from '../../../src/commands/command';
import { registryOf } from '../../../src/commands/registry';
import { allCommands } from '../../../src/features/all-commands';
import { submitRequest } from '../../../src/features/requests/submit-request';
import { aRequest } from '../../support/api-client';
import { aCase, details, opened, type Happened } from '../../support/cases';
import { Conversation, formOf } from '../../support/conversation';
import { bareDetails, PRE_AWARD } from '../../support/escalations';
import { newCaseInputs } from '../../support/new-case-inputs';
import { aWorld } from '../../support/site';

const registry = registryOf(allCommands);
const PR = '7001234567';
const CLOSED: readonly Happened[] = [
  { kind: 'resolved', notes: 'x' },
  { kind: 'closed', text: 'x' },
];

/** Every door by which a PR comes to stand on an open case; each answers whether it did. */
async function doors() {
  const conversation = new Conversation(registry);
  const held = async (...of: Happened[]) => conversation.hold(aCase(...of));
  const reopened = await held(
    opened('av2', { details: details({ pr: PR, nsn: '1111-11-111-1111' }) }),
    ...CLOSED,
  );
  const again = await held(
    opened('av2', { details: details({ pr: PR, nsn: '2222-22-222-2222' }) }),
    ...CLOSED,
  );
  const escalated = await held(opened('av2', { details: { ...bareDetails(), nsn: '3333-33-333-3333' } }));
  const form = formOf(await conversation.say('av2-agent', 'new case'));
  const isCase = (outcome: Outcome) => outcome.kind === 'reply' && outcome.reply.card.card === 'case';
  const api = async () => {
    const { cases, customers, now } = conversation;
    const sent = { system: 'depot', idempotencyKey: 'one', body: aRequest({ pr: PR, nsn: '4444444444444' }) };
    return (await submitRequest(sent, { ...aWorld(now), cases, customers, saved: () => undefined })).ok;
  };
  const inputs = (nsn: string) => newCaseInputs({ pr: PR, requisition: '', nsn });
  return {
    conversation,
    'the form': async () => isCase(await conversation.send('av2-agent', form, inputs('5555555555555'))),
    'the form of another': async () =>
      isCase(await conversation.send('cic-agent', form, inputs('6666666666666'))),
    'the API': api,
    'a reopening': async () => isCase(await conversation.say('av2-agent', `reopen ${reopened} Wrong part.`)),
    'another reopening': async () =>
      isCase(await conversation.say('av2-agent', `reopen ${again} Wrong part.`)),
    'an escalation': async () =>
      isCase(
        await conversation.press('av2-agent', 'case.escalate', {
          ...PRE_AWARD,
          case: escalated,
          pr: PR,
          submitted: 'yes',
        }),
      ),
  };
}

type Door = Exclude<keyof Awaited<ReturnType<typeof doors>>, 'conversation'>;
const DOORS: readonly Door[] = [
  'the form',
  'the form of another',
  'the API',
  'a reopening',
  'another reopening',
  'an escalation',
];

const holders = async ({ cases }: Conversation) => cases.similar({ pr: PR, account: '' });

describe('A PR on only one open case', () => {
  it.each(DOORS)('is enforced when it comes by %s (ES-6)', async (door) => {
    const all = await doors();
    expect(await all[door]()).toBe(true);
    expect(await holders(all.conversation)).toHaveLength(1);
  });

  const pairs = DOORS.flatMap((one, at) => DOORS.slice(at + 1).map((other) => [one, other] as const));
  it.each(pairs)('is enforced for %s and %s, at once or one after the other (ES-6)', async (one, other) => {
    const all = await doors();
    const took = await Promise.all([all[one](), all[other]()]);
    expect(took.filter(Boolean)).toHaveLength(1);
    expect(await holders(all.conversation)).toHaveLength(1);
    for (const door of DOORS) if (door !== one && door !== other) expect(await all[door]()).toBe(false);
  });
});
