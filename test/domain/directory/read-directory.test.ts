import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readDirectory } from '../../../src/domain/directory/read-directory';

const demo: unknown = JSON.parse(readFileSync(join(__dirname, '../../../env/demo-directory.json'), 'utf8'));

type Loose<Key extends string> = Partial<Record<Key, unknown>>;
interface Draft {
  people: Loose<'aadObjectId' | 'name' | 'email' | 'roles' | 'msc'>[];
  groups: Loose<
    | 'key'
    | 'name'
    | 'msc'
    | 'level'
    | 'bpid'
    | 'zone'
    | 'holidays'
    | 'gatekeepers'
    | 'supervisors'
    | 'agents'
    | 'escalation'
    | 'channel'
    | 'chanel'
  >[];
  grups?: unknown;
}

/** A good file of one person and one group, changed as told. */
function fileWith(change: (draft: Draft) => void = () => undefined): unknown {
  const draft: Draft = {
    people: [{ aadObjectId: '0E2D7B1C-0000-4000-8000-0000000000AB', name: 'Ann', email: 'Ann@site.example' }],
    groups: [
      {
        key: 'L2-AVN',
        name: 'Aviation',
        msc: 'aviation',
        level: 2,
        bpid: 'B1',
        zone: 'America/Chicago',
        gatekeepers: ['ann@SITE.example'],
        supervisors: ['0e2d7b1c-0000-4000-8000-0000000000ab'],
        agents: [],
        channel: { conversationId: '19:x@thread.tacv2' },
      },
    ],
  };
  change(draft);
  return draft;
}

function faultsOf(change: (draft: Draft) => void): string[] {
  const read = readDirectory(fileWith(change));
  if (read.ok) throw new Error('the file was taken');
  return read.faults.map(({ path, reason }) => `${path}: ${reason}`);
}

describe('The directory of a site', () => {
  it('accepts the demo directory, which has every level and the program office (AG-1)', () => {
    const read = readDirectory(demo);
    if (!read.ok) throw new Error(JSON.stringify(read.faults));
    expect(read.groups.map(({ key, level, msc }) => `${key} ${level} ${msc}`)).toEqual([
      'CIC 1 enterprise',
      'L2-AVN 2 aviation',
      'L3-AVN 3 aviation',
      'L2-DIST 2 distribution',
      'L3-DIST 3 distribution',
      'L2-LM 2 land-and-maritime',
      'L3-LM 3 land-and-maritime',
      'PMO program-office enterprise',
    ]);
    for (const group of read.groups) {
      expect([...group.gatekeepers, ...group.supervisors]).not.toHaveLength(0);
    }
  });

  it('finds people by object ID or email in upper or lower case, and leaves out values that are missing', () => {
    expect(readDirectory(fileWith())).toEqual({
      ok: true,
      people: [
        { id: '0e2d7b1c-0000-4000-8000-0000000000ab', name: 'Ann', email: 'ann@site.example', roles: [] },
      ],
      groups: [
        {
          key: 'L2-AVN',
          name: 'Aviation',
          msc: 'aviation',
          level: 2,
          bpid: 'B1',
          zone: 'America/Chicago',
          holidays: [],
          gatekeepers: ['0e2d7b1c-0000-4000-8000-0000000000ab'],
          supervisors: ['0e2d7b1c-0000-4000-8000-0000000000ab'],
          agents: [],
          channel: { conversationId: '19:x@thread.tacv2' },
        },
      ],
    });
  });

  it("reads a group's escalation contacts by object ID or email (AC-2)", () => {
    const read = readDirectory(fileWith(({ groups }) => (groups[0]!.escalation = ['ANN@site.example'])));
    expect(read.ok && read.groups[0]?.escalation).toEqual(['0e2d7b1c-0000-4000-8000-0000000000ab']);
  });

  it.each<[string, (draft: Draft) => void, string]>([
    [
      'an unknown MSC',
      ({ groups }) => (groups[0]!.msc = 'space'),
      'groups[0].msc: must be one of aviation, land-and-maritime, troop-support, distribution, disposition, energy, enterprise',
    ],
    [
      'an unknown level',
      ({ groups }) => (groups[0]!.level = 4),
      'groups[0].level: must be 1, 2, 3 or "program-office"',
    ],
    [
      'a zone that is none',
      ({ groups }) => (groups[0]!.zone = 'Mars/Olympus'),
      'groups[0].zone: must be an IANA time zone such as America/New_York',
    ],
    [
      'a day that is none',
      ({ groups }) => (groups[0]!.holidays = ['2026-02-30']),
      'groups[0].holidays[0]: must be a date like 2026-12-24',
    ],
    [
      'a key with blanks',
      ({ groups }) => (groups[0]!.key = 'L2 AVN'),
      'groups[0].key: must be 1 to 24 letters, digits, or hyphens, because people type it',
    ],
    ['a missing name', ({ groups }) => (groups[0]!.name = ' '), 'groups[0].name: must not be empty'],
    ['a name that is absent', ({ groups }) => delete groups[0]!.name, 'groups[0].name: must be text'],
    ['a list that is absent', ({ groups }) => delete groups[0]!.agents, 'groups[0].agents: must be a list'],
    [
      'a second line that is no list',
      ({ groups }) => (groups[0]!.escalation = 'ann'),
      'groups[0].escalation: must be a list',
    ],
    [
      'a stranger in the second line',
      ({ groups }) => (groups[0]!.escalation = ['ann@site.example', 'bob@site.example']),
      "groups[0].escalation[1]: bob@site.example isn't listed under people in this file",
    ],
    [
      'someone twice in the second line',
      ({ groups }) => (groups[0]!.escalation = ['ann@site.example', 'Ann@site.example']),
      'groups[0].escalation[1]: Ann@site.example is listed twice',
    ],
    ['an unknown field', ({ groups }) => (groups[0]!.chanel = {}), 'groups[0]: unknown: chanel'],
    ['an unknown field at the top', (draft) => (draft.grups = []), 'the file: unknown: grups'],
    [
      'a channel that is text',
      ({ groups }) => (groups[0]!.channel = '19:x'),
      'groups[0].channel: must be an object',
    ],
    [
      'a service address that is none',
      ({ groups }) => (groups[0]!.channel = { conversationId: 'x', serviceUrl: 'ftp://x' }),
      'groups[0].channel.serviceUrl: must be an http address',
    ],
    [
      'an object id that is none',
      ({ people }) => (people[0]!.aadObjectId = 'ann'),
      'people[0].aadObjectId: must be the Microsoft Entra object id, a GUID',
    ],
    [
      'an e-mail that is none',
      ({ people }) => (people[0]!.email = 'ann'),
      'people[0].email: must be an email address',
    ],
    [
      'a role of a group at a person',
      ({ people }) => (people[0]!.roles = ['agent']),
      'people[0].roles[0]: must be program-office or business-process-analyst; roles in a group are set on the group',
    ],
    [
      'someone unknown in a group',
      ({ groups }) => (groups[0]!.agents = ['bob@site.example']),
      "groups[0].agents[0]: bob@site.example isn't listed under people in this file",
    ],
    [
      'a group key that stands twice',
      ({ groups }) => groups.push({ ...groups[0], key: 'l2-avn' }),
      'groups[1].key: l2-avn is listed twice',
    ],
    [
      'a person who stands twice',
      ({ people }) => people.push({ ...people[0], email: 'b@site.example' }),
      'people[1].aadObjectId: 0e2d7b1c-0000-4000-8000-0000000000ab is listed twice',
    ],
    [
      'an e-mail that stands twice',
      ({ people }) => people.push({ ...people[0], aadObjectId: '0e2d7b1c-0000-4000-8000-0000000000ac' }),
      'people[1].email: ann@site.example is listed twice',
    ],
    [
      'a member named twice',
      ({ groups }) => (groups[0]!.agents = ['ann@site.example', 'ANN@site.example']),
      'groups[0].agents[1]: ANN@site.example is listed twice',
    ],
    [
      'a Level 2 group of no MSC',
      ({ groups }) => (groups[0]!.msc = 'enterprise'),
      'groups[0].msc: a Level 2 group belongs to one MSC, not to the enterprise',
    ],
    [
      'an analyst without an MSC (AC-5)',
      ({ people }) => (people[0]!.roles = ['business-process-analyst']),
      'people[0].msc: a business process analyst needs the MSC whose metrics they see',
    ],
  ])('refuses %s, and says where and why', (_what, change, fault) => {
    expect(faultsOf(change)).toEqual([fault]);
  });

  it('reports all faults at once', () => {
    expect(
      faultsOf(({ people, groups }) => {
        people[0]!.email = '';
        groups[0]!.zone = '';
        groups[0]!.bpid = '';
      }),
    ).toHaveLength(3);
  });

  it.each([undefined, null, [], 'text', 7])("refuses %p, which isn't a directory file", (json) => {
    expect(readDirectory(json)).toMatchObject({ ok: false, faults: [{ path: 'the file' }] });
  });
});
