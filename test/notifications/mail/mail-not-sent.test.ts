import { noteKept } from '../../../src/notifications/mail/deliver-mail';
import { MAIL_ADDRESS_KEY } from '../../../src/notifications/outbox/outbox-item';
import { clocksOf } from '../../../src/domain/cases/clocks/clocks-of';
import type { CaseEvent } from '../../../src/domain/cases/timeline';
import { interim, mailStage } from './mail-stage';
import type { MailStage } from './mail-stage';
import { N, NOON } from '../notices';

const HOUR = 3_600_000;
const again: CaseEvent = {
  ...{ kind: 'word-repeated', of: 1, text: 'It is being worked.' },
  word: { by: 'own-mail', to: 'pat@example.mil', subject: `Case ${N}` },
};

/** An interim response whose e-mail is on its way when the site has no mail server any more. */
async function without(): Promise<MailStage> {
  const town = await mailStage();
  town.named = false;
  await town.happen(interim);
  await town.relay();
  return town;
}

/** The same as an earlier version kept it, without a word of it on the case. */
async function keptOfBefore(): Promise<MailStage> {
  const town = await without();
  const { mailbox } = town.on.parts;
  for (const record of await mailbox.due(10)) await mailbox.move(record, { state: 'parked' });
  return town;
}

async function interimClock({ on }: MailStage) {
  const { state: subject } = (await on.parts.cases.get(N))!;
  const { state, endedAt } = clocksOf(subject, on.parts.context()).find(
    ({ kind }) => kind === 'interim-response',
  )!;
  return { state, endedAt };
}

async function toldOf({ on }: MailStage): Promise<readonly unknown[]> {
  const pending = await on.parts.cases.pending(10);
  return pending
    .flatMap(({ notifications }) => notifications)
    .filter(({ topic }) => topic === 'told')
    .map(({ to, topic, entry }) => [to, topic, entry]);
}

describe('An email to the customer at a site without a mail server', () => {
  it('is recorded on its case as not sent, no longer counts, and notifies its writer once (CK-1)', async () => {
    const town = await without();
    expect(await interimClock(town)).toEqual({ state: 'met', endedAt: NOON });
    town.on.businessNow += HOUR;
    expect(await town.send()).toBe(true);
    expect(await town.state()).toEqual(['parked']);
    expect(await town.kinds()).toEqual(['opened', 'interim-sent', 'mail-not-sent']);
    expect(await interimClock(town)).toEqual({ state: 'running', endedAt: undefined });
    expect(await toldOf(town)).toEqual([[{ kind: 'person', person: 'ann' }, 'told', 2]]);
    expect(await noteKept(town.on.parts)).toBe(false);
    await town.on.parts.mailbox.release(MAIL_ADDRESS_KEY);
    expect(await town.send()).toBe(false);
    expect(await town.kinds()).toEqual(['opened', 'interim-sent', 'mail-not-sent']);
    expect(town.mails).toEqual([]);
  });

  it('that an earlier version kept silently is recorded on its case too (CK-1)', async () => {
    const town = await keptOfBefore();
    expect(await noteKept(town.on.parts)).toBe(true);
    expect(await town.kinds()).toEqual(['opened', 'interim-sent', 'mail-not-sent']);
    expect(await town.state()).toEqual(['parked']);
    expect(await noteKept(town.on.parts)).toBe(false);
    expect(await town.kinds()).toEqual(['opened', 'interim-sent', 'mail-not-sent']);
  });

  it('blocks no other if its case is at fault, and is tried again (CK-1)', async () => {
    const town = await keptOfBefore();
    const { cases } = town.on.parts;
    const get = cases.get.bind(cases);
    cases.get = () => Promise.reject(new Error('the store does not answer'));
    expect(await noteKept(town.on.parts)).toBe(false);
    expect(town.on.logged).toMatchObject([{ level: 'error' }]);
    cases.get = get;
    expect(await noteKept(town.on.parts)).toBe(true);
  });

  it('is sent once there is a mail server, and counts from when it was written (CK-1)', async () => {
    const town = await without();
    town.on.businessNow += HOUR;
    await town.send();
    town.named = true;
    await town.on.parts.mailbox.release(MAIL_ADDRESS_KEY);
    town.on.businessNow += HOUR;
    expect(await town.send()).toBe(true);
    expect(town.mails).toHaveLength(1);
    expect(await town.kinds()).toEqual(['opened', 'interim-sent', 'mail-not-sent', 'mail-sent']);
    expect(await interimClock(town)).toEqual({ state: 'met', endedAt: NOON });
  });

  it('is not sent if its writer sent it themselves in the meantime (CK-1)', async () => {
    const town = await without();
    await town.send();
    town.on.businessNow += HOUR;
    await town.happen(again);
    town.named = true;
    await town.on.parts.mailbox.release(MAIL_ADDRESS_KEY);
    expect(await town.send()).toBe(false);
    expect(town.mails).toEqual([]);
    expect(await town.state()).toEqual([]);
    expect(await interimClock(town)).toEqual({ state: 'met', endedAt: NOON + HOUR });
  });

  it('on a closed case notifies no one, because its card says so and no clock runs (CK-1)', async () => {
    const town = await mailStage();
    town.named = false;
    const word = { by: 'email', to: 'pat@example.mil', subject: `Case ${N}` } as const;
    await town.happen({ kind: 'resolved', notes: 'x' }, { kind: 'closed', text: 'x', word });
    await town.relay();
    expect(await town.send()).toBe(true);
    expect((await town.timeline()).at(-1)).toMatchObject({ kind: 'mail-not-sent', of: 2 });
    expect(await toldOf(town)).toEqual([]);
  });

  it('with a satisfaction survey waits silently, because no rule counts it (CL-7)', async () => {
    const town = await mailStage();
    town.named = false;
    const subject = `Case ${N}: how satisfied are you?`;
    await town.happen({ kind: 'satisfaction-asked', to: 'pat@example.mil', subject });
    await town.relay();
    expect(await town.send()).toBe(false);
    expect(await town.state()).toEqual(['parked']);
    expect(await town.kinds()).toEqual(['opened', 'satisfaction-asked']);
  });
});
