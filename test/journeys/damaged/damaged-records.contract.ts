import { NO_LOOP } from '../../notifications/stage';
import { kindsOf } from '../../../src/records/kinds';
import { deadLetterService } from '../../../src/notifications/dead-letter-service';
import { outboxOf } from '../../../src/notifications/outbox/outbox';
import { OUTBOX } from '../../../src/notifications/outbox/outbox-item';
import { QUARANTINE, quarantineOn } from '../../../src/notifications/quarantine/quarantine';
import { CASE } from '../../../src/storage/repositories/case-record';
import type { RecordKind } from '../../../src/storage/store';
import type { EngineUnderTest } from '../../storage/engine-under-test';
import { aRequest, ApiClient } from '../../support/api-client';
import { START } from '../aviation-call';
import { textOf } from '../seen-card';
import { chatOf, startTown } from '../town';
import type { Standing, Town } from '../town';
import { fillStore, KINDS } from './stored-records';

const HOUR = 3_600_000;
const OFFICE = '901';
const TOLD = "so it's quarantined";
/** Whatever reads several records when somebody asks for it. */
const LINES = [
  ...['queue', 'open cases', 'my cases', 'metrics', 'find W25G12', 'report', 'verify metrics', 'problems'],
  ...['requests', 'action plans', 'reports', 'groups', 'api keys', 'notifications', 'undelivered'],
];
const DAMAGES: Readonly<Record<string, (body: string) => string>> = {
  'broken JSON': (body) => body.slice(0, -2),
  'JSON of another shape': () => '{"timeline":[{"kind":"opened"}],"pending":5,"basis":5}',
};
const ALLOWED = [
  'A record cannot be read: it is quarantined and will be tried again',
  'A record still cannot be read; it will be tried again',
  // Notices of the damaged case wait for it.
  'A notification could not be sent; it will be tried again',
];

/** One damaged record of each kind, in a bot that works: everything else goes on. */
export function damagedRecords(name: string, engine: () => EngineUnderTest): void {
  describe.each(Object.entries(DAMAGES))(`A stored record on ${name} that is %s`, (_what, damaged) => {
    let under: EngineUnderTest;
    let town: Town;
    let keyOfDamaged = '';
    const figure = async (kind: string): Promise<string | undefined> => {
      const answer = await fetch(`http://127.0.0.1:${town.app.server.port}/metrics`);
      const line = new RegExp(`^casekeeper_quarantined_records\\{kind="${kind}"\\} (\\d+)$`, 'm');
      return line.exec(await answer.text())?.[1];
    };
    const inQuarantine = async (kind: string, id: string) =>
      quarantineOn(await town.engine.store(QUARANTINE), { now: () => 0 }).get(kind, id);
    const telling = (cards: readonly Standing[], words: string): number =>
      cards.filter(({ card }) => textOf(card).includes(words)).length;
    const isWell = async (line: string, who: '901' | '201' = OFFICE): Promise<string> => {
      // A message about a record may come at the same time.
      const cards = (await town.say(who, line)).filter(({ card }) => !textOf(card).includes(TOLD));
      expect([line, cards.length]).toEqual([line, 1]);
      const text = cards.map(({ card }) => textOf(card)).join('\n');
      expect(text).not.toMatch(/went wrong|can't be read, reference/);
      return text;
    };

    /** Of each kind the damaged one: its id, what its body was, and the ids of the others. */
    const damagedOf = new Map<string, { id: string; body: string; others: readonly string[] }>();
    beforeAll(async () => {
      under = engine();
      town = await startTown(START, under);
      // The whole of it takes less than the minute after which a record is tried again.
      town.wallStep = 1;
      await town.say(OFFICE, 'hello');
      [keyOfDamaged = ''] = await fillStore(town.engine, START);
      town.now = START + 49 * HOUR;
      await town.again();
      await town.again();
      expect(town.faults).toEqual([]);
      for (const { name: kind } of KINDS) {
        const stored = [...(await under.bodies(kind))];
        // Late in the directory: nobody who says anything here.
        const [id = '', body = ''] =
          (kind === 'group' || kind === 'person' ? stored.at(-3) : stored[0]) ?? [];
        // Of what figures are counted by there is one.
        expect([kind, stored.length > (kind === 'figurebasis' ? 0 : 1)]).toEqual([kind, true]);
        damagedOf.set(kind, { id, body, others: stored.map(([one]) => one).filter((one) => one !== id) });
      }
      for (const [kind, { id, body }] of damagedOf) await under.damage(kind, id, damaged(body));
    }, 120_000);
    afterAll(() => town.end());

    it.each(KINDS.map((kind) => [kind.name, kind] as const))(
      'is skipped when several of kind %s are read',
      async (kind, declared: RecordKind<unknown>) => {
        const store = await town.engine.store(declared);
        const found = (await store.find({ where: {}, limit: 1_000 })).map((record) => record.id);
        // What the bot writes meanwhile may be there too.
        const { id = '', others = [] } = damagedOf.get(kind) ?? {};
        expect(found).toEqual(expect.arrayContaining([...others]));
        expect(found).not.toContain(id);
      },
    );

    it('blocks nothing that people ask for, and nothing that the bot does by itself', async () => {
      await town.again();
      await town.again();
      for (const line of LINES) await isWell(line);
      for (const line of ['queue', 'my cases', 'find W25G12']) await isWell(line, '201');
      // A conversation takes eight messages in two seconds.
      const toldSoFar = async (): Promise<number> => telling(await town.standing(chatOf(OFFICE)), TOLD);
      for (let round = 0; round < 24 && (await toldSoFar()) < KINDS.length; round++) {
        town.pass(2_100);
        await town.beat();
      }
      expect(town.faults.filter((words) => !ALLOWED.includes(words))).toEqual([]);
      expect(town.faults.filter((words) => words === ALLOWED[0])).toHaveLength(KINDS.length);
    }, 60_000);

    it.each(KINDS.map(({ name: kind }) => [kind]))(
      'of the kind %s is quarantined, reported once to the program office, and counted',
      async (kind) => {
        const id = damagedOf.get(kind)?.id ?? '';
        const entry = await inQuarantine(kind, id);
        expect(entry?.value).toMatchObject({ kind, of: id, why: 'unreadable', told: true });
        const reference = entry?.value.reference ?? 'none';
        expect(await figure(kind)).toBe('1');
        const told = await town.standing(chatOf(OFFICE));
        expect(telling(told, `reference ${reference}, which is in the log`)).toBe(1);
        const [listed] = await deadLetterService(
          outboxOf(await town.engine.store(OUTBOX), { now: () => 0 }),
          { now: () => 0 },
          NO_LOOP,
          quarantineOn(await town.engine.store(QUARANTINE), { now: () => 0 }),
          kindsOf([]),
        )
          .standing(1_000)
          .then((all) => all.filter((one) => one.reference === reference));
        expect(listed).toMatchObject({ why: 'unreadable' });
        expect(listed).not.toHaveProperty('says');
      },
    );

    it('of an API key is not treated as an unknown key: its system gets 503 with the reference', async () => {
      const before = town.faults.length;
      const { id = '' } = damagedOf.get('apiKey') ?? {};
      const entry = await inQuarantine('apiKey', id);
      const client = new ApiClient(`http://127.0.0.1:${town.app.server.port}`, keyOfDamaged);
      const answer = await client.submit(aRequest({ pr: '7001234999' }));
      expect([answer.status, answer.body]).toMatchObject([
        503,
        { type: expect.stringContaining('unreadable-record') },
      ]);
      expect(answer.body.detail).toContain(entry?.value.reference);
      const unknown = new ApiClient(
        `http://127.0.0.1:${town.app.server.port}`,
        `ck-${'0'.repeat(16)}-${'0'.repeat(64)}`,
      );
      expect((await unknown.submit(aRequest())).status).toBe(401);
      expect(town.faults.splice(before)).toEqual([
        'An API key could not be checked',
        'A request without a known API key was rejected',
      ]);
    });

    it('still lets every other case get its warnings, and is mentioned to anyone who asks for it', async () => {
      const cases = await town.engine.store(CASE);
      town.now += 300 * HOUR;
      await town.again();
      const [other] = await cases.find({ where: {}, limit: 10 });
      expect(other?.id).toBe('CS0000002');
      expect(other?.value.timeline.filter(({ kind }) => kind === 'clock-missed').length).toBeGreaterThan(1);
      expect(await isWell('open cases')).toContain('CS0000002');
      const { id = '' } = damagedOf.get('case') ?? {};
      const entry = await inQuarantine('case', id);
      const [card] = await town.say('201', `case ${id}`);
      expect(card && textOf(card.card)).toContain(`can't be read, reference ${entry?.value.reference}`);
      expect(await isWell('undelivered')).toContain(`${id} · In quarantine`);
      expect(town.faults.filter((words) => !ALLOWED.includes(words))).toEqual([]);
    }, 60_000);

    it('comes back once it is repaired and tried again', async () => {
      for (const [kind, { id, body }] of damagedOf) {
        const now = (await under.bodies(kind)).get(id);
        // What is learned or counted anew was written over or made anew meanwhile.
        if (now === damaged(body)) await under.damage(kind, id, body);
      }
      await town.say(OFFICE, 'undelivered send again');
      await town.again();
      await town.again();
      for (const kind of KINDS) {
        const { id = '' } = damagedOf.get(kind.name) ?? {};
        expect([kind.name, await inQuarantine(kind.name, id)]).toEqual([kind.name, undefined]);
        expect([kind.name, await figure(kind.name)]).toEqual([kind.name, undefined]);
        if (kind.name === QUARANTINE.name) continue;
        expect([kind.name, await (await town.engine.store(kind)).get(id)]).toEqual([
          kind.name,
          expect.anything(),
        ]);
      }
      expect(await isWell('verify metrics')).not.toMatch(/kept/);
      expect(await isWell('find W25G11')).toContain('CS0000001');
    }, 60_000);
  });
}
