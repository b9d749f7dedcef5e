import { relayOnce } from '../../src/notifications/relay';
import { arrival, breach, refresh } from './notices';
import { changeFor, stage } from './stage';

const N = 'CS0000001';

describe('The relay', () => {
  it('moves the notifications of a case to the outbox and off the case', async () => {
    const on = stage();
    await on.parts.cases.insert(changeFor(N, 0, [arrival(N), breach(N)]));
    await relayOnce(on.parts);
    expect(await on.states()).toEqual([`${arrival(N).id} waiting`, `${breach(N).id} waiting`]);
    expect(await on.parts.cases.pending(10)).toEqual([]);
  });

  it('loses nothing when the process is killed between the save and the relay', async () => {
    const on = stage();
    await on.parts.cases.insert(changeFor(N, 0, [arrival(N)]));
    // The next process starts with what is stored alone.
    await relayOnce(on.parts);
    await on.deliver();
    expect(on.sent).toHaveLength(1);
  });

  it('repeats nothing when the process is killed before the case is updated, even after the notification was sent', async () => {
    const on = stage();
    await on.parts.cases.insert(changeFor(N, 0, [arrival(N)]));
    on.parts.cases.hands.breakBeforeClear = true;
    await relayOnce(on.parts);
    await on.deliver();
    on.parts.cases.hands.breakBeforeClear = false;
    await relayOnce(on.parts);
    await on.deliver();
    expect(on.sent).toHaveLength(1);
    expect(await on.parts.cases.pending(10)).toEqual([]);
  });

  it('logs a case at fault and hands over the others, even behind more than a batch of faults', async () => {
    const on = stage();
    for (let i = 1; i <= 151; i++) {
      const number = `CS${String(i).padStart(7, '0')}`;
      await on.parts.cases.insert(changeFor(number, 0, [arrival(number)]));
      if (i <= 150) on.parts.cases.hands.bad.add(number);
    }
    await relayOnce(on.parts);
    expect(on.logged).toHaveLength(150);
    const last = on.parts.cases.pending(1_000).then((all) => all.map(({ id }) => id));
    expect(await last).not.toContain('CS0000151');
  });

  it('makes one update for each post that shows an older state, and none for an up-to-date one', async () => {
    const on = stage();
    const post = (activityId: string, shows: number) => ({
      about: { kind: 'case', id: N },
      address: { conversationId: 'c', serviceUrl: 'http://x/', kind: 'channel' as const },
      activityId,
      view: { kind: 'channel-case' as const },
      shows,
    });
    await on.posts.put(post('old', 1));
    await on.posts.put(post('newer', 2));
    await on.parts.cases.insert(changeFor(N, 1, [refresh(N, 1)]));
    await relayOnce(on.parts);
    expect(await on.states()).toHaveLength(1);
    await on.deliver();
    expect(on.sent.map(({ how, activityId }) => [how, activityId])).toEqual([['update', 'old']]);
  });
});
