import type { IndexFields } from '../../../src/domain/kernel/record-type';
import type {
  IndexValue,
  Query,
  RecordKind,
  Store,
  Stored,
  Term,
  Where,
  Written,
} from '../../../src/storage/store';

/** A store in memory that keeps the contract of one kind: compare-and-set, unique indexes, declared fields only. */
export function memoryStore<T>(kind: RecordKind<T>): Store<T> {
  const records = new Map<string, Stored<T>>();

  const holds = (value: IndexValue | undefined, term: Term): boolean => {
    if (value === undefined) return false;
    if (typeof term !== 'object') return value === term;
    if ('in' in term) return term.in.includes(value);
    return (
      (term.from === undefined || value >= term.from) &&
      (term.before === undefined || value < term.before) &&
      (term.upTo === undefined || value <= term.upTo)
    );
  };
  /** What each record says for the index, worked out once. */
  const said = new WeakMap<Stored<T>, IndexFields>();
  const fieldsOf = (record: Stored<T>): IndexFields => {
    const fields = said.get(record) ?? kind.indexed(record.value);
    said.set(record, fields);
    return fields;
  };
  const field = (record: Stored<T>, name: string): IndexValue | undefined => {
    if (!(name in kind.fields)) throw new Error(`${kind.name} declares no field ${name}`);
    return fieldsOf(record)[name];
  };
  const matching = (where: Where): Stored<T>[] =>
    [...records.values()].filter((record) =>
      Object.entries(where).every(([name, term]) => holds(field(record, name), term)),
    );
  const byId = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  const by = (a: IndexValue, b: IndexValue): number => (a < b ? -1 : a > b ? 1 : 0);
  const heldBy = (record: Stored<T>): string | undefined => {
    const own = fieldsOf(record);
    const others = [...records.values()].filter(({ id }) => id !== record.id);
    return kind.indexes.find(
      ({ unique, fields }) =>
        unique === true &&
        fields.every((name) => own[name] !== undefined) &&
        others.some((other) => fields.every((name) => fieldsOf(other)[name] === own[name])),
    )?.name;
  };
  const write = (id: string, version: number, value: T): Written<T> => {
    const record = { id, version, value: structuredClone(value) };
    const index = heldBy(record);
    if (index !== undefined) return { ok: false, why: 'duplicate', index };
    records.set(id, record);
    return { ok: true, record };
  };

  const find = ({ where, sort, limit, after }: Query): Stored<T>[] => {
    if (limit > 1_000) throw new Error('at most 1,000 records a page');
    const turn = sort?.descending === true ? -1 : 1;
    const key = (record: Stored<T>): IndexValue => (sort && field(record, sort.field)) ?? '';
    const compare = (a: Stored<T>, b: Stored<T>): number => turn * (by(key(a), key(b)) || byId(a.id, b.id));
    const sorted = matching(where).sort(compare);
    const beyond = after === undefined ? sorted : sorted.filter((one) => isAfter(one, after));
    return beyond.slice(0, limit);

    function isAfter(one: Stored<T>, last: NonNullable<Query['after']>): boolean {
      return turn * (by(key(one), sort ? last.value : '') || byId(one.id, last.id)) > 0;
    }
  };

  return {
    get: (id) => Promise.resolve(records.get(id)),
    insert: (id, value) =>
      Promise.resolve(records.has(id) ? { ok: false, why: 'exists' } : write(id, 1, value)),
    replace: (id, expectedVersion, value) =>
      Promise.resolve(
        records.get(id)?.version === expectedVersion
          ? write(id, expectedVersion + 1, value)
          : { ok: false, why: 'conflict' },
      ),
    remove: (id, expectedVersion) =>
      Promise.resolve(records.get(id)?.version === expectedVersion && records.delete(id)),
    find: (query) => Promise.resolve(find(query)),
    count: (where) => Promise.resolve(matching(where).length),
    search: (words, limit) => {
      if (kind.words === undefined) return Promise.reject(new Error('not needed here'));
      const found = [...records.values()].filter(({ value }) =>
        words.every((word) => kind.words?.(value).some((each) => each.startsWith(word)) ?? false),
      );
      return Promise.resolve(
        words.length === 0 ? [] : found.sort((a, b) => -byId(a.id, b.id)).slice(0, limit),
      );
    },
  };
}
