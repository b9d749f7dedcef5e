import type { Subject } from '../cards/shared/subject';
import type { RecordType } from '../domain/kernel/record-type';
import type { DomainContext } from '../domain/kernel/domain-context';
import type { Records } from './records';

/** The records of every kind, for commands. */
export interface RecordService {
  /** Those of one kind. Throws for a kind that the site does not work. */
  of<State, Event extends { readonly kind: string }>(type: RecordType<State, Event>): Records<State>;
  /** What a kind of stored record is called, such as “A case”. */
  kindName(kind: string): string;
  /** The record of an id as the shared cards show it; undefined where there is none, or its kind is not shown so. */
  subject(id: string, context: DomainContext): Promise<Subject | undefined>;
  /** Those with the words of a text, beside cases: of each kind as many as the limit. */
  withWords(text: string, limit: number, context: DomainContext): Promise<readonly Subject[]>;
}
