import { IANAZone } from 'luxon';
import { z } from 'zod/v4';
import { MSC_NAMES } from './directory';
import { idsOf, relationFaults, type DirectoryFault } from './directory-faults';
import type { ChannelBinding, Group, Msc, Person, PersonId } from './directory';

export type DirectoryRead =
  | { readonly ok: true; readonly groups: readonly Group[]; readonly people: readonly Person[] }
  | { readonly ok: false; readonly faults: readonly DirectoryFault[] };

const MSCS = Object.keys(MSC_NAMES) as [Msc, ...Msc[]];
const text = (longest: number) =>
  z
    .string('must be text')
    .trim()
    .min(1, 'must not be empty')
    .max(longest, `must not exceed ${longest} characters`);
const listOf = <T extends z.ZodType>(item: T) => z.array(item, 'must be a list');

const person = z.strictObject(
  {
    aadObjectId: z.guid('must be the Microsoft Entra object id, a GUID').toLowerCase(),
    name: text(120),
    email: z.email('must be an email address').toLowerCase(),
    roles: listOf(
      z.enum(
        ['program-office', 'business-process-analyst'],
        'must be program-office or business-process-analyst; roles in a group are set on the group',
      ),
    ).default([]),
    msc: z.enum(MSCS, `must be one of ${MSCS.join(', ')}`).optional(),
  },
  { error: objectError },
);

const who = text(200).describe('A person in `people`: object id or email address.');
const group = z.strictObject(
  {
    key: z
      .string('must be text')
      .regex(
        /^[a-z\d][a-z\d-]{0,23}$/i,
        'must be 1 to 24 letters, digits, or hyphens, because people type it',
      ),
    name: text(120),
    msc: z.enum([...MSCS, 'enterprise'], `must be one of ${MSCS.join(', ')}, enterprise`),
    level: z.literal([1, 2, 3, 'program-office'], 'must be 1, 2, 3 or "program-office"'),
    bpid: text(40),
    zone: z
      .string('must be text')
      .refine((zone) => IANAZone.isValidZone(zone), 'must be an IANA time zone such as America/New_York'),
    holidays: listOf(z.iso.date('must be a date like 2026-12-24')).default([]),
    gatekeepers: listOf(who),
    supervisors: listOf(who),
    agents: listOf(who),
    escalation: listOf(who).optional(),
    channel: z
      .strictObject(
        {
          conversationId: text(300),
          serviceUrl: z.url({ protocol: /^https?$/, error: 'must be an http address' }).optional(),
          tenantId: text(100).optional(),
        },
        { error: objectError },
      )
      .optional(),
  },
  { error: objectError },
);

const file = z.strictObject({ people: listOf(person), groups: listOf(group) }, { error: objectError });

/**
 * Reads a directory file (a site's own `DIRECTORY_FILE`, or the demo's), already parsed from JSON.
 * Every fault is given, with its path and its reason; where there is one, nothing is taken.
 */
export function readDirectory(json: unknown): DirectoryRead {
  const parsed = file.safeParse(json);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => ({
      path: pathText(path),
      reason: message,
    }));
    return { ok: false, faults };
  }
  const faults = relationFaults(parsed.data);
  if (faults.length > 0) return { ok: false, faults };
  const idOf = idsOf(parsed.data.people);
  const resolved = (list: readonly string[]): PersonId[] =>
    list.flatMap((name) => idOf.get(name.toLowerCase()) ?? []);
  return {
    ok: true,
    people: parsed.data.people.map(({ aadObjectId, msc, ...rest }) => ({
      id: aadObjectId,
      ...rest,
      ...(msc === undefined ? {} : { msc }),
    })),
    groups: parsed.data.groups.map(({ channel, escalation, ...rest }) => ({
      ...rest,
      gatekeepers: resolved(rest.gatekeepers),
      supervisors: resolved(rest.supervisors),
      agents: resolved(rest.agents),
      ...(escalation === undefined ? {} : { escalation: resolved(escalation) }),
      ...(channel === undefined ? {} : { channel: bindingOf(channel) }),
    })),
  };
}

/** Words for a missing object and for fields that are not known; zod's own are for programmers. */
function objectError(issue: { readonly code?: string | undefined; readonly keys?: unknown }): string {
  if (issue.code === 'unrecognized_keys' && Array.isArray(issue.keys))
    return `unknown: ${issue.keys.join(', ')}`;
  return 'must be an object';
}

function pathText(path: readonly PropertyKey[]): string {
  const steps = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`));
  return steps.join('').replace(/^\./, '') || 'the file';
}

/** Optional fields are left out where they are not given, never set to undefined. */
function bindingOf(channel: NonNullable<z.infer<typeof group>['channel']>): ChannelBinding {
  const { conversationId, serviceUrl, tenantId } = channel;
  return {
    conversationId,
    ...(serviceUrl === undefined ? {} : { serviceUrl }),
    ...(tenantId === undefined ? {} : { tenantId }),
  };
}
