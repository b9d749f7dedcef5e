import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { BUSINESS_DAY_MS } from '../../src/domain/calendar/calendars';
import { submitRequest } from '../../src/features/requests/submit-request';
import { loadDirectory, loadPolicies, domainContextOf } from '../../src/app/site';
import { openEngine } from '../../src/storage/open-engine';
import { DATABASE_FILE } from '../../src/storage/sqlite/sqlite-engine';
import { openRepositories } from '../../src/storage/open-repositories';
import { TENANT } from '../support/activities';
import { chatOf, DESKS, nameOf, peopleOf } from './desk';
import type { Services } from './desk';

/** Cases that were open before the first start, a desk. */
const WAITING = 6;
/**
 * They were opened one after the other over more than a business day, the time of their first clock: in the fast time
 * one of each desk is missed at the start, and then one every two seconds.
 */
const APART_MS = BUSINESS_DAY_MS / ((WAITING - 1) * DESKS.length);

/** What the bot is started with, and the keys of the customers' systems. */
export interface Site {
  readonly env: Readonly<Record<string, string>>;
  readonly dataDir: string;
  readonly policyFile: string;
  readonly keys: ReadonlyMap<string, string>;
  /** Numbers of the cases that were open before. */
  readonly waiting: readonly string[];
}

/** Makes a site in a directory: groups whose people and channels have met the bot, a mail server, keys, waiting cases. */
export async function makeSite(dataDir: string, serviceUrl: string, mailPort: number): Promise<Site> {
  const policyFile = join(dataDir, 'policy.json');
  const directoryFile = join(dataDir, 'directory.json');
  // Each alert leaves alone, so that its card can be told from the others: a slow machine would gather them to digests.
  const policy = { from: '2025-01-01', warnAt: 0.5, bulkThreshold: { cases: 1_000 } };
  writeFileSync(policyFile, JSON.stringify(policy));
  writeFileSync(directoryFile, JSON.stringify(directoryAt(serviceUrl)));
  // The bot gets a copy: libsql keeps a closed database open until its statements are collected, and while anybody has it
  // open SQLite does not read its log anew, so that what was written and not answered would be gone for the next process
  // and be there in a copy.
  const made = join(dataDir, 'made');
  mkdirSync(made);
  const engine = await openEngine({ dataDir: made });
  try {
    const { cases, directories, addresses, apiKeys, customers } = await openRepositories(engine);
    const { groups, people } = loadDirectory(directoryFile);
    await directories.load(groups, people);
    for (const person of DESKS.flatMap(peopleOf)) {
      const address = { conversationId: chatOf(person), serviceUrl, tenantId: TENANT } as const;
      await addresses.put(person, { ...address, kind: 'personal' });
    }
    const keys = new Map<string, string>();
    for (const { system, supervisor } of DESKS)
      keys.set(system, (await apiKeys.issue(system, supervisor, Date.now())) ?? '');

    const time = { at: Date.now() };
    const now = { now: () => time.at };
    const context = domainContextOf(() => directories.current(), loadPolicies(policyFile), now, 'production');
    const calendar = context().calendars.ofGroup(DESKS[0]?.group ?? '');
    const began = time.at;
    const waiting: string[] = [];
    for (let count = 0; count < WAITING * DESKS.length; count++) {
      time.at = calendar.add(began, count * APART_MS);
      const at = DESKS[count % DESKS.length] as Services;
      const sent = { system: at.system, idempotencyKey: `waiting-${count}` };
      const body = requestBody(at, `60000000${String(count).padStart(2, '0')}`, `waiting ${count}`);
      const services = { ...context(), cases, customers, saved: () => undefined };
      const answer = await submitRequest({ ...sent, body }, services);
      if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
      waiting.push(answer.case.number);
    }
    const mail = { SMTP_URL: `smtp://127.0.0.1:${mailPort}`, MAIL_FROM: 'cases@agency.example.mil' };
    const env = { ...mail, DATA_DIR: dataDir, POLICY_FILE: policyFile, DIRECTORY_FILE: directoryFile };
    return { env, dataDir, policyFile, keys, waiting };
  } finally {
    await engine.close();
    copyFileSync(join(made, DATABASE_FILE), join(dataDir, DATABASE_FILE));
  }
}

/** A request of a customer's system that makes every clock of an Emergency run. */
export const requestBody = ({ msc }: Services, pr: string, description: string): object => ({
  account: 'W25G1V',
  contact: { name: 'Pat Customer', email: 'pat@example.mil' },
  msc,
  ipd: 1,
  pr,
  reason: 'backorder',
  description,
});

const directoryAt = (serviceUrl: string): object => ({
  people: DESKS.flatMap(peopleOf).map((aadObjectId) => ({
    aadObjectId,
    name: nameOf(aadObjectId),
    email: `p${aadObjectId.slice(-2)}@example.mil`,
  })),
  groups: DESKS.map(({ group, msc, channel, agent, second, gatekeeper, supervisor }) => ({
    key: group,
    name: `Desk of ${msc}`,
    msc,
    level: 2,
    bpid: 'B02',
    zone: 'America/New_York',
    gatekeepers: [gatekeeper],
    supervisors: [supervisor],
    agents: [agent, second],
    channel: { conversationId: channel, serviceUrl, tenantId: TENANT },
  })),
});
