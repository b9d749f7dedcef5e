import type { Log } from '../ports/log';
import { MailFault, type Mailer } from '../ports/mail';
import { SendFault, type Sender } from '../ports/sender';
import type { OnSetBack, TimeSource } from '../ports/time-source';
import type { Tracker } from '../runtime/in-flight';
import type { Engine, Store } from '../storage/store';
import type { Telemetry, SendResult } from './telemetry';

/** Runs work, counted by its kind while it runs, and reports its time and result. */
const observing =
  (time: TimeSource, tracker?: Tracker, kind = '') =>
  async <T>(
    work: () => Promise<T>,
    tell: (ms: number, came: PromiseSettledResult<T>) => void,
  ): Promise<T> => {
    const from = time.now();
    let came: PromiseSettledResult<T>;
    try {
      const working = work();
      came = { status: 'fulfilled', value: await (tracker?.track(kind, working) ?? working) };
    } catch (reason) {
      came = { status: 'rejected', reason };
    }
    tell(time.now() - from, came);
    if (came.status === 'rejected') throw came.reason;
    return came.value;
  };

/** The engine, with each store operation timed and counted while it runs. */
export function observedEngine(
  engine: Engine,
  figures: Telemetry,
  time: TimeSource,
  tracker?: Tracker,
): Engine {
  const observe = observing(time, tracker, 'database');
  const timed = <T>(operation: string, work: () => Promise<T>): Promise<T> =>
    observe(work, (ms, { status }) => {
      figures.store(operation, ms, status === 'rejected');
    });
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

/** A request handler, with each outcome and its time counted. */
export function observedHandle<Request, Outcome extends { readonly kind: 'reply' | 'refusal' }>(
  handle: (request: Request) => Promise<Outcome>,
  figures: Telemetry,
  time: TimeSource,
): (request: Request) => Promise<Outcome> {
  const observe = observing(time);
  return (request) =>
    observe(
      () => handle(request),
      (ms, came) => {
        const answered = came.status === 'fulfilled' && came.value.kind === 'reply' ? 'answered' : 'refused';
        figures.turn(came.status === 'rejected' ? 'failed' : answered, ms);
      },
    );
}

/** The mailer, with each email's result and time counted. */
export function observedMailer(
  mailer: Mailer,
  figures: Telemetry,
  time: TimeSource,
  tracker?: Tracker,
): Mailer {
  const observe = observing(time, tracker, 'mails');
  return {
    send: (mail) =>
      observe(
        () => mailer.send(mail),
        (ms, came) => {
          const failed = (fault: unknown) => (fault instanceof MailFault ? fault.why : 'defect');
          figures.mail(came.status === 'fulfilled' ? 'sent' : failed(came.reason), ms);
        },
      ),
  };
}

/** The sender, with each call's result and time counted. */
export function observedSender(
  sender: Sender,
  figures: Telemetry,
  time: TimeSource,
  tracker?: Tracker,
): Sender {
  const observe = observing(time, tracker, 'sends');
  const timed = <T>(kind: 'post' | 'update', work: () => Promise<T>): Promise<T> =>
    observe(work, (ms, came) => {
      figures.send(kind, came.status === 'fulfilled' ? 'sent' : resultOf(came.reason), ms);
    });
  return {
    post: (address, card, context) => timed('post', () => sender.post(address, card, context)),
    update: (address, activityId, card, context) =>
      timed('update', () => sender.update(address, activityId, card, context)),
  };
}

function resultOf(error: unknown): SendResult {
  if (!(error instanceof SendFault)) return 'defect';
  const { status } = error;
  if (error.gone || status === 'foreign') return 'gone';
  if (typeof status === 'string') return status;
  if (status === 429 || status === 412) return 'throttled';
  return status >= 500 ? 'server-error' : 'refused';
}

/** Logs and counts what a clock that ran ahead had dated. */
export const tellingSetBack =
  (log: Log, figures: Pick<Telemetry, 'setBack'>): OnSetBack =>
  (what, count) => {
    log.warn({ what, count }, 'Future times were corrected: the clock of the server had been ahead');
    figures.setBack(what, count);
  };
