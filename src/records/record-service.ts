import { caseType } from '../domain/cases/case-type';
import type { DomainContext } from '../domain/kernel/domain-context';
import { kindName } from '../domain/kernel/record-name';
import { readId, recordId } from '../domain/kernel/record-type';
import type { AnyRecordType, Reader } from '../domain/kernel/record-type';
import { no, ok, refusal, type Refusal } from '../domain/kernel/refusal';
import { askedWords } from '../domain/kernel/text/search-words';
import type { RecordService } from '../ports/record-service';
import type { Records } from '../ports/records';
import type { Kinds } from './kinds';

/** Of a kind that not everyone may read, so many are looked at for those that the reader may. */
const MAX_SEARCHED = 200;

const isFor = (
  reader: Reader,
  type: AnyRecordType | undefined,
  state: unknown,
  { directory }: DomainContext,
): boolean => type?.mayRead?.(state, reader, directory) ?? true;

/** The records of every kind that the site works, for commands. */
export const recordService = ({ all, of }: Kinds): RecordService => ({
  of: ({ name }) => {
    const kind = of(name);
    if (kind === undefined) throw new Error(`This site has no records of the kind ${name}`);
    return kind.records as Records<never>;
  },
  kindName: (kind) => kindName(kind, of(kind)?.type),
  subject: async (written, reader, context) => {
    const kind = all.find(({ type }) => readId(type, written) !== undefined);
    const id = (kind && readId(kind.type, written)) ?? written;
    const saved = await kind?.records.get(id);
    const subject =
      saved !== undefined && isFor(reader, kind?.type, saved.state, context)
        ? kind?.delivery.subject?.(saved.state, context)
        : undefined;
    return subject === undefined ? no(noSuchRecord(kind?.type, id)) : ok(subject);
  },
  withWords: async (text, limit, reader, context) => {
    const words = askedWords(text);
    const found = await Promise.all(
      all.map(async ({ type, records, delivery }) => {
        const { subject } = delivery;
        if (type.name === caseType.name || type.index.words === undefined || subject === undefined) return [];
        const saved = await records.search(words, type.mayRead === undefined ? limit : MAX_SEARCHED);
        const theirs = saved.filter(({ state }) => isFor(reader, type, state, context));
        return theirs.slice(0, limit).map(({ state }) => subject(state, context));
      }),
    );
    return found.flat();
  },
});

/** An id without the prefix of another kind is taken for a case. */
const noSuchRecord = (type: AnyRecordType | undefined, id: string): Refusal =>
  type === undefined || type.name === caseType.name
    ? refusal('no-such-case', { number: id })
    : refusal('no-such-record', { what: type.noun, id, example: recordId(type, 1) });
