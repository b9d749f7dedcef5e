import { IANAZone } from 'luxon';
import { z } from 'zod/v4';
import type { ChannelBinding, Group, PersonId } from '../../domain/directory/directory';
import {
  departureOf,
  isMemberOf,
  loadedEntries,
  withTimeline,
} from '../../domain/directory/members/group-timeline';
import type { Departure, GroupEntry } from '../../domain/directory/members/group-timeline';
import { keyedById } from '../store';

/** A group as it was loaded, with the channel that `connect` bound it to and the changes of its people since. */
export interface GroupRecord {
  readonly group: Group;
  readonly connected?: ChannelBinding;
  /** Agents whom approvals added before these were entries of the timeline; no load takes them away. */
  readonly admitted?: readonly PersonId[];
  readonly timeline?: readonly GroupEntry[];
  /** People who left whose open cases have not been handled yet (rule AC-7). */
  readonly departures?: readonly Departure[];
}

export const IDS = z.array(z.string());

const ENTRY = z.looseObject({
  kind: z.string(),
  person: z.string(),
  from: IDS,
  to: IDS,
  at: z.number(),
  by: z.string(),
  cause: z.string(),
});

export const GROUP = keyedById<GroupRecord>({
  name: 'group',
  shape: z.looseObject({
    group: z.looseObject({
      key: z.string(),
      name: z.string(),
      msc: z.string(),
      level: z.union([z.number(), z.string()]),
      bpid: z.string(),
      zone: z.string().refine((zone) => IANAZone.isValidZone(zone)),
      holidays: IDS,
      gatekeepers: IDS,
      supervisors: IDS,
      agents: IDS,
    }),
    connected: z.looseObject({ conversationId: z.string() }).optional(),
    admitted: IDS.optional(),
    timeline: z.array(ENTRY).optional(),
    departures: z
      .array(z.looseObject({ group: z.string(), person: z.string(), cause: z.string() }))
      .optional(),
  }),
});

/** Group keys are case-insensitive. */
export const groupId = (key: string): string => key.toLowerCase();

/** The group as everyone sees it. Who was admitted and is loaded in another role since stands in that role alone. */
export function standingGroup({ group, connected, admitted = [], timeline = [] }: GroupRecord): Group {
  const added = admitted.filter((person) => !isMemberOf(group, person));
  const people = added.length === 0 ? group : { ...group, agents: [...group.agents, ...added] };
  return { ...withTimeline(people, timeline), ...(connected === undefined ? {} : { channel: connected }) };
}

/** The entry that the act of a cause made. */
export const entryOf = ({ timeline = [] }: GroupRecord, cause: string): GroupEntry | undefined =>
  timeline.find((entry) => entry.cause === cause);

/** A change of the people is one write, together with its follow-up work. */
export function withEntry(known: GroupRecord, ...entries: readonly GroupEntry[]): GroupRecord {
  const { timeline = [], departures = [] } = known;
  const gone = entries.flatMap((entry) => departureOf(known.group.key, entry) ?? []);
  return {
    ...known,
    timeline: [...timeline, ...entries],
    ...(gone.length === 0 ? {} : { departures: [...departures, ...gone] }),
  };
}

/** A group as a directory file has it now, with what the file says of its people otherwise than before. */
export function reloaded(known: GroupRecord, group: Group, at: number): GroupRecord {
  const entries = loadedEntries({ loaded: known.group, now: standingGroup(known) }, group, at);
  return { ...(entries.length === 0 ? known : withEntry(known, ...entries)), group };
}
