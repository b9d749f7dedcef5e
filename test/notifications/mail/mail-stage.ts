import { deliverMail } from '../../../src/notifications/mail/deliver-mail';
import { relayOnce } from '../../../src/notifications/relay';
import { changeOf, openCase } from '../../../src/domain/cases/change';
import type { Entry, CaseEvent } from '../../../src/domain/cases/timeline';
import type { Mail } from '../../../src/ports/mail';
import { N, NOON } from '../notices';
import { opened, stage } from '../stage';
import type { Stage } from '../stage';

export const interim: CaseEvent = {
  kind: 'interim-sent',
  text: 'It is being worked.',
  word: { by: 'email', to: 'pat@example.mil', subject: `Case ${N}: we're working on your inquiry` },
};
export const status: CaseEvent = { ...interim, kind: 'status-sent', text: 'It ships on Friday.' };

/** A stage with a mail server in the test's hands: `server` is what it does with a mail; a throw is its answer. */
export interface MailStage {
  readonly on: Stage;
  readonly mails: Mail[];
  server: (mail: Mail) => Promise<void> | void;
  /** Whether the site names a mail server. */
  named: boolean;
  /** Something happens to the case, by ann. */
  happen(...events: readonly CaseEvent[]): Promise<void>;
  relay(): Promise<void>;
  /** Sends what is due; answers whether a case was told. */
  send(): Promise<boolean>;
  timeline(): Promise<readonly Entry[]>;
  kinds(): Promise<readonly string[]>;
  state(): Promise<readonly string[]>;
}

/** A case at Level 2, opened by ann at noon, whose notices so far are handed over. */
export async function mailStage(): Promise<MailStage> {
  const on = stage();
  const mails: Mail[] = [];
  let acts = 0;
  const self: MailStage = {
    on,
    mails,
    server: () => undefined,
    named: true,
    happen: async (...events) => {
      acts += 1;
      const { state: before, version } = (await on.parts.cases.get(N))!;
      const act = { by: 'ann', at: on.businessNow, cause: `act-${acts}` };
      await on.parts.cases.save(version, changeOf(before, events, act, on.parts.context()));
    },
    relay: () => relayOnce(on.parts),
    send: () => {
      const mailer = {
        send: async (mail: Mail) => {
          await self.server(mail);
          mails.push(mail);
        },
      };
      return deliverMail(self.named ? { ...on.parts, mailer } : on.parts).then(({ told }) => told);
    },
    timeline: async () => (await on.parts.cases.get(N))!.state.timeline,
    kinds: async () => (await self.timeline()).map(({ kind }) => kind),
    state: async () => {
      const found = [];
      for await (const page of on.parts.mailbox.standingIn('parked')) found.push(...page);
      return [...found, ...(await on.parts.mailbox.due(100))].map(({ value }) => value.state);
    },
  };
  const act = { by: 'ann', at: NOON, cause: 'open' };
  await on.parts.cases.insert(openCase(N, [{ ...opened, assignee: 'ann' }], act, on.parts.context()));
  await self.relay();
  return self;
}
