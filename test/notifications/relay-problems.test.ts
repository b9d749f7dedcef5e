import { relayOnce } from '../../src/notifications/relay';
import { answerProblem, reportProblem } from '../../src/domain/problems/problem-report';
import { problemType } from '../../src/domain/problems/problem-type';
import { changeOf } from '../../src/domain/kernel/change-of';
import { directoryOf } from '../../src/domain/directory/directory';
import type { Person } from '../../src/domain/directory/directory';
import type { Address } from '../../src/ports/conversations';
import { stage } from './stage';
import type { Stage } from './stage';

const someone = (id: string, roles: Person['roles'] = []): Person => ({ id, name: id, email: '', roles });
const OFFICERS = [someone('olive', ['program-office']), someone('omar', ['program-office'])];
const DIRECTORY = directoryOf([], [...OFFICERS, someone('ann')]);
const chatOf = (id: string): Address => ({
  conversationId: `a:${id}`,
  serviceUrl: 'http://127.0.0.1:9/',
  kind: 'personal',
});
const told = (on: Stage): string[] =>
  on.sent.map(({ to, card }) => `${to}: ${card.card === 'message' ? card.title : card.card}`);

const domainContextOf = (on: Stage) => ({ ...on.parts.context(), directory: DIRECTORY });

async function report(on: Stage, cause = 'c1', by = someone('guest')): Promise<string> {
  const { problems } = on.records;
  const metIn = { kind: 'channel', conversationId: '19:x' } as const;
  const act = { at: on.businessNow, by: by.id, cause };
  const events = [reportProblem({ text: 'It hangs.' }, by, metIn)];
  const change = changeOf(problemType, await problems.nextId(), undefined, events, act, domainContextOf(on));
  await problems.insert(change);
  return change.id;
}

describe('The notifications of a problem report', () => {
  it('reach everyone in the program office in their personal chats, and the answer reaches the reporter, each once (AC-6)', async () => {
    const on = stage();
    for (const id of ['olive', 'omar', 'guest']) on.met.set(id, chatOf(id));
    const id = await report(on);
    await relayOnce(on.parts);
    await relayOnce(on.parts);
    await on.deliver();
    const asks = 'PB0000001: guest reports a problem';
    expect(told(on).sort()).toEqual([`a:olive: ${asks}`, `a:omar: ${asks}`]);

    const saved = await on.records.problems.get(id);
    if (saved === undefined) throw new Error('not kept');
    const decided = answerProblem(saved.state, { answer: 'Corrected.' }, OFFICERS[0]!);
    if (!decided.ok) throw new Error(decided.refusal.code);
    const act = { at: 1, by: 'olive', cause: 'c2' };
    const change = changeOf(problemType, id, saved.state, decided.value, act, domainContextOf(on));
    await on.records.problems.save(saved.version, change);
    await relayOnce(on.parts);
    on.wallNow += 60_000;
    await on.deliver();
    expect(told(on).slice(2)).toEqual(['a:guest: Your report PB0000001 was answered']);
    expect(await on.records.problems.pending(10)).toEqual([]);
  });

  it("skip an officer's own report, and wait for someone who hasn't used Casekeeper yet (AC-6)", async () => {
    const on = stage();
    await report(on, 'c1', OFFICERS[0]);
    await relayOnce(on.parts);
    await on.deliver();
    expect(await on.states()).toEqual(['PB0000001/entry-0/reported/person:omar parked']);
    on.met.set('omar', chatOf('omar'));
    await on.outbox.release('person:omar');
    await on.deliver();
    expect(told(on)).toEqual(['a:omar: PB0000001: olive reports a problem']);
  });

  it("for a report that can't be saved are logged and kept, and block no other (AC-6)", async () => {
    const on = stage();
    for (const cause of ['c1', 'c2']) await report(on, cause);
    let calls = 0;
    const put: typeof on.outbox.put = (notification, place) => {
      calls += 1;
      return calls === 1
        ? Promise.reject(new Error('the store is away'))
        : on.outbox.put(notification, place);
    };
    await relayOnce({ ...on.parts, outbox: { ...on.outbox, put } });
    expect(on.logged.map(({ fields }) => fields['record'])).toEqual(['PB0000001']);
    const waiting = await on.records.problems.pending(10);
    expect(waiting.map(({ id }) => id)).toEqual(['PB0000001']);
  });

  it("for a report that doesn't exist are dropped and logged", async () => {
    const on = stage();
    const to = { kind: 'person', person: 'olive' } as const;
    on.met.set('olive', chatOf('olive'));
    const about = { kind: 'problem', id: 'PB9' };
    await on.outbox.put({ id: 'PB9', about, topic: 'answered', to, mentions: [], madeAt: 0 }, 0);
    await on.deliver();
    expect(await on.states()).toEqual(['PB9 dead']);
    expect(on.logged.at(-1)?.level).toBe('error');
  });
});
