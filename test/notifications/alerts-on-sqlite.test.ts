import { deliverDue } from '../../src/notifications/delivery/deliver';
import { outboxOf } from '../../src/notifications/outbox/outbox';
import { OUTBOX } from '../../src/notifications/outbox/outbox-item';
import { relayOnce } from '../../src/notifications/relay';
import { sweepOnce } from '../../src/notifications/sweep';
import { changeOf, openCase } from '../../src/domain/cases/change';
import type { CaseEvent } from '../../src/domain/cases/timeline';
import { siteKinds } from '../../src/app/site-kinds';
import { openRepositories } from '../../src/storage/open-repositories';
import { openSqlite } from '../../src/storage/sqlite/sqlite-engine';
import { removeDir, tempDir } from '../storage/temp-dir';
import { N, NOON } from './notices';
import { opened, sentCards, stage } from './stage';
import type { Stage } from './stage';

const DAY = 86_400_000;
let dir = '';
beforeEach(() => (dir = tempDir()));
afterEach(() => removeDir(dir));

/** A process on the data directory: what it keeps in memory is lost with it, what is stored is there for the next. */
async function process_(on: Stage) {
  const engine = openSqlite(dir);
  const { cases, posts, addresses } = await openRepositories(engine);
  const outbox = outboxOf(await engine.store(OUTBOX), on.parts.wall);
  const kinds = siteKinds({ ...on.records, cases });
  const parts = { ...on.parts, kinds, posts, people: addresses, outbox };
  return {
    cases,
    outbox,
    sweep: () => sweepOnce(parts),
    relay: () => relayOnce(parts),
    deliver: () => deliverDue(parts),
    happen: async (event: CaseEvent) => {
      const { state: before, version } = (await cases.get(N))!;
      const act = { by: 'ann', at: on.businessNow, cause: `turn at ${on.businessNow}` };
      const saved = await cases.save(version, changeOf(before, [event], act, parts.context()));
      expect(saved.kind).toBe('saved');
    },
    end: () => engine.close(),
  };
}

describe('Alerts on a real database', () => {
  it('lose and repeat nothing across processes that end after every step, and finally show the cure (CK-11)', async () => {
    const on = stage();
    const inProcess = async (work: (run: Awaited<ReturnType<typeof process_>>) => Promise<unknown>) => {
      const run = await process_(on);
      try {
        await work(run);
      } finally {
        await run.end();
      }
    };
    const act = { by: 'ann', at: NOON, cause: 'open' };
    await inProcess((run) => run.cases.insert(openCase(N, [opened], act, on.parts.context())));
    await inProcess((run) => run.relay());
    await inProcess((run) => run.deliver());
    expect(sentCards(on)).toEqual(['post case']);

    on.businessNow = NOON + DAY + 1;
    on.wallNow += 60_000;
    await inProcess((run) => run.sweep());
    await inProcess((run) => run.sweep());
    await inProcess((run) => run.relay());
    await inProcess((run) => run.relay());
    await inProcess((run) => run.deliver());
    await inProcess((run) => run.deliver());
    expect(sentCards(on).filter((card) => card === 'post alert')).toHaveLength(1);

    on.businessNow += 1;
    on.wallNow += 60_000;
    await inProcess((run) => run.happen({ kind: 'interim-sent', text: 'We are on it.' }));
    await inProcess((run) => run.relay());
    await inProcess((run) => run.deliver());
    const updates = on.sent.filter(({ how }) => how === 'update').slice(-2);
    expect(updates.map(({ card }) => card.card).sort()).toEqual(['alert', 'case']);
    for (const { card } of updates)
      if (card.card === 'alert' || card.card === 'case')
        expect(card.case?.timeline.at(-1)?.kind).toBe('interim-sent');
  });

  it('move every case on after an outage in one sweep, and none in the next', async () => {
    const on = stage();
    const run = await process_(on);
    try {
      for (const [i, number] of ['CS0000003', 'CS0000001', 'CS0000002'].entries()) {
        const at = NOON + i * 1_000;
        const first = { ...opened, details: { ...opened.details, pr: `700000000${i}` } };
        const act = { by: 'ann', at, cause: `open ${number}` };
        await run.cases.insert({ ...openCase(number, [first], act, on.parts.context()), notifications: [] });
      }
      on.businessNow = NOON + 3 * DAY;
      expect(await run.sweep()).toBe(3);
      const changed: string[] = [];
      for await (const one of run.cases.changedSince(NOON + 3 * DAY)) changed.push(one.number);
      expect(changed).toHaveLength(3);
      expect(await run.sweep()).toBe(0);
    } finally {
      await run.end();
    }
  });
});
