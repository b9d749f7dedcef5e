import type { Activity } from 'botbuilder';
import type { Place } from '../../src/commands/command';
import { greeting } from '../../src/teams/greeting';
import { addressLearner } from '../../src/teams/learn-address';
import { botAdded, CHANNEL } from '../support/activities';

/** An id as long as one may be. */
const idOf = (nth: number): string => `19:${'x'.repeat(2_000)}${nth}`;

it('The bot remembers whom it greeted within a few megabytes, however long the conversation IDs are', async () => {
  const isFirst = greeting({ get: () => Promise.resolve(undefined), put: () => Promise.resolve() });
  const arrivalIn = (nth: number): Promise<boolean> =>
    isFirst(
      botAdded({ serviceUrl: 'http://127.0.0.1:1', conversation: { ...CHANNEL, id: idOf(nth) } }) as Activity,
    );
  for (let nth = 0; nth < 3_000; nth += 1) await arrivalIn(nth);
  expect(await arrivalIn(2_999)).toBe(false);
  expect(await arrivalIn(0)).toBe(true);
});

it('The bot remembers where it can be reached within a few megabytes, and asks the store for what it forgot', async () => {
  const put: string[] = [];
  const addresses = {
    get: () => Promise.resolve(undefined),
    put: (person: string) => Promise.resolve(void put.push(person)),
  };
  const learn = addressLearner({ addresses });
  const learnOf = (nth: number): Promise<void> => {
    const address = {
      conversationId: idOf(nth),
      serviceUrl: 'http://127.0.0.1:1',
      kind: 'personal',
    } as const;
    const place: Place = { kind: 'personal', address };
    return learn(place, { id: `person-${nth}`, name: '' });
  };
  for (let nth = 0; nth < 5_000; nth += 1) await learnOf(nth);
  put.length = 0;
  await learnOf(4_999);
  await learnOf(0);
  expect(put).toEqual(['person-0']);
});
