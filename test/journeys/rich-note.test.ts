import { CASE, last, START } from './aviation-call';
import { sqliteUnderTest } from '../storage/sqlite/sqlite-under-test';
import { message } from '../support/activities';
import { nodesOf } from './seen-card';
import type { SeenCard } from './seen-card';
import { chatOf, personId, startTown } from './town';
import type { Town } from './town';

let town: Town;
const runsOf = (card: SeenCard): readonly SeenCard[] =>
  [...nodesOf(card)].filter(({ type }) => type === 'TextRun');

/** Types a note in the composer, which sends its formatting as HTML beside the plain text. */
async function compose(text: string, html: string): Promise<SeenCard> {
  const person = { id: '29:201', aadObjectId: personId('201'), name: 'Person 201' };
  const conversation = { conversationType: 'personal', id: chatOf('201') };
  const typed = message(text, { serviceUrl: town.serviceUrl, person, conversation });
  const attachments = [{ contentType: 'text/html', content: html }];
  expect((await town.post({ ...typed, attachments })).status).toBe(200);
  return last(await town.standing(chatOf('201'))).card;
}

describe('A note from the composer', () => {
  beforeEach(async () => {
    town = await startTown(START, sqliteUnderTest());
    await town.press('201', last(await town.say('201', 'new case')), 'Create case', CASE);
  });
  afterEach(async () => {
    await town.end();
  });

  it('keeps its bold, italics, lists, and links on the case and in its history (AS-4, RE-1)', async () => {
    const added = await compose(
      'note cs1 Stock: none\r\n- Richmond\r\n- see the quote',
      `<p>note cs1&nbsp;<strong>Stock:</strong> <em>none</em></p>
       <ul><li>Richmond</li><li>see <a href="https://files.example.mil/q.pdf">the quote</a></li></ul>`,
    );
    const history = last(await town.say('201', 'history cs1')).card;
    for (const card of [added, history])
      expect(runsOf(card)).toEqual(
        expect.arrayContaining([
          { type: 'TextRun', text: 'Stock:', weight: 'Bolder' },
          { type: 'TextRun', text: 'none', italic: true },
          { type: 'TextRun', text: '• ' },
          { type: 'TextRun', text: 'Richmond' },
          {
            type: 'TextRun',
            text: 'the quote (files.example.mil)',
            underline: true,
            selectAction: { type: 'Action.OpenUrl', url: 'https://files.example.mil/q.pdf' },
          },
        ]),
      );
    expect(town.faults).toEqual([]);
  });

  it("is stored as plain text if the formatting says something else or has a link that a note can't have", async () => {
    const other = await compose('note cs1 first words', '<p>note cs1 <b>other</b> words</p>');
    expect(runsOf(other)).toContainEqual({ type: 'TextRun', text: 'first words' });
    const unsafe = await compose(
      'note cs1 second words',
      '<p>note cs1 <a href="javascript:alert(1)">second</a> words<img src="https://x.example/i.png"></p>',
    );
    expect(runsOf(unsafe)).toContainEqual({ type: 'TextRun', text: 'second words' });
    expect(JSON.stringify(unsafe)).not.toMatch(/OpenUrl|javascript|x\.example/u);
  });
});
