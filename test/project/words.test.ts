import { sentencesInCard } from '../../scripts/docs/words/sentences-in-card';
import { sentencesInSource } from '../../scripts/docs/words/sentences-in-source';

const found = (source: string) => {
  const { people, log, fault } = sentencesInSource('some.ts', source);
  return { people: [...people], log: [...log], fault: [...fault] };
};
const peopleRead = (source: string): readonly string[] => found(source).people;

describe('The sentences in a source file', () => {
  it('are its texts with words, and one-word labels', () => {
    expect(peopleRead(`f('Nothing was changed.', 'Close', 'NSN', 'no open case')`)).toEqual([
      'Nothing was changed.',
      'Close',
      'NSN',
      'no open case',
    ]);
  });

  it('show what is filled in as “…”, and a choice with its words', () => {
    expect(peopleRead('f(`Case ${number}: ${one ? "day" : `${count} days`}${more ?? ""}.`)')).toEqual([
      'Case …: {day|… days}{…|}.',
    ]);
    expect(peopleRead(`f('It goes to ' + name + ', as it stands here.')`)).toEqual([
      'It goes to …, as it stands here.',
    ]);
  });

  it('include those passed to a nested call', () => {
    expect(peopleRead('f(`${say("group", "The group")} works it.`)')).toEqual(['… works it.', 'The group']);
  });

  it('are the texts between markup tags, and what is read aloud', () => {
    expect(
      peopleRead('f(html`<p class="quiet">Posted <b>${day}</b></p><a aria-label="To the top">up</a>`)'),
    ).toEqual(['To the top', 'Posted']);
  });

  it('leave out keys, imports, types, patterns, and what is only compared or searched for', () => {
    const source = `
      import { a } from 'a b';
      type Kind = 'one kind' | 'other kind';
      const seen = kind === 'one kind' || text.startsWith('two words') || new Set(['my team', 'all of us']).has(kind);
      const read = new RegExp('(?:level )?2'), words = { words: ['new case'], 'a key': 'escalate' };
      switch (kind) { case 'one kind': break; }`;
    expect(peopleRead(source)).toEqual([]);
  });

  it("are marked as the log's when passed to it, even by name, and as a fault's when one is made from them", () => {
    const source = `
      const WHY = { gone: 'A channel is gone' };
      log.warn({ id }, 'A card could not be sent');
      log.error(fields, WHY[why]);
      throw new StoreError('The database does not respond');`;
    expect(found(source)).toEqual({
      people: [],
      log: ['A channel is gone', 'A card could not be sent'],
      fault: ['The database does not respond'],
    });
  });
});

describe('The sentences in a card', () => {
  it('are its texts with expressions as “…”, and the words in an expression', () => {
    const card = {
      type: 'TextBlock',
      $when: "${kind == 'two words'}",
      weight: 'Bolder',
      text: 'By ${who}',
      items: [
        { title: "${if(state == 'done', 'Done', 'Not done')}" },
        { label: 'Assign to', id: 'assignee' },
      ],
    };
    expect([...sentencesInCard(card)]).toEqual(['By …', '{Done|Not done}', 'Assign to']);
  });
});
