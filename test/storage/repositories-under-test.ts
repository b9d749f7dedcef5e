import type { Notification } from '../../src/domain/kernel/notification';
import type { Case } from '../../src/domain/cases/case';
import { projectCase } from '../../src/domain/cases/project-case';
import type { CaseDetails } from '../../src/domain/cases/details/details';
import type { Entry, CaseEvent } from '../../src/domain/cases/timeline';
import type { CaseChange } from '../../src/domain/cases/change';
import type { SavedCase } from '../../src/ports/cases';
import type { SaveOutcome } from '../../src/ports/records';
import { openRepositories } from '../../src/storage/open-repositories';
import type { Repositories } from '../../src/storage/open-repositories';
import type { Engine } from '../../src/storage/store';
import { details } from '../support/cases';
import type { EngineUnderTest } from './engine-under-test';

const START = Date.UTC(2026, 10, 2, 14);
let causes = 0;

interface Opening {
  readonly group?: string;
  readonly assignee?: string;
  readonly at?: number;
  readonly cause?: string;
  readonly details?: Partial<CaseDetails>;
  readonly nextDueAt?: number;
  readonly notices?: readonly Notification[];
}

/** Details that look like no other case's: no PR, requisition or NSN unless given. */
function ownDetails(change: Partial<CaseDetails>): CaseDetails {
  const { account, contact, customerChannel, externalContact, msc, reason, description, problemNotes } =
    details();
  return {
    account,
    contact,
    customerChannel,
    externalContact,
    msc,
    reason,
    description,
    problemNotes,
    ...change,
  };
}

/** A change that opens a case. */
export function opening(number: string, opened: Opening = {}): CaseChange {
  const { group = 'av2', at = START, assignee, nextDueAt, notices = [] } = opened;
  const entry: Entry = {
    kind: 'opened',
    origin: 'level-2',
    level: 2,
    group,
    details: ownDetails(opened.details ?? {}),
    ...(assignee === undefined ? {} : { assignee }),
    at,
    by: 'someone',
    cause: opened.cause ?? `cause-${++causes}`,
  };
  return {
    id: number,
    state: projectCase(number, [entry]),
    notifications: notices,
    ...(nextDueAt === undefined ? {} : { nextDueAt }),
  };
}

/** A change that adds what happened, a second after the case's latest entry unless said otherwise. */
export function adding(before: Case, event: CaseEvent, more: Omit<Opening, 'details'> = {}): CaseChange {
  const at = more.at ?? before.changedAt + 1000;
  const entry: Entry = { ...event, at, by: 'someone', cause: more.cause ?? `cause-${++causes}` };
  return {
    id: before.number,
    state: projectCase(before.number, [...before.timeline, entry]),
    notifications: more.notices ?? [],
    ...(more.nextDueAt === undefined ? {} : { nextDueAt: more.nextDueAt }),
  };
}

export const noted = (text: string): CaseEvent => ({ kind: 'noted', text });

/** The case as saved; the test fails where it was not. */
export function savedOf(outcome: SaveOutcome<Case>): SavedCase {
  if (outcome.kind !== 'saved') throw new Error(`Not saved: ${JSON.stringify(outcome)}`);
  return outcome.saved;
}

export const numbersOf = (cases: readonly Case[]): string[] => cases.map(({ number }) => number);

/** The repositories of the engine under test. */
export class RepositoriesBench {
  #under: EngineUnderTest | undefined;
  #engine: Engine | undefined;
  #repositories: Repositories | undefined;
  constructor(private readonly under: () => EngineUnderTest) {}

  get repositories(): Repositories {
    if (this.#repositories === undefined) throw new Error('the repositories are not open');
    return this.#repositories;
  }
  get engine(): Engine {
    if (this.#engine === undefined) throw new Error('the engine is not open');
    return this.#engine;
  }
  async begin(): Promise<void> {
    this.#under = this.under();
    await this.#open(this.#under);
  }
  async reopen(): Promise<void> {
    if (this.#under === undefined) throw new Error('nothing was begun');
    await this.engine.close();
    await this.#open(this.#under);
  }
  async end(): Promise<void> {
    await this.engine.close();
    await this.#under?.drop();
  }
  async #open(under: EngineUnderTest): Promise<void> {
    this.#engine = await under.open();
    this.#repositories = await openRepositories(this.#engine);
  }
}
