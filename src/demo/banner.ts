import type { Directory } from '../domain/people/directory';
import { groupOf, personOf } from './windows';
import type { DemoWindow } from './windows';

/** What stands on the terminal when everything is up: who is where, and what to try first. */
export function bannerLines(
  windows: readonly { readonly window: DemoWindow; readonly url: string }[],
  demo: { readonly directory: Directory; readonly fast: boolean; readonly dataDir: string },
): readonly string[] {
  const people = windows.map(({ window }) => personOf(window, demo.directory));
  const width = Math.max(...people.map(({ name }) => name.length));
  return [
    'Casekeeper is ready: a chat window for each of these people.',
    '',
    ...windows.map(({ window, url }, index) => {
      const who = (people[index]?.name ?? '').padEnd(width);
      return `  ${who}  ${url}  ${whereText(window, demo.directory)}`;
    }),
    '',
    'What to try first',
    ...STORY.map((line) => `  ${line}`),
    ...(demo.fast ? ['', ...FAST] : []),
    '',
    `The data lies in ${demo.dataDir}. Delete it to begin anew. Ctrl-C stops everything.`,
  ];
}

function whereText(window: DemoWindow, directory: Directory): string {
  const group = groupOf(window, directory);
  const channel = `channel "${window.team} - ${window.channel.name}"`;
  return group === undefined ? `${channel}, bound to no group yet` : `${channel}, for ${group.key}`;
}

const STORY: readonly string[] = [
  '1. Level 2 Agent, Personal Chat: type  new case  and fill the form in; leave something out to see what is said.',
  '   Choose MSC Aviation, IPD 02, a requisition, an NSN such as 1680-01-234-5678 and a PR number. Create case.',
  '2. Type  escalate CS0000001 , leave a finding out, read what is missing, then complete it. Escalate.',
  '3. Level 3 Gatekeeper, channel L3-AVN: the card is there. Press Claim, or Assign it to a member.',
  '4. Level 3 Gatekeeper: Send update, Return response, or Refer back, which tells both supervisors.',
  '5. Supervisor, Personal Chat: see what was told; type  queue L3-AVN ,  metrics ,  help .',
  '   In the channel Leadership:  @Casekeeper connect L2-AVN  has the cards of L2-AVN posted there.',
];

const FAST: readonly string[] = [
  'Fast: a business day passes in a minute; weekends and holidays are skipped. Create a case and do nothing:',
  'clocks warn at 75 % of their time, are missed, and say so, in the channels and to the supervisor.',
];
