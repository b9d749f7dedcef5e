import type { CardValue, Form } from '../../src/cards/shared/card-value';
import type { Invocation, Outcome, Place, Platform } from '../../src/commands/command';
import { parseLine } from '../../src/commands/lines/parse-line';
import type { Registry } from '../../src/commands/registry';
import { runCommand } from '../../src/commands/run-command';
import { projectCase } from '../../src/domain/cases/project-case';
import type { Case } from '../../src/domain/cases/case';
import type { Entry } from '../../src/domain/cases/timeline';
import type { Log } from '../../src/ports/log';
import type { DeadLetterService } from '../../src/ports/dead-letters';
import { API_KEY, StoredApiKeys } from '../../src/storage/repositories/api-key-register';
import { ACCOUNT, CONTACT } from '../../src/storage/repositories/customer-records';
import { StoredCustomers } from '../../src/storage/repositories/customer-repository';
import { NOTIFICATION, StoredNotifications } from '../../src/storage/repositories/notification-register';
import type { NotificationService } from '../../src/ports/notification-settings';
import type { Pictures } from '../../src/ports/pictures';
import type { DomainContext } from '../../src/domain/kernel/domain-context';
import { siteKinds } from '../../src/app/site-kinds';
import { recordService } from '../../src/records/record-service';
import { BASIS } from '../../src/metrics/basis';
import { METRIC_FACT } from '../../src/metrics/metric-fact-record';
import { metricsOf } from '../../src/metrics/metrics';
import { ROLLUP } from '../../src/metrics/rollup-record';
import { MemoryCases } from './memory/memory-cases';
import { MemoryCounting } from './memory/memory-counting';
import { MemoryLinks } from './memory/memory-links';
import { memoryMemberships, memoryPlans, memoryProblems } from './memory/memory-records';
import { memoryReports } from './memory/memory-reports';
import { memoryStore } from './memory/memory-store';
import { MemoryDirectory } from './memory/memory-directory';
import { aWorld, START } from './site';

const PERSONAL: Place = {
  kind: 'personal',
  address: { conversationId: 'a:1', serviceUrl: 'http://127.0.0.1:1/', kind: 'personal' },
};
export const CHANNEL: Place = {
  kind: 'channel',
  address: {
    conversationId: '19:channel@thread.tacv2;messageid=7',
    serviceUrl: 'http://127.0.0.1:1/',
    tenantId: 'tenant',
    kind: 'channel',
  },
};

const nothing = (): void => undefined;
const SILENT: Log = { debug: nothing, info: nothing, warn: nothing, error: nothing };

/** What people have set, in memory. */
class MemoryNotifications extends StoredNotifications implements NotificationService {
  muted = 0;
  constructor() {
    super(memoryStore(NOTIFICATION));
  }
  unsent(): Promise<number> {
    return Promise.resolve(this.muted);
  }
}

/** People who type lines and press buttons against the real commands and the real domain. */
export class Conversation {
  readonly cases = new MemoryCases();
  readonly directories = new MemoryDirectory();
  readonly apiKeys = new StoredApiKeys(memoryStore(API_KEY));
  readonly memberships = memoryMemberships();
  readonly problems = memoryProblems();
  readonly plans = memoryPlans();
  readonly customers = new StoredCustomers(memoryStore(ACCOUNT), memoryStore(CONTACT));
  readonly kept = {
    facts: memoryStore(METRIC_FACT),
    rollups: memoryStore(ROLLUP),
    basis: memoryStore(BASIS),
  };
  readonly metrics = metricsOf({
    cases: new MemoryCounting(this.cases),
    ...this.kept,
    context: () => this.context(),
    wall: { now: () => (this.wall += this.wallStep) },
    log: SILENT,
  });
  /** The address of the site's pages; undefined where it has none. */
  base: string | undefined = 'https://cases.example.mil';
  readonly reported = memoryReports(() => this.context(), { cases: this.cases, base: () => this.base });
  readonly records = recordService(
    siteKinds({
      cases: this.cases,
      memberships: this.memberships,
      problems: this.problems,
      plans: this.plans,
      reportOrders: this.reported.orders,
      reports: this.reported.reports,
      directories: this.directories,
    }),
  );
  readonly pictures: Pictures = { draw: () => Promise.resolve('data:image/png;base64,AA==') };
  /** The links' latest revocation, and how often all were revoked. */
  readonly links = new MemoryLinks();
  /** What the site is beside the default. */
  site: Pick<DomainContext, 'sendsMail' | 'environment'> = {};
  /** What the client of who speaks runs on. */
  platform?: Platform;
  readonly nudged: string[] = [];
  deadLetters: DeadLetterService = {
    standing: () => Promise.resolve([]),
    sendAgain: () => Promise.resolve(false),
    sendAllAgain: () => Promise.resolve(0),
  };
  readonly notifications = new MemoryNotifications();
  now = START;
  /** The wall clock of bounds on work, and by how much it moves with each look at it. */
  wall = 0;
  wallStep = 0;
  place = PERSONAL;
  #turns = 0;

  constructor(readonly registry: Registry) {}

  /** Types a line. */
  say(person: string, line: string, cause?: string): Promise<Outcome> {
    return this.run(person, parseLine(line, this.registry), cause);
  }

  /** Presses a button; `data` is what it carries with the inputs of its card. */
  press(person: string, verb: string, data: Readonly<Record<string, string>> = {}, cause?: string) {
    const submitted = data['submitted'] === 'yes';
    return this.run(person, { verb, input: data, submitted }, cause);
  }

  /** Sends a form as a client does: its button with the values of its fields, changed by `typed`. */
  send(person: string, form: Form, typed: Readonly<Record<string, string>> = {}, cause?: string) {
    const values = form.sections.flatMap(({ fields }) => fields.map(({ id, value }) => [id, value]));
    const data = { ...form.submit.data, ...Object.fromEntries(values), submitted: 'yes' };
    return this.press(person, form.submit.verb, { ...data, ...typed }, cause);
  }

  run(person: string, invocation: Invocation, cause?: string): Promise<Outcome> {
    this.#turns += 1;
    return runCommand(
      invocation,
      {
        ...this.context(),
        actorId: person,
        actorName: `${person} of Teams`,
        place: this.place,
        cause: cause ?? `turn-${this.#turns}`,
        cases: this.cases,
        records: this.records,
        directories: this.directories,
        apiKeys: this.apiKeys,
        memberships: this.memberships,
        deadLetters: this.deadLetters,
        problems: this.problems,
        customers: this.customers,
        notifications: this.notifications,
        metrics: this.metrics,
        plans: this.plans,
        reports: this.reported.reports,
        pictures: this.pictures,
        links: this.links,
        ...(this.platform === undefined ? {} : { platform: this.platform }),
        saved: (number) => this.nudged.push(number),
      },
      this.registry,
    );
  }

  context(): DomainContext {
    return { ...aWorld(this.now, { directory: this.directories.current() }), ...this.site };
  }

  /** Puts a case into the record under its next number. */
  async hold(told: Case): Promise<string> {
    const number = await this.cases.nextId();
    const timeline = told.timeline.map((entry): Entry => ({ ...entry, cause: `${number}-${entry.cause}` }));
    const { kind } = await this.cases.insert({
      id: number,
      state: projectCase(number, timeline),
      notifications: [],
    });
    if (kind !== 'saved') throw new Error(`The record took no ${number}: ${kind}`);
    return number;
  }

  async case(number: string): Promise<Case> {
    const read = await this.cases.get(number);
    if (read === undefined) throw new Error(`No ${number} in the record`);
    return read.state;
  }
}

/** The card of an outcome; the test fails with the refusal where there is none. */
export function cardOf<K extends CardValue['card']>(
  outcome: Outcome,
  kind: K,
): Extract<CardValue, { card: K }> {
  if (outcome.kind === 'refusal') throw new Error(`Refused: ${JSON.stringify(outcome.refusal)}`);
  const { card } = outcome.reply;
  if (card.card !== kind) throw new Error(`A ${card.card} card: ${JSON.stringify(card)}`);
  return card as Extract<CardValue, { card: K }>;
}

export const formOf = (outcome: Outcome): Form => cardOf(outcome, 'form').form;

/** Code and parameters of a refusal; the test fails with the card where there is none. */
export function refusalOf(outcome: Outcome) {
  if (outcome.kind === 'reply') throw new Error(`Not refused: ${JSON.stringify(outcome.reply.card)}`);
  return outcome.refusal;
}

/** The fields of a form by their ids. */
export const fieldsOf = (form: Form) =>
  new Map(form.sections.flatMap(({ fields }) => fields).map((field) => [field.id, field]));

/** The fields at fault with what is said at each. */
export const faultsOf = (form: Form): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...fieldsOf(form).values()].flatMap(({ id, fault }) => (fault === undefined ? [] : [[id, fault]])),
  );
