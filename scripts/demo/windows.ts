import type { Directory, Group, Person } from '../../src/domain/directory/directory';

/** The tenant and the bot as the Playground knows them; they stand for no real ones. */
const TENANT_ID = '00000000-0000-4000-8000-000000000001';
const BOT = { id: '00000000-0000-4000-8000-000000000002', name: 'Casekeeper' };

/** One Playground: whose window it is, and the team and channel that it shows beside the person's own chat. */
export interface DemoWindow {
  /** Short and unique; ids of the Playground's conversations are made of it. */
  readonly key: string;
  readonly email: string;
  readonly team: string;
  readonly channel: { readonly name: string; readonly conversationId: string };
}

/** The three windows of the demo, in the order in which the story goes through them. */
export const DEMO_WINDOWS: readonly DemoWindow[] = [
  {
    key: '201',
    email: 'level2.agent@aviation.example',
    team: 'Aviation Customer Operations',
    channel: { name: 'L2-AVN', conversationId: '19:l2-avn@thread.tacv2' },
  },
  {
    key: '301',
    email: 'level3.gatekeeper@aviation.example',
    team: 'Aviation Supplier Operations',
    channel: { name: 'L3-AVN', conversationId: '19:l3-avn@thread.tacv2' },
  },
  {
    // Bound to no group: the channel in which `connect` can be tried.
    key: '401',
    email: 'supervisor@aviation.example',
    team: 'Aviation',
    channel: { name: 'Leadership', conversationId: '19:aviation-leadership@thread.tacv2' },
  },
];

/** Windows that are opened beside those where somebody asks for them: the people of the manual's other paragraphs. */
export const FURTHER_WINDOWS = {
  'level-1': {
    key: '101',
    email: 'agent@cic.example',
    team: 'Customer Interaction Center',
    channel: { name: 'CIC', conversationId: '19:cic@thread.tacv2' },
  },
  distribution: {
    key: '501',
    email: 'agent@distribution.example',
    team: 'Distribution Customer Operations',
    channel: { name: 'L2-DIST', conversationId: '19:l2-dist@thread.tacv2' },
  },
  analyst: {
    key: '902',
    email: 'analyst@aviation.example',
    team: 'Aviation',
    channel: { name: 'Metrics', conversationId: '19:aviation-metrics@thread.tacv2' },
  },
  'program-office': {
    key: '901',
    email: 'officer@program.example',
    team: 'Program Office',
    channel: { name: 'PMO', conversationId: '19:pmo@thread.tacv2' },
  },
} as const satisfies Record<string, DemoWindow>;
export type FurtherWindow = keyof typeof FURTHER_WINDOWS;

/** The Playground takes exactly this many people beside its own. */
const OTHERS = 5;

/** The person whose window it is. Throws where the directory has nobody with the window's email address. */
export function personOf(window: DemoWindow, directory: Directory): Person {
  const found = directory.people.find(({ email }) => email === window.email);
  if (found === undefined) throw new Error(`The demo directory has nobody with the address ${window.email}.`);
  return found;
}

/** The group whose cards are posted into the window's channel, where there is one. */
export function groupOf(window: DemoWindow, directory: Directory): Group | undefined {
  return directory.groups.find(({ channel }) => channel?.conversationId === window.channel.conversationId);
}

/** The window's conversations: the person's own chat, then the channel. */
export const conversationsOf = (window: DemoWindow): readonly string[] => [
  personalChatOf(window),
  window.channel.conversationId,
];

const personalChatOf = (window: DemoWindow): string => `a:${window.key}`;

/** The configuration of a window's Playground, in the shape of its schema 0.1.1. */
export function playgroundConfig(window: DemoWindow, directory: Directory): object {
  const person = personOf(window, directory);
  return {
    version: '0.1.1',
    tenantId: TENANT_ID,
    bot: BOT,
    currentUser: userOf(person),
    users: othersOf(person, directory).map(userOf),
    personalChat: { id: personalChatOf(window) },
    groupChat: { id: `19:chat-${window.key}@thread.v2`, name: 'Group Chat' },
    team: {
      id: `19:team-${window.key}@thread.tacv2`,
      name: window.team,
      aadGroupId: `00000000-0000-4000-8000-000000001${window.key}`,
      channels: [{ id: window.channel.conversationId, name: window.channel.name }],
    },
  };
}

/** Those of the person's groups first, then everyone else. */
function othersOf(person: Person, directory: Directory): readonly Person[] {
  const near = directory.groupsOf(person.id).flatMap(({ key }) => directory.members(key));
  return [...new Set([...near, ...directory.people])].filter(({ id }) => id !== person.id).slice(0, OTHERS);
}

/** "userPrincipleName" is how the Playground spells it. */
function userOf({ id, name, email }: Person): object {
  const words = name.split(' ');
  return {
    id: `29:${id.slice(-3)}`,
    name,
    userPrincipleName: email,
    aadObjectId: id,
    givenName: words.slice(0, -1).join(' '),
    surname: words.at(-1),
    email,
  };
}
