import { Agent, request } from 'node:http';
import { startApp } from '../../src/app/compose';
import { openCase } from '../../src/domain/cases/change';
import type { CaseEvent } from '../../src/domain/cases/timeline';
import { allCommands } from '../../src/features/all-commands';
import type { Log } from '../../src/ports/log';
import { DEMO_DIRECTORY_FILE, loadDirectory, loadPolicies, domainContextOf } from '../../src/app/site';
import { openRepositories } from '../../src/storage/open-repositories';
import type { Repositories } from '../../src/storage/open-repositories';
import { quietSchedule } from '../journeys/quiet-schedule';
import { nodesOf } from '../journeys/seen-card';
import { sqliteUnderTest } from '../storage/sqlite/sqlite-under-test';
import { action } from '../support/activities';
import { details } from '../support/cases';
import { startConnector } from '../support/connector';
import type { StubConnector } from '../support/connector';
import type { FormInput, HostileRequest, Target } from './hostile-requests';

// Tuesday 2026-10-06, 10:00 in New York.
const START = Date.parse('2026-10-06T14:00:00Z');
const PEOPLE = ['101', '201', '202', '301', '302', '401', '501', '502', '901'].map(
  (end) => `00000000-0000-4000-8000-000000000${end}`,
);

/** What came back to a request. */
export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** The whole product on its embedded store, with what a hostile caller aims at. */
export interface FrontUnderFire {
  readonly connector: StubConnector;
  readonly repositories: Repositories;
  /** Errors of the log. */
  readonly errors: string[];
  readonly target: Target;
  send(hostile: HostileRequest): Promise<Answer>;
  /** Puts new cases before the caller, in the states in which forms open; those before are left alone. */
  renew(): Promise<void>;
  settled(): Promise<boolean>;
  end(): Promise<void>;
}

/** The cases that a caller finds: who holds each and what happened to it. */
const cases = (pr: () => string): readonly (readonly CaseEvent[])[] => {
  const opened = (group: string, level: 1 | 2 | 3, assignee: string | undefined, msc = 'aviation' as const) =>
    ({
      kind: 'opened',
      origin: level === 1 ? 'level-1' : 'level-2',
      level,
      group,
      ...(assignee === undefined ? {} : { assignee: `00000000-0000-4000-8000-000000000${assignee}` }),
      details: details({ msc, pr: pr() }),
    }) as const;
  const par = { kind: 'par-submitted', par: { number: 'PAR-1', kind: 'status', ipg: 'I' } } as const;
  return [
    [opened('CIC', 1, '101')],
    [opened('L2-AVN', 2, '201')],
    [opened('L2-AVN', 2, undefined)],
    [opened('L2-AVN', 2, '201'), par],
    [opened('L3-AVN', 3, '302')],
    [opened('L2-AVN', 2, '201'), { kind: 'resolved', notes: 'Ships.', date: '2027-03-01' }],
  ];
};

/** A body for the bot, as JSON. */
export const postOf = (body: string): HostileRequest => ({
  path: '/api/messages',
  headers: { 'content-type': 'application/json' },
  body,
});

/** Starts it, and finds each form's inputs by opening it as anybody could. */
export async function startUnderFire(): Promise<FrontUnderFire> {
  const under = sqliteUnderTest();
  const connector = await startConnector();
  const engine = await under.open();
  const repositories = await openRepositories(engine);
  const { groups, people } = loadDirectory(DEMO_DIRECTORY_FILE);
  await repositories.directories.load(groups, people);
  const errors: string[] = [];
  const log: Log = {
    debug: () => undefined,
    info: () => undefined,
    warn: () => undefined,
    error: (fields, words) => {
      const { err } = fields as { err?: unknown };
      errors.push(`${words}: ${(err as Error | undefined)?.stack ?? JSON.stringify(fields)}`);
    },
  };
  const context = domainContextOf(
    () => repositories.directories.current(),
    loadPolicies(undefined),
    { now: () => START },
    'production',
  );
  let wallNow = START;
  const app = await startApp({
    config: { port: 0, host: '127.0.0.1', dataDir: '', logLevel: 'error', environment: 'production' },
    log,
    engine,
    repositories,
    context,
    wall: { now: () => (wallNow += 1_000) },
    everyMs: 1_000,
    schedule: quietSchedule(2).schedule,
    random: () => 0.5,
  });
  const agent = new Agent({ keepAlive: true, maxSockets: 16 });
  const send = ({ path, headers, body }: HostileRequest): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const { port } = app.server;
      const sent = request({ agent, port, host: '127.0.0.1', path, method: 'POST', headers }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString('utf8') });
        });
        response.on('error', reject);
      });
      sent.on('error', reject);
      sent.end(body);
    });

  const known = { cases: [] as string[], verbs: [] as { verb: string; inputs: readonly FormInput[] }[] };
  let made = 0;
  const renew = async (): Promise<void> => {
    const numbers: string[] = [];
    for (const events of cases(() => `7${String((made += 1)).padStart(9, '0')}`)) {
      const number = await repositories.cases.nextId();
      const act = { by: PEOPLE[0] ?? '', at: START, cause: `arrival-${number}` };
      const { kind } = await repositories.cases.insert(openCase(number, events, act, context()));
      if (kind !== 'saved') throw new Error(`${number} was not taken: ${kind}`);
      numbers.push(number);
    }
    known.cases = numbers;
  };
  await renew();
  for (const command of allCommands)
    known.verbs.push({ verb: command.verb, inputs: 'form' in command ? await inputsOf(command.verb) : [] });

  /** What a card asks for when the command is pressed by anyone on any of the cases, and behind it where it leads on. */
  async function inputsOf(verb: string): Promise<readonly FormInput[]> {
    const inputs = new Map<string, FormInput>();
    const press = async (who: string, data: object): Promise<string> => {
      const person = { id: `29:${who}`, aadObjectId: who, name: 'Person' };
      const conversation = { conversationType: 'channel', isGroup: true, id: 'scout' };
      const activity = action(verb, data, '', { serviceUrl: connector.serviceUrl, person, conversation });
      const { text } = await send(postOf(JSON.stringify(activity)));
      for (const { type, id, choices } of nodesOf(JSON.parse(text))) {
        if (typeof type !== 'string' || !type.startsWith('Input.')) continue;
        const values = ((choices ?? []) as { value: string }[]).map(({ value }) => value);
        inputs.set(String(id), { id: String(id), values });
      }
      return text;
    };
    for (const who of PEOPLE) {
      for (const number of known.cases) {
        const text = await press(who, { case: number });
        if (!text.includes('leadsOn')) continue;
        for (const direction of ['pre-award', 'post-award', 'distribution-center'])
          await press(who, { case: number, step: 'checklist', direction, eadSuffices: 'no' });
      }
    }
    return [...inputs.values()];
  }

  return {
    connector,
    repositories,
    errors,
    renew,
    send,
    target: {
      serviceUrl: connector.serviceUrl,
      people: PEOPLE,
      verbs: known.verbs,
      words: allCommands.flatMap(({ typed }) => typed?.words ?? []),
      apiKey: (await repositories.apiKeys.issue('depot', PEOPLE[0] ?? '', START)) ?? '',
      get cases() {
        return known.cases;
      },
    },
    settled: () => app.server.settled(),
    end: async () => {
      agent.destroy();
      await app.stop();
      await connector.close();
      await under.drop();
    },
  };
}
