import { keepQuarantine } from '../../../src/notifications/quarantine/keep-quarantine';
import { QUARANTINE, quarantineOn } from '../../../src/notifications/quarantine/quarantine';
import { quarantineCard } from '../../../src/notifications/quarantine/quarantine-card';
import { readNotification } from '../../../src/storage/old-notifications';
import { UnreadableRecord } from '../../../src/ports/unreadable-record';
import { memoryStore } from '../../support/memory/memory-store';
import { stage } from '../stage';
import type { Stage } from '../stage';

const office = { id: 'olga', name: 'Olga', email: 'olga@example.mil', roles: ['program-office'] } as const;
const unread = (kind: string, id: string, reference = 'K2P9', version = 1): UnreadableRecord =>
  new UnreadableRecord(kind, id, version, reference, 'broken-json');

function withOffice(): Stage {
  const on = stage();
  on.people = [office];
  on.met.set(office.id, { conversationId: 'a:olga', serviceUrl: 'http://x/', kind: 'personal' });
  return on;
}
const titles = (on: Stage) => on.sent.flatMap(({ card }) => (card.card === 'message' ? [card.title] : []));

describe('The quarantine', () => {
  it('reads a case that an earlier version stored in it', async () => {
    const store = memoryStore(QUARANTINE);
    const kept = { number: 'CS0000001', reference: '7F3K', since: 5, tries: 2, tryAt: 9, told: true };
    await store.insert('CS0000001', kept);
    const quarantine = quarantineOn(store, { now: () => 20 });
    const was = { kind: 'case', of: 'CS0000001', why: 'clocks', reference: '7F3K', since: 5, tries: 2 };
    expect((await quarantine.all())[0]?.value).toMatchObject(was);
    expect((await quarantine.get('case', 'CS0000001'))?.value).toMatchObject(was);
    expect(await quarantine.tryNow('CS0000001')).toBe(true);
    expect((await quarantine.all())[0]?.value).toMatchObject({ ...was, tryAt: 20 });
  });

  it('shows a notification about a case that an earlier version made', () => {
    const card = quarantineCard(
      readNotification({
        id: 'set-aside/7F3K/person:olga',
        caseNumber: 'CS0000001',
        subject: { kind: 'set-aside', reference: '7F3K' },
        to: { kind: 'person', person: 'olga' },
        mentions: [],
        madeAt: 0,
      }),
    );
    expect(card).toMatchObject({ card: 'message', title: 'Alerts for CS0000001 are on hold' });
  });

  it('notifies the program office once about a record that two instances met', async () => {
    const on = withOffice();
    const other = { ...on.parts, unreadable: new (on.parts.unreadable.constructor as new () => never)() };
    on.parts.unreadable.meet(unread('problem', 'PB0000007'));
    (other.unreadable as typeof on.parts.unreadable).meet(unread('problem', 'PB0000007'));
    await Promise.all([keepQuarantine(on.parts), keepQuarantine(other)]);
    await keepQuarantine(on.parts);
    await on.deliver();
    expect(titles(on)).toEqual(['PB0000007 cannot be read']);
    expect(on.logged.filter(({ level }) => level === 'error')).toMatchObject([
      { fields: { reference: 'K2P9', kind: 'problem', id: 'PB0000007', why: 'broken-json' } },
    ]);
  });

  it('puts no ID that may name a customer in the log or in the notification', async () => {
    const on = withOffice();
    on.parts.unreadable.meet(unread('contact', 'DoDAAC:W25G1V pat@example.mil'));
    await keepQuarantine(on.parts);
    await on.deliver();
    expect(JSON.stringify([on.logged, on.sent])).not.toContain('pat@example.mil');
    expect(titles(on)).toEqual(['A contact cannot be read']);
  });

  it('tries a record again after a minute, then after twice as long, and releases it once it can be read', async () => {
    const on = withOffice();
    let isWell = false;
    on.parts.unreadable.readsBy('problem', (id) =>
      isWell ? Promise.resolve(true) : Promise.reject(unread('problem', id)),
    );
    on.parts.unreadable.meet(unread('problem', 'PB0000007'));
    const tries = async (): Promise<number | undefined> => {
      await keepQuarantine(on.parts);
      return (await on.parts.quarantine.get('problem', 'PB0000007'))?.value.tries;
    };
    expect(await tries()).toBe(1);
    on.wallNow += 59_000;
    expect(await tries()).toBe(1);
    on.wallNow += 1_000;
    expect(await tries()).toBe(2);
    on.wallNow += 119_000;
    expect(await tries()).toBe(2);
    isWell = true;
    on.wallNow += 1_000;
    const readable: string[] = [];
    const note = (kind: string, id: string) => Promise.resolve(void readable.push(`${kind} ${id}`));
    await keepQuarantine({ ...on.parts, quarantineHooks: { readable: note } });
    expect(await on.parts.quarantine.all()).toEqual([]);
    expect(readable).toEqual(['problem PB0000007']);
    expect(on.logged.at(-1)?.message).toBe('A record is out of quarantine');
  });

  it('reports at most twenty-five records an hour, however many are damaged', async () => {
    const on = withOffice();
    for (let place = 0; place < 60; place++)
      on.parts.unreadable.meet(unread('problem', `PB${place}`, `R${place}`));
    await keepQuarantine(on.parts);
    expect(await on.parts.quarantine.all()).toHaveLength(60);
    expect(await on.store.count({ state: 'waiting' })).toBe(25);
  });

  it("keeps what it couldn't accept, and continues with the others", async () => {
    const on = withOffice();
    const { quarantine } = on.parts;
    let fails = true;
    const failing = {
      ...quarantine,
      get: (kind: string, id: string) =>
        fails && id === 'PB1' ? Promise.reject(new Error('busy')) : quarantine.get(kind, id),
    };
    for (const id of ['PB1', 'PB2']) on.parts.unreadable.meet(unread('problem', id, id));
    await keepQuarantine({ ...on.parts, quarantine: failing });
    expect((await quarantine.all()).map(({ value }) => value.of)).toEqual(['PB2']);
    fails = false;
    await keepQuarantine({ ...on.parts, quarantine: failing });
    expect(await quarantine.all()).toHaveLength(2);
  });
});
