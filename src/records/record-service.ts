import { askedWords } from '../domain/kernel/text/search-words';
import { kindName } from '../domain/kernel/record-name';
import { caseType } from '../domain/cases/case-type';
import type { RecordService } from '../ports/record-service';
import type { Records } from '../ports/records';
import type { Kinds } from './kinds';

/** The records of every kind that the site works, for commands. */
export const recordService = ({ all, of }: Kinds): RecordService => ({
  of: ({ name }) => {
    const kind = of(name);
    if (kind === undefined) throw new Error(`The site works no records of the kind ${name}`);
    return kind.records as Records<never>;
  },
  kindName: (kind) => kindName(kind, of(kind)?.type),
  subject: async (id, context) => {
    const kind = all.find(({ type }) => new RegExp(`^${type.prefix}\\d+$`).test(id));
    const saved = await kind?.records.get(id);
    return saved === undefined ? undefined : kind?.delivery.subject?.(saved.state, context);
  },
  withWords: async (text, limit, context) => {
    const words = askedWords(text);
    const found = await Promise.all(
      all.map(async ({ type, records, delivery }) => {
        const { subject } = delivery;
        if (type.name === caseType.name || type.index.words === undefined || subject === undefined) return [];
        return (await records.search(words, limit)).map(({ state }) => subject(state, context));
      }),
    );
    return found.flat();
  },
});
