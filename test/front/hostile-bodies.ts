import { action, asTyped, botAdded, message } from '../support/activities';
import type { WireActivity } from '../support/activities';
import { ASKED, OPENINGS, SIGNS, TAGS } from './hostile-pieces';
import type { Target } from './hostile-requests';

/** A body made to keep the bot busy: what is in it, and the activity. */
export interface HostileBody {
  readonly name: string;
  readonly activity: WireActivity;
}

const LARGEST = 250 * 1024;
/** The piece as often as it takes for a text of that many characters. */
const repeated = (piece: string, length: number): string =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/** Stands for the case of the agent who sends them, which is another one from time to time: a case grows with its notes. */
export const CASE_OF_AGENT = 'CS9999999';

/** A turn as people have them: a typed line, and the form that answers it. */
export const ordinaryBody = ({ serviceUrl }: Pick<Target, 'serviceUrl'>): HostileBody => ({
  name: 'an ordinary turn',
  activity: message('new case', originOf(serviceUrl)),
});

function originOf(serviceUrl: string) {
  const agent = '00000000-0000-4000-8000-000000000201';
  const person = { id: `29:${agent}`, aadObjectId: agent, name: 'Agent' };
  return { serviceUrl, person, conversation: { conversationType: 'personal', id: 'a:hostile' } };
}

/**
 * Bodies of every kind, as the agent who holds the second case sends them. `share` makes each so much shorter, 0.5 half as
 * long; they come in the same order.
 */
export function hostileBodies(
  { serviceUrl, verbs, words }: Omit<Target, 'cases'>,
  share = 1,
): readonly HostileBody[] {
  const many = (count: number): number => Math.ceil(count * share);
  const filled = (piece: string, length: number): string => repeated(piece, many(length));
  const origin = originOf(serviceUrl);
  const number = CASE_OF_AGENT;
  const line = (text: string, more: object = {}): WireActivity => ({ ...message(text, origin), ...more });
  const note = (text: string): string => `note ${number} ${text}`;
  const html = (content: string): object => ({ attachments: [{ contentType: 'text/html', content }] });
  const mention = (text: string): object => ({
    type: 'mention',
    mentioned: { id: '00000000-0000-4000-8000-000000000002' },
    text,
  });
  const mentions = (count: number, text: (index: number) => string): object => ({
    entities: Array.from({ length: many(count) }, (_, index) => mention(text(index))),
  });
  const bodies: HostileBody[] = [];
  const add = (name: string, activity: WireActivity): void => void bodies.push({ name, activity });

  add(
    '2,300 mentions over 128 KB of blanks',
    line(
      filled(' ', 128 * 1024),
      mentions(2_300, () => ' '),
    ),
  );
  add(
    '2,300 mentions, each another, over 60 KB of text',
    line(
      filled('ab', 60 * 1024),
      mentions(2_300, (index) => String(index)),
    ),
  );
  add(
    '250 mentions of one letter over the longest line',
    line(
      filled('ab ', 24_000),
      mentions(250, () => 'a'),
    ),
  );
  add(
    '100 mentions of blanks over the longest line',
    line(
      filled(' ', 20_000),
      mentions(100, (index) => ' '.repeat(index + 1)),
    ),
  );
  add('19,000 openings of italics', line(note(filled('*a ', 57_000))));
  add('a name of 200 KB', { ...line('help'), from: { ...origin.person, name: filled(' a\t', 200 * 1024) } });
  add('7,000 members', {
    ...botAdded(origin),
    membersAdded: Array.from({ length: many(7_000) }, (_, id) => ({ id: `29:${id}` })),
  });
  add('a question of 200 KB as it is typed', asTyped(filled('a ', 200 * 1024), origin));
  add('a question as it is typed', asTyped(filled('a ', 250), origin));

  for (const sign of SIGNS) {
    const name = JSON.stringify(sign);
    add(`the longest line of ${name}`, line(filled(sign, 4_000)));
    add(`a note of ${name}`, line(note(`x${filled(sign, 3_900)}x`)));
    add(`a body of ${name}`, line(filled(sign, sign.length === 1 && sign < '\u0080' ? 120_000 : 40_000)));
    add(
      `a formatted note of ${name}`,
      line(note('x'), html(`<p>note ${number} ${filled(sign, 59_000)}</p>`)),
    );
  }
  for (const opening of OPENINGS) {
    const name = JSON.stringify(opening);
    add(`the longest line of ${name}`, line(filled(opening, 4_000)));
    add(
      `a note of ${name}`,
      line(note(filled(opening, 3_900)), html(`<div>${note(filled(opening, 3_900))}</div>`)),
    );
    add(
      `a note's form of ${name}`,
      action('case.note', { case: number, text: filled(opening, 120_000), submitted: 'yes' }, '', origin),
    );
    add(`find ${name}`, line(`find ${filled(opening, 3_900)}`));
    add(`report problem ${name}`, line(`report problem ${filled(opening, 3_900)}`));
    add(`help ${name}`, line(`help ${filled(opening, 3_900)}`));
  }
  // As many words as a question may have at the most, and far more.
  const fewWords = (piece: string): string => filled(piece, 3_900).split(' ').slice(0, many(31)).join(' ');
  for (const piece of ASKED) {
    const name = JSON.stringify(piece);
    add(`a plain question of ${name}`, line(`how many ${fewWords(piece)}`));
    add(`a question of ${name}`, line(`metrics ${fewWords(piece)}`));
    add(`a trial of ${name}`, line(`what if ${fewWords(piece)}`));
  }
  for (const piece of [...ASKED, ...OPENINGS]) {
    add(`a long question of ${JSON.stringify(piece)}`, line(`metrics ${filled(piece, 3_900)}`));
    add(`a long trial of ${JSON.stringify(piece)}`, line(`what if ${filled(piece, 3_900)}`));
  }
  for (const [name, piece] of TAGS) {
    for (const length of [20_000, 59_000, 200_000])
      add(
        `${length} characters of HTML of ${name}`,
        line(note('a'), html(`<p>note ${number} ${filled(piece, length)}`)),
      );
  }
  add(
    'lists in lists with items',
    line(note('a'), html(`${'<ul>'.repeat(many(5_000))}${filled('<li>a', 39_000)}`)),
  );
  add(
    'blocks in blocks with ends of nothing',
    line(note('a'), html(`${'<div>'.repeat(many(5_000))}${filled('</x>', 34_000)}`)),
  );
  add(
    'runs of styles with mentions after',
    line(note('a'), html(`${filled('<b> </b><i> </i>', 30_000)}${filled('<at></at>', 29_000)}`)),
  );
  add(
    '4,000 attachments',
    line(note('a'), {
      attachments: Array.from({ length: many(4_000) }, () => ({ contentType: 'text/html', content: '<b>a' })),
    }),
  );
  add(
    '20,000 inputs',
    action(
      'case.note',
      Object.fromEntries(Array.from({ length: many(12_000) }, (_, i) => [`a${i}`, 'aaaa'])),
      '',
      origin,
    ),
  );
  add(
    '100 inputs of 2 KB',
    action(
      'case.note',
      {
        case: number,
        submitted: 'yes',
        ...Object.fromEntries(Array.from({ length: many(100) }, (_, i) => [`a${i}`, filled(' \u2003', 700)])),
      },
      '',
      origin,
    ),
  );
  add('deep values', {
    ...line('help'),
    value: JSON.parse(`${'{"a":['.repeat(19)}${']}'.repeat(19)}`) as unknown,
  });
  add('wide values', { ...line('help'), value: { a: Array.from({ length: many(60_000) }, () => [1]) } });

  for (const { verb, inputs } of verbs) {
    for (const piece of ['*a ', ' ', '< ', 'a@.', '7000000001 ', '\n']) {
      const room = Math.min(8_000, Math.floor(LARGEST / 3 / Math.max(1, inputs.length)));
      const data = Object.fromEntries(inputs.map(({ id }) => [id, `x${filled(piece, room)}x`]));
      add(
        `the form of ${verb} of ${JSON.stringify(piece)}`,
        action(verb, { case: number, submitted: 'yes', ...data }, '', origin),
      );
    }
  }
  for (const word of words)
    for (const piece of [' ', 'a ', '. ', '\n'])
      add(`${word} and ${JSON.stringify(piece)}`, line(`${word} ${filled(piece, 3_900)}x`));
  return bodies;
}
