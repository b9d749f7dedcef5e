import { caseType } from '../../../../src/domain/cases/case-type';
import { dueEvents } from '../../../../src/domain/kernel/change-of';
import type { Case } from '../../../../src/domain/cases/case';
import { changeOf, openCase } from '../../../../src/domain/cases/change';
import type { CaseChange } from '../../../../src/domain/cases/change';
import type { Decision } from '../../../../src/domain/cases/decision';
import { decideOpen } from '../../../../src/domain/cases/decisions/decide-open';
import { customerEmailOf } from '../../../../src/domain/cases/messages/customer-email';
import type { Typed } from '../../../../src/domain/kernel/text/typed-form';
import type { CaseEvent } from '../../../../src/domain/cases/timeline';
import type { PersonId } from '../../../../src/domain/directory/directory';
import type { Result } from '../../../../src/domain/kernel/refusal';
import type { DomainContext } from '../../../../src/domain/kernel/domain-context';

/** Something that a person does with a case, as they would type it into its form. */
export interface Deed {
  readonly decide: Decision;
  readonly typed: Typed;
  readonly by: PersonId;
  readonly at: number;
}

/** The alerts look every few seconds, and the mail server takes some. */
const SWEPT_AFTER_MS = 3_000;
const MAILED_AFTER_MS = 20_000;

/**
 * One case as it comes to be: every deed is decided by the domain and changes the case as it does for a person; between
 * deeds the clocks warn, are missed and go up, and the mails leave, as the running parts would have seen to it. What the
 * domain refuses is a mistake of the story, and throws.
 */
export class Life {
  #change: CaseChange;
  #nth = 0;

  /** `worldAt` is the site at an instant; nothing happens after `until`. */
  constructor(
    readonly number: string,
    readonly worldAt: (at: number) => DomainContext,
    private readonly until: number,
    opening: Omit<Deed, 'decide'>,
  ) {
    const { typed, by, at } = opening;
    const context = worldAt(at);
    const decided = this.#accepted(decideOpen(typed, this.#person(by, context), context), 'open');
    this.#change = openCase(number, decided, { by, at, cause: this.#cause() }, context);
  }

  get case(): Case {
    return this.#change.state;
  }

  /** As it is to be kept, what it would have told to whom left out: that was long ago. */
  get standing(): Pick<CaseChange, 'state' | 'nextDueAt'> {
    const { state: subject, nextDueAt } = this.#change;
    return nextDueAt === undefined ? { state: subject } : { state: subject, nextDueAt };
  }

  /** Lets the story happen, up to the end of all time; what would come after it does not. */
  follow(story: Iterable<Deed>): void {
    for (const deed of story) {
      if (deed.at > this.until) break;
      this.#do(deed);
    }
    this.#sweep(this.until);
  }

  #do({ decide, typed, by, at }: Deed): void {
    this.#sweep(at);
    const context = this.worldAt(at);
    const before = this.case;
    const decided = this.#accepted(decide(before, typed, this.#person(by, context), context), decide.name);
    this.#append(decided, by, at);
    // Letters that this deed wrote are sent a moment later.
    const letters = this.case.timeline.flatMap((_, entry): CaseEvent[] =>
      entry >= before.timeline.length && customerEmailOf(this.case, entry) !== undefined
        ? [{ kind: 'mail-sent', of: entry }]
        : [],
    );
    this.#append(letters, 'casekeeper', Math.min(at + MAILED_AFTER_MS, this.until));
  }

  /** Writes what fell due before an instant, at the times at which it did. */
  #sweep(upTo: number): void {
    for (;;) {
      const due = this.#change.nextDueAt;
      if (due === undefined || due > upTo) return;
      const at = Math.min(Math.max(due, this.case.changedAt) + SWEPT_AFTER_MS, upTo);
      const events = dueEvents(caseType, this.case, this.worldAt(at));
      if (events.length === 0) return;
      this.#append(events, 'casekeeper', at);
    }
  }

  #append(events: readonly CaseEvent[], by: PersonId, at: number): void {
    if (events.length === 0) return;
    this.#change = changeOf(this.case, events, { by, at, cause: this.#cause() }, this.worldAt(at));
  }

  #cause(): string {
    return `agency:${this.number}:${++this.#nth}`;
  }

  #person(id: PersonId, { directory }: DomainContext) {
    return directory.person(id) ?? { id, name: 'The customer', email: '', roles: [] };
  }

  #accepted(decided: Result<readonly CaseEvent[]>, what: string): readonly CaseEvent[] {
    if (decided.ok) return decided.value;
    throw new Error(`${this.number}: ${what} was refused: ${JSON.stringify(decided.refusal)}`);
  }
}
