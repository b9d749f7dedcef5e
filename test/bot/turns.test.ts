import { createTurns } from '../../src/bot/turns';

function clock() {
  let now = 0;
  return { now: () => now, pass: (ms: number) => (now += ms) };
}
const counting = () => {
  let count = 0;
  return () => Promise.resolve((count += 1));
};

it('gives a repeat the same answer for ten minutes, then begins anew', async () => {
  const time = clock();
  const turns = createTurns<number>(time);
  const turn = counting();
  expect(await turns.once('a', turn)).toBe(1);
  time.pass(599_999);
  expect(await turns.once('a', turn)).toBe(1);
  time.pass(1);
  expect(await turns.once('a', turn)).toBe(2);
});

it('gives a repeat that comes while the turn runs the same promise', () => {
  const turns = createTurns<number>(clock());
  const turn = counting();
  expect(turns.once('a', turn)).toBe(turns.once('a', turn));
});

it('keeps turns of different keys apart', async () => {
  const turns = createTurns<number>(clock());
  const turn = counting();
  expect(await turns.once('a', turn)).toBe(1);
  expect(await turns.once('b', turn)).toBe(2);
});

it('tries a turn that threw again', async () => {
  const turns = createTurns<number>(clock());
  await expect(turns.once('a', () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await turns.once('a', counting())).toBe(1);
});

it('keeps at most 5,000: the oldest is forgotten first', async () => {
  const turns = createTurns<number>(clock());
  const turn = counting();
  for (let i = 0; i < 5_001; i += 1) await turns.once(`key-${i}`, turn);
  expect(await turns.once('key-5000', turn)).toBe(5_001);
  expect(await turns.once('key-0', turn)).toBe(5_002);
});
