import type { Form } from '../../../src/cards/shared/card-value';
import { registryOf } from '../../../src/commands/registry';
import { allCommands } from '../../../src/features/all-commands';
import { planRound } from '../../../src/plans/plan-round';
import { PLAN_ROUND } from '../../../src/plans/plan-round';
import { aCase, details, opened } from '../../support/cases';
import { Conversation, fieldsOf, formOf } from '../../support/conversation';
import { memoryStore } from '../../support/memory/memory-store';
import { DAY } from '../../support/site';

const registry = registryOf(allCommands);
export const at = (iso: string): number => Date.parse(iso);
export const NOW = at('2026-11-03T10:00-05:00');

/** Aviation missed its goals of resolution time in October; Distribution met them. */
export async function site(): Promise<Conversation> {
  const talk = new Conversation(registry);
  talk.now = NOW;
  await close(talk, 30, at('2026-10-28T12:00-04:00'), 'av2', 'aviation', 1);
  await close(talk, 2, at('2026-10-28T12:00-04:00'), 'di2', 'distribution', 2);
  return talk;
}

export async function close(
  talk: Conversation,
  days: number,
  when: number,
  group: string,
  msc: 'aviation' | 'distribution',
  nth: number,
): Promise<void> {
  const first = {
    ...opened(group, { details: details({ msc, pr: `700000000${nth}` }) }),
    at: when - days * DAY,
  };
  const closed = { kind: 'closed', text: 'Shipped.', at: when } as const;
  const interim = { kind: 'interim-sent', text: 'It is worked.', at: when - days * DAY + 1_000 } as const;
  await talk.hold(aCase({ ...first, cause: `open-${nth}` }, interim, closed));
}

/** Asks for the plans of October, as Casekeeper does. */
export const ask = (talk: Conversation) =>
  planRound(
    {
      plans: talk.plans,
      metrics: talk.metrics,
      cases: talk.cases,
      rounds: memoryStore(PLAN_ROUND),
      context: () => talk.context(),
      log: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
      changed: () => undefined,
    },
    true,
  );

export const formFor = async (
  talk: Conversation,
  who = 'analyst',
  line = 'action plan level 2 and 3 crt aviation',
) => formOf(await talk.say(who, line));
export const valuesOf = (form: Form) =>
  Object.fromEntries([...fieldsOf(form)].map(([id, { value }]) => [id, value]));
export const entriesOf = async (talk: Conversation, id = 'AP0000001') =>
  (await talk.plans.get(id))?.state.entries ?? [];
