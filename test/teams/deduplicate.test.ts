import { createDeduplicator } from '../../src/teams/deduplicate';

function clock() {
  let now = 0;
  return { now: () => now, pass: (ms: number) => (now += ms) };
}
const counting = () => {
  let count = 0;
  return () => Promise.resolve((count += 1));
};

it('Deduplication gives a repeat the same answer for ten minutes, then starts over', async () => {
  const time = clock();
  const turns = createDeduplicator<number>(time);
  const turn = counting();
  expect(await turns.once('a', turn)).toBe(1);
  time.pass(599_999);
  expect(await turns.once('a', turn)).toBe(1);
  time.pass(1);
  expect(await turns.once('a', turn)).toBe(2);
});

it('Deduplication gives a repeat during the turn the same promise', () => {
  const turns = createDeduplicator<number>(clock());
  const turn = counting();
  expect(turns.once('a', turn)).toBe(turns.once('a', turn));
});

it('Deduplication keeps turns with different keys separate', async () => {
  const turns = createDeduplicator<number>(clock());
  const turn = counting();
  expect(await turns.once('a', turn)).toBe(1);
  expect(await turns.once('b', turn)).toBe(2);
});

it('Deduplication tries a turn that threw again', async () => {
  const turns = createDeduplicator<number>(clock());
  await expect(turns.once('a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await turns.once('a', counting())).toBe(1);
});

it('Deduplication keeps at most 5,000 answers, and forgets the oldest first', async () => {
  const turns = createDeduplicator<number>(clock());
  const turn = counting();
  for (let i = 0; i < 5_001; i += 1) await turns.once(`key-${i}`, turn);
  expect(await turns.once('key-5000', turn)).toBe(5_001);
  expect(await turns.once('key-0', turn)).toBe(5_002);
});

it('Deduplication keeps at most 16 MB of answers, and forgets the oldest first', async () => {
  const turns = createDeduplicator<string>(clock());
  const card = 'x'.repeat(1024 * 1024);
  for (let i = 0; i < 20; i += 1) await turns.once(`key-${i}`, () => Promise.resolve(card));
  expect(await turns.once('key-19', () => Promise.resolve('anew'))).toBe(card);
  expect(await turns.once('key-0', () => Promise.resolve('anew'))).toBe('anew');
});

it('Deduplication counts the bytes of the keys too', async () => {
  const turns = createDeduplicator<undefined | number>(clock());
  const keyOf = (i: number): string => `${'x'.repeat(4_000)}${i}`;
  for (let i = 0; i < 3_000; i += 1) await turns.once(keyOf(i), () => Promise.resolve(undefined));
  expect(await turns.once(keyOf(2_999), counting())).toBeUndefined();
  expect(await turns.once(keyOf(0), counting())).toBe(1);
});

it('Deduplication gives a repeat the original answer, whatever was done with the first one', async () => {
  const turns = createDeduplicator<{ card: string }>(clock());
  const first = await turns.once('a', () => Promise.resolve({ card: 'Help – “all”' }));
  first.card = 'another';
  expect(await turns.once('a', () => Promise.reject(new Error('again')))).toEqual({ card: 'Help – “all”' });
});
