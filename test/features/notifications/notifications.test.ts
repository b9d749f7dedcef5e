import { registryOf } from '../../../src/commands/registry';
import type { Outcome } from '../../../src/commands/command';
import type { Form } from '../../../src/cards/shared/card-value';
import { allCommands } from '../../../src/features/all-commands';
import { Conversation } from '../../support/conversation';

const ANN = 'av2-agent';
let talk: Conversation;
beforeEach(() => {
  talk = new Conversation(registryOf(allCommands));
});

function formOf(outcome: Outcome): Form {
  if (outcome.kind !== 'reply' || outcome.reply.card.card !== 'form') throw new Error('No form came');
  return outcome.reply.card.form;
}
const fieldsOf = (form: Form) => form.sections.flatMap(({ fields }) => fields);
const opened = async (line = 'notifications'): Promise<Form> => formOf(await talk.say(ANN, line));

it("The notification settings start with everything at once at any hour, in the time zone of the person's group", async () => {
  const values = Object.fromEntries(fieldsOf(await opened()).map(({ id, value }) => [id, value]));
  expect(values).toMatchObject({
    assigned: 'now',
    breaches: 'now',
    needed: 'now',
    from: 'any',
    zone: 'America/New_York',
  });
});

it("The notification settings say that the mention in the channel can't be turned off, and what else can't be", async () => {
  const form = await opened();
  expect(form.intro).toContain("You can't turn off mentions there when a clock is missed");
  for (const kind of ['needed', 'plans']) {
    const field = fieldsOf(form).find(({ id }) => id === kind);
    expect(field?.choices?.map(({ value }) => value)).toEqual(['now', 'digest']);
    expect(field?.hint).toContain("You can't turn off");
  }
});

it('The notification settings keep what was set, say it in words, and open with it', async () => {
  const set = { breaches: 'digest', work: 'off', from: '08', to: '17', days: 'weekdays', digestHour: '07' };
  const outcome = await talk.send(ANN, await opened(), { ...set, zone: 'Europe/Berlin' });
  const card = outcome.kind === 'reply' ? outcome.reply.card : undefined;
  expect(card?.card === 'message' && card.text).toBe(
    [
      'Right away, from 08:00 to 17:00, Monday to Friday: A case is assigned to me; Escalations, referrals, and answers; An email to a customer was rejected or not sent; Approvals, requests, and cases whose assignee left; Action plans I own.',
      'In one card at 07:00, Monday to Friday: Missed clocks.',
      'Off: What others do on my cases.',
      'Hours are in Europe/Berlin time.',
    ].join('\n'),
  );
  const values = Object.fromEntries(fieldsOf(await opened()).map(({ id, value }) => [id, value]));
  expect(values).toMatchObject({ ...set, zone: 'Europe/Berlin', assigned: 'now' });
});

it('The notification settings change one kind by a typed line and leave the others as they were', async () => {
  await talk.send(ANN, await opened(), { work: 'off', from: '08', zone: 'Europe/Berlin' });
  const said = await talk.say(ANN, 'notifications breaches digest');
  const card = said.kind === 'reply' ? said.reply.card : undefined;
  expect(card?.card === 'message' && card.title).toBe('Your notifications are saved');
  expect(await talk.notifications.of(ANN)).toMatchObject({
    how: { breaches: 'digest', work: 'off', assigned: 'now' },
    window: { from: 8, to: 17 },
    zone: 'Europe/Berlin',
  });
});

it.each(['notifications nonsense off', 'notifications breaches never', 'notifications breaches off today'])(
  'The notification settings change nothing for %j, say so, and name the kinds',
  async (line) => {
    const form = await opened(line);
    expect(form.refused).toMatch(
      /isn't a setting I know, so nothing was changed\.\nThe kinds are assigned, .*breaches/u,
    );
    expect(await talk.notifications.of(ANN)).toBeUndefined();
  },
);

it.each(['needed', 'plans'])(
  "The notification settings say at the field that %s can't be turned off by a typed line either",
  async (kind) => {
    const form = await opened(`notifications ${kind} off`);
    expect(fieldsOf(form).find(({ id }) => id === kind)?.fault).toContain(
      "You can't turn off what's waiting for you",
    );
    expect(await talk.notifications.of(ANN)).toBeUndefined();
  },
);

it('The notification settings can move action plans to the digest by a typed line (ME-8)', async () => {
  await talk.say(ANN, 'notifications plans digest');
  expect(await talk.notifications.of(ANN)).toMatchObject({ how: { plans: 'digest', needed: 'now' } });
});

it('The notification settings open for a kind named alone, to choose when it comes', async () => {
  expect((await opened('notifications breaches')).refused).toBeUndefined();
});

it('The notification settings say at each field what would be right, and keep what was typed', async () => {
  const typed = { needed: 'off', zone: 'Nowhere/Land', work: 'sometimes', digestHour: '25' };
  const form = formOf(await talk.send(ANN, await opened(), typed));
  const faults = Object.fromEntries(fieldsOf(form).map(({ id, fault }) => [id, fault ?? '']));
  expect(faults).toMatchObject({
    needed: "You can't turn off what's waiting for you: choose right away or in the digest.",
    zone: 'Enter a time zone name, for example America/New_York.',
    work: 'Choose right away, in the digest, or not at all.',
    digestHour: 'Choose an hour from 00 to 23.',
    assigned: '',
  });
  const same = formOf(await talk.send(ANN, await opened(), { from: '09', to: '09' }));
  expect(fieldsOf(same).find(({ id }) => id === 'to')?.fault).toContain('choose another');
});

it('The notification settings say how many notifications did not come as they were set', async () => {
  talk.notifications.muted = 7;
  expect((await opened()).intro).toContain('In the last 24 hours, 7 notifications were not sent');
});
