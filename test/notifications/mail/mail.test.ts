import { deliverMail } from '../../../src/notifications/mail/deliver-mail';
import { LEASE_MS } from '../../../src/notifications/outbox/process-outbox';
import { MailFault } from '../../../src/ports/mail';
import type { Mail } from '../../../src/ports/mail';
import { interim, mailStage, status } from './mail-stage';
import { N, NOON } from '../notices';

const HOUR = 3_600_000;
const busy = (): never => {
  throw new MailFault('later', 'ETIMEDOUT');
};

describe('An email to the customer', () => {
  it('is sent as the agent wrote it, and the case says so (CK-1)', async () => {
    const town = await mailStage();
    await town.happen(interim);
    await town.relay();
    expect(await town.send()).toBe(true);
    expect(town.mails).toMatchObject([
      {
        to: 'pat@example.mil',
        subject: `Case ${N}: we're working on your inquiry`,
        text: 'It is being worked.',
        at: NOON,
      },
    ]);
    expect((await town.timeline()).at(-1)).toMatchObject({ kind: 'mail-sent', of: 1, by: 'casekeeper' });
    expect(await town.send()).toBe(false);
    expect(town.mails).toHaveLength(1);
  });

  it('says in training, in its subject and before its text, that it is training (AC-4)', async () => {
    const town = await mailStage();
    await town.happen(interim);
    await town.relay();
    const sent: Mail[] = [];
    await deliverMail({
      ...town.on.parts,
      mailer: { send: (mail) => Promise.resolve(void sent.push(mail)) },
      context: () => ({ ...town.on.parts.context(), environment: 'training' }),
    });
    expect(sent).toMatchObject([
      {
        subject: `Training: Case ${N}: we're working on your inquiry`,
        text: 'TRAINING: no real case, customer, or deadline.\n\nIt is being worked.',
      },
    ]);
  });

  it('is not made if the message was given by phone (CL-3)', async () => {
    const town = await mailStage();
    await town.happen({ kind: 'status-sent', text: 'Told.', word: { by: 'telephone' } });
    await town.relay();
    await town.send();
    expect(town.mails).toEqual([]);
    expect(await town.kinds()).toEqual(['opened', 'status-sent']);
  });

  it('is tried again with back-off while the server is busy, and stays the same email', async () => {
    const town = await mailStage();
    const keys: string[] = [];
    town.server = ({ key }) => {
      keys.push(key);
      if (keys.length < 3) busy();
    };
    await town.happen(interim);
    await town.relay();
    await town.send();
    await town.send();
    expect(keys).toHaveLength(1);
    town.on.wallNow += 2_000;
    await town.send();
    town.on.wallNow += 4_000;
    await town.send();
    expect(keys).toEqual([keys[0], keys[0], keys[0]]);
    expect(await town.kinds()).toEqual(['opened', 'interim-sent', 'mail-sent']);
    expect(JSON.stringify(town.on.logged)).not.toMatch(/pat@example|being worked/);
  });

  it('keeps its place, so what was written later is sent later', async () => {
    const town = await mailStage();
    town.server = busy;
    await town.happen(interim);
    await town.happen(status);
    await town.relay();
    await town.send();
    town.server = () => undefined;
    await town.send();
    expect(town.mails).toEqual([]);
    town.on.wallNow += 2_000;
    await town.send();
    town.on.wallNow += 10;
    await town.send();
    expect(town.mails.map(({ text }) => text)).toEqual(['It is being worked.', 'It ships on Friday.']);
    expect(new Set(town.mails.map(({ key }) => key)).size).toBe(2);
  });

  it('that is refused is reported on the case and notifies its writer (CL-3)', async () => {
    const town = await mailStage();
    town.server = () => {
      throw new MailFault('refused', 'EENVELOPE 550', '550 No such user');
    };
    await town.happen(interim);
    await town.relay();
    expect(await town.send()).toBe(true);
    expect((await town.timeline()).at(-1)).toMatchObject({
      kind: 'mail-refused',
      of: 1,
      why: 'refused',
      said: '550 No such user',
      by: 'casekeeper',
    });
    const [pending] = await town.on.parts.cases.pending(1);
    expect(pending?.notifications.map(({ entry, to }) => ({ entry, ...to }))).toContainEqual({
      entry: 2,
      kind: 'person',
      person: 'ann',
    });
    town.on.wallNow += 10 * HOUR;
    town.server = () => undefined;
    await town.send();
    expect(town.mails).toEqual([]);
    expect(JSON.stringify(town.on.logged.map(({ fields }) => ({ ...fields, err: undefined })))).not.toContain(
      'pat@',
    );
  });

  it('is given up on after days of attempts, and the case says so', async () => {
    const town = await mailStage();
    town.server = busy;
    await town.happen(interim);
    await town.relay();
    await town.send();
    town.on.wallNow += (town.on.policies.at(NOON).giveUpAfterHours + 1) * HOUR;
    await town.send();
    expect((await town.timeline()).at(-1)).toMatchObject({ kind: 'mail-refused', why: 'given-up' });
  });

  it("that was accepted is not sent again if the case couldn't record it at once", async () => {
    const town = await mailStage();
    await town.happen(interim);
    await town.relay();
    const { cases } = town.on.parts;
    const save = cases.save.bind(cases);
    cases.save = () => Promise.reject(new Error('the store does not answer'));
    expect(await town.send()).toBe(false);
    expect(town.mails).toHaveLength(1);
    cases.save = save;
    town.on.wallNow += LEASE_MS;
    expect(await town.send()).toBe(true);
    expect(town.mails).toHaveLength(1);
    expect(await town.kinds()).toEqual(['opened', 'interim-sent', 'mail-sent']);
  });

  it('is sent again with the same Message-ID if the process died before the server answered', async () => {
    const town = await mailStage();
    await town.happen(interim);
    await town.relay();
    const seen: string[] = [];
    let die = (): void => undefined;
    const died = new Promise<void>((resolve) => (die = resolve));
    town.server = ({ key }) => {
      seen.push(key);
      die();
      // The first process never hears the answer.
      return seen.length === 1 ? new Promise(() => undefined) : undefined;
    };
    void town.send();
    await died;
    await town.send();
    expect(seen).toHaveLength(1);
    town.on.wallNow += LEASE_MS;
    await town.send();
    expect(seen).toEqual([seen[0], seen[0]]);
    expect(await town.kinds()).toEqual(['opened', 'interim-sent', 'mail-sent']);
  });

  it('that a killed relay handed over twice is sent once', async () => {
    const town = await mailStage();
    await town.happen(interim);
    town.on.parts.cases.hands.breakBeforeClear = true;
    await town.relay();
    await town.send();
    town.on.parts.cases.hands.breakBeforeClear = false;
    await town.relay();
    await town.send();
    expect(town.mails).toHaveLength(1);
    expect((await town.kinds()).filter((kind) => kind === 'mail-sent')).toHaveLength(1);
  });

  it('uses the current case if someone changes it in the meantime', async () => {
    const town = await mailStage();
    town.server = () => town.happen({ kind: 'noted', text: 'Called.' });
    await town.happen(interim);
    await town.relay();
    await town.send();
    expect(await town.kinds()).toEqual(['opened', 'interim-sent', 'noted', 'mail-sent']);
  });

  it("for an entry that isn't an email blocks no other", async () => {
    const town = await mailStage();
    const notification = {
      id: `${N}/entry-0/mail/customer`,
      about: { kind: 'case', id: N },
      topic: 'mail',
      entry: 0,
      to: { kind: 'customer' },
      mentions: [],
      madeAt: NOON,
    } as const;
    await town.on.parts.mailbox.put(notification, 0);
    await town.happen(interim);
    await town.relay();
    await town.send();
    town.on.wallNow += 10;
    await town.send();
    expect(town.mails).toHaveLength(1);
    expect(town.on.logged).toMatchObject([{ level: 'error' }]);
  });
});
