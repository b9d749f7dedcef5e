import { MSC_NAMES } from '../../src/domain/directory/directory';
import type { Msc } from '../../src/domain/directory/directory';

/** One desk: a Level 2 group with its people, its channel, and a customer's system that submits to it. */
export interface Services {
  readonly place: number;
  readonly msc: Msc;
  readonly group: string;
  readonly system: string;
  readonly channel: string;
  /** Object ids. */
  readonly agent: string;
  readonly second: string;
  readonly gatekeeper: string;
  readonly supervisor: string;
}

const MSCS = Object.keys(MSC_NAMES) as readonly Msc[];

/** A desk for each major subordinate command, so that Teams' limit of a conversation does not set the pace. */
export const DESKS: readonly Services[] = MSCS.map((msc, place) => {
  const person = (role: number): string =>
    `00000000-0000-4000-8000-0000000000${String(place)}${String(role)}`;
  return {
    place,
    msc,
    group: `L2-${msc}`,
    system: `orders-${msc}`,
    channel: `19:l2-${msc}@thread.tacv2`,
    agent: person(1),
    second: person(2),
    gatekeeper: person(3),
    supervisor: person(4),
  };
});

export const peopleOf = ({ agent, second, gatekeeper, supervisor }: Services): readonly string[] => [
  agent,
  second,
  gatekeeper,
  supervisor,
];

export const chatOf = (person: string): string => `a:${person}`;
export const nameOf = (person: string): string => `Person ${person.slice(-2)}`;
