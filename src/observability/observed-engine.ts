import type { TimeSource } from '../ports/time-source';
import type { Tracker } from '../runtime/in-flight';
import type { Engine, Store } from '../storage/store';
import type { Figures } from './figures';

/** The engine with the time of each operation of its stores told to the figures, and each counted while it runs. */
export function observedEngine(
  engine: Engine,
  figures: Figures,
  time: TimeSource,
  tracker?: Tracker,
): Engine {
  const timed = async <T>(operation: string, work: () => Promise<T>): Promise<T> => {
    const from = time.now();
    let failed = true;
    try {
      const working = work();
      const answer = await (tracker?.track('database', working) ?? working);
      failed = false;
      return answer;
    } finally {
      figures.store(operation, time.now() - from, failed);
    }
  };
  const observed = <T>(store: Store<T>): Store<T> => ({
    get: (id) => timed('get', () => store.get(id)),
    insert: (id, value) => timed('insert', () => store.insert(id, value)),
    replace: (id, version, value) => timed('replace', () => store.replace(id, version, value)),
    remove: (id, version) => timed('remove', () => store.remove(id, version)),
    find: (query) => timed('find', () => store.find(query)),
    count: (where) => timed('count', () => store.count(where)),
    search: (words, limit) => timed('search', () => store.search(words, limit)),
  });
  return {
    name: engine.name,
    unreadable: engine.unreadable,
    store: async (kind) => observed(await engine.store(kind)),
    ping: () => timed('ping', () => engine.ping()),
    close: () => engine.close(),
  };
}
