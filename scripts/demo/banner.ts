import type { Directory } from '../../src/domain/directory/directory';
import { groupOf, personOf } from './windows';
import type { DemoWindow } from './windows';

/** What to try first, and how to start over. */
export interface Story {
  readonly anew: string;
  readonly lines: readonly string[];
}

/** What stands on the terminal when everything is up: who is where, and what to try first. */
export function bannerLines(
  windows: readonly { readonly window: DemoWindow; readonly url: string }[],
  demo: {
    readonly directory: Directory;
    /** Where the customers' emails are seen. */
    readonly mailbox: string;
    readonly fast: boolean;
    readonly dataDir: string;
    readonly story: Story;
  },
): readonly string[] {
  const people = windows.map(({ window }) => personOf(window, demo.directory));
  const width = Math.max(...[MAILBOX, ...people.map(({ name }) => name)].map(({ length }) => length));
  return [
    'Casekeeper is ready: a chat window for each of these people, and the mailbox of the customers.',
    '',
    ...windows.map(({ window, url }, index) => {
      const who = (people[index]?.name ?? '').padEnd(width);
      return `  ${who}  ${url}  ${whereText(window, demo.directory)}`;
    }),
    `  ${MAILBOX.padEnd(width)}  ${demo.mailbox}  each email as the customer gets it`,
    '',
    'What to try first',
    ...demo.story.lines.map((line) => `  ${line}`),
    ...(demo.fast ? ['', ...FAST] : []),
    '',
    `The data lies in ${demo.dataDir}. ${demo.story.anew} Ctrl-C stops everything.`,
  ];
}

const MAILBOX = 'Customer’s mailbox';

function whereText(window: DemoWindow, directory: Directory): string {
  const group = groupOf(window, directory);
  const channel = `channel "${window.team} - ${window.channel.name}"`;
  return group === undefined ? `${channel}, bound to no group yet` : `${channel}, for ${group.key}`;
}

export const START_STORY: Story = {
  anew: 'Delete it to start over.',
  lines: [
    '1. Level 2 Agent, Personal Chat: type  new case  and fill in the form; leave something out to see what it says.',
    '   Choose MSC Aviation, IPD 02, a requisition, an NSN such as 1680-01-234-5678 and a PR number. Create case.',
    '2. Type  interim CS0000001  and send it: the email is in the customer’s mailbox. The survey comes after closing.',
    '3. Type  escalate CS0000001 , leave a finding out, read what is missing, then complete it. Escalate.',
    '4. Level 3 Gatekeeper, channel L3-AVN: the card is there. Press Claim, or Assign it to a member.',
    '5. Level 3 Gatekeeper: Send update, Return response, or Refer back, which notifies both supervisors.',
    '6. Supervisor, Personal Chat: see your notifications; type  queue L3-AVN ,  metrics ,  help .',
    '   In the channel Leadership:  @Casekeeper connect L2-AVN  has the cards of L2-AVN posted there.',
  ],
};

/** The same on the store of an agency that has worked for two years. */
export const AGENCY_STORY: Story = {
  anew: 'npm run demo -- --fresh fills it anew.',
  lines: [
    '1. Supervisor, Personal Chat: type  metrics last month , then  metrics ,  metrics L3-AVN this quarter .',
    '   One month went badly, five months ago: ask for it, for the months around it, and for who worked then.',
    '2. Supervisor:  queue L2-AVN  and  queue L3-AVN  show what is open;  find backorder  finds cases by words.',
    '3. Level 2 Agent, Personal Chat:  my cases , then  history  and  clocks  with a number of one of them.',
    '4. npm run demo -- --also program-office , Program Officer:  verify metrics last month .',
    '5. Everything of  npm start  works here too: open a case, escalate it, claim it.',
  ],
};

const FAST: readonly string[] = [
  'Fast: a business day passes in a minute; weekends and holidays are skipped. Create a case and do nothing:',
  'clocks warn at 75% of their time, are missed, and say so, in the channels and to the supervisor.',
];
