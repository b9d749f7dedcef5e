import { renderCard } from '../../src/cards/shared/render';
import type { Outcome } from '../../src/commands/command';
import { registryOf } from '../../src/commands/registry';
import { allCommands } from '../../src/features/all-commands';
import { aCase, details, opened } from '../support/cases';
import { Conversation, formOf } from '../support/conversation';
import { newCaseInputs } from '../support/new-case-inputs';
import { faultsOfCard } from '../support/card-faults';
import { MEASURES } from '../../src/domain/metrics/measures';
import type { DomainContext } from '../../src/domain/kernel/domain-context';
import { asked, AVIATION, written } from '../support/plans';
import { aGroup, DAY, START } from '../support/site';

const registry = registryOf(allCommands);
const LARGEST = 28 * 1024;
const ALL = {
  direction: 'pre-award',
  group: 'av3',
  notesDate: '2026-10-20',
  eadSuffices: 'no',
  techBlocked: 'true',
};

function sizeOf(outcome: Outcome, context: DomainContext): number {
  if (outcome.kind === 'refusal') throw new Error(outcome.refusal.code);
  const { content } = renderCard(outcome.reply.card, context);
  expect(faultsOfCard(content)).toEqual([]);
  return Buffer.byteLength(JSON.stringify(content));
}

/** A site of forty groups more, with long names, where many cases were closed and others are open. */
async function largeSite(talk: Conversation): Promise<void> {
  const name = 'Hazardous Material Information and Industrial Product Support Customer Operations';
  const more = Array.from({ length: 40 }, (_, nth) => ({ ...aGroup(`L2-${nth}`, 2, 'aviation'), name }));
  talk.directories.replaceGroups([...talk.directories.current().groups, ...more]);
  const reasons = ['backorder', 'expedite', 'quality', 'returns', 'order-status', 'other'];
  for (let made = 0; made < 30; made += 1) {
    const reason = reasons[made % 6] ?? 'other';
    const told = opened('av2', {
      details: details({ pr: `700000${1000 + made}`, reason, ipd: 1 + (made % 15) }),
    });
    const interim = { kind: 'interim-sent', text: 'Soon.', at: START + DAY } as const;
    const closed = { kind: 'closed', text: '', at: START + made * DAY } as const;
    await talk.hold(made < 20 ? aCase(told, interim, closed) : aCase(told));
  }
  talk.now = START + 40 * DAY;
}
/** A large site where every measure of an MSC has an open plan, its day past, with the longest names in it. */
async function plannedSite(talk: Conversation): Promise<void> {
  await largeSite(talk);
  for (const { key } of MEASURES) {
    const { state: plan } = asked({ measure: key }, await talk.plans.nextId());
    const long = written(plan, { who: '\u{1F469}'.repeat(120), what: 'xy'.repeat(1_000) });
    await talk.plans.insert({ id: plan.id, state: long, notifications: [] });
  }
  expect(await talk.plans.openFor(AVIATION)).toHaveLength(MEASURES.length);
}
const FIGURE = { scope: 'person:av2-agent', period: '2026-11-02..2026-12-11' };

const PLANNED_FIGURE = { ...FIGURE, scope: 'msc:aviation' };

/** What people see, each by the way that leads to the largest card of its kind. */
const WAYS: Readonly<Record<string, (talk: Conversation) => Promise<Outcome>>> = {
  help: (talk) => talk.say('av2-agent', 'help'),
  groups: (talk) => talk.say('av2-agent', 'groups'),
  'a new case with every field at fault': async (talk) => {
    const form = formOf(await talk.say('av2-agent', 'new case'));
    const ids = Object.keys(newCaseInputs());
    return talk.send('av2-agent', form, Object.fromEntries(ids.map((id) => [id, ''])));
  },
  'a new case like ten others': async (talk) => {
    for (let made = 0; made < 10; made += 1) {
      const told = opened('av2', {
        details: details({ pr: `700000${1000 + made}`, description: 'Long '.repeat(300) }),
      });
      await talk.hold(aCase(told));
    }
    const form = formOf(await talk.say('av2-agent', 'new case'));
    return talk.send(
      'av2-agent',
      form,
      newCaseInputs({ description: 'x'.repeat(4_000), problemNotes: 'y'.repeat(4_000) }),
    );
  },
  'a new case beside the longest customers': async (talk) => {
    for (let made = 0; made < 25; made += 1) {
      const contact = { name: '\u{1F469}'.repeat(40), email: `${made}${'x'.repeat(200)}@example.mil` };
      await talk.customers.record({ kind: 'DoDAAC', code: 'W25G1V' }, contact, {
        by: 'a',
        at: made,
        cause: 'c',
      });
    }
    const form = formOf(await talk.say('av2-agent', 'new case'));
    const texts = { description: 'x'.repeat(4_000), problemNotes: 'y'.repeat(4_000) };
    return talk.send('av2-agent', form, newCaseInputs({ ...texts, account: '' }));
  },
  'the whole checklist before award, with every item unmet': async (talk) => {
    const number = await talk.hold(aCase());
    const first = formOf(await talk.say('av2-agent', `escalate ${number}`));
    const form = formOf(await talk.send('av2-agent', first, ALL));
    return talk.send('av2-agent', form);
  },
  'the whole checklist before award, with the longest text at every item and justification': async (talk) => {
    const number = await talk.hold(aCase());
    const first = formOf(await talk.say('av2-agent', `escalate ${number}`));
    const form = formOf(await talk.send('av2-agent', first, ALL));
    const texts = form.sections
      .flatMap(({ fields }) => fields)
      .filter(({ id }) => /^(?:item|justification)\./u.test(id));
    const typed = Object.fromEntries(texts.map(({ id, maxLength }) => [id, 'x'.repeat(maxLength ?? 0)]));
    return talk.send('av2-agent', form, typed);
  },
  'metrics of a large site': async (talk) => {
    await largeSite(talk);
    return talk.press('av2-agent', 'metrics.show', FIGURE);
  },
  'metrics of a large site, each measure with a plan whose owner is called long (ME-8)': async (talk) => {
    await plannedSite(talk);
    return talk.press('analyst', 'metrics.show', PLANNED_FIGURE);
  },
  'a measure with a plan whose owner is called long (ME-8)': async (talk) => {
    await plannedSite(talk);
    return talk.press('analyst', 'metrics.measure', { ...PLANNED_FIGURE, measure: 'enterprise-crt' });
  },
  'the cases behind a figure, one page of several': async (talk) => {
    await largeSite(talk);
    return talk.press('av2-agent', 'metrics.cases', { ...FIGURE, measure: 'interim-response' });
  },
  'the open cases behind a figure': async (talk) => {
    await largeSite(talk);
    return talk.press('av2-agent', 'metrics.open', { ...FIGURE, sla: 'missed' });
  },
  'a queue that is cut': async (talk) => {
    for (let made = 0; made < 12; made += 1) {
      const told = opened('av2', {
        details: details({ pr: `700000${1000 + made}`, description: 'Long '.repeat(300) }),
      });
      await talk.hold(aCase(told));
    }
    return talk.say('av2-agent', 'queue');
  },
};

describe('A card made by a command', () => {
  it.each(Object.keys(WAYS))('is valid and can be shown by every client: %s', async (way) => {
    const talk = new Conversation(registry);
    const outcome = await WAYS[way]!(talk);
    expect(sizeOf(outcome, talk.context())).toBeLessThan(LARGEST);
  });
});
