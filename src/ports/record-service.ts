import type { Subject } from '../cards/shared/subject';
import type { Reader, RecordType } from '../domain/kernel/record-type';
import type { DomainContext } from '../domain/kernel/domain-context';
import type { Result } from '../domain/kernel/refusal';
import type { Records } from './records';

/** The records of every kind, for commands. */
export interface RecordService {
  /** Those of one kind. Throws for a kind that the site does not work. */
  of<State, Event extends { readonly kind: string }>(type: RecordType<State, Event>): Records<State>;
  /** What a kind of stored record is called, such as “A case”. */
  kindName(kind: string): string;
  /** The record of an id as the shared cards show it; refused alike where there is none and where it is not the reader's to read. */
  subject(id: string, reader: Reader, context: DomainContext): Promise<Result<Subject>>;
  /** Those with the words of a text that the reader may read, beside cases: of each kind as many as the limit, the newest. */
  withWords(text: string, limit: number, reader: Reader, context: DomainContext): Promise<readonly Subject[]>;
}
