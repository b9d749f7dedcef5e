import type { Subject } from '../../../src/cards/shared/subject';
import type { DomainContext } from '../../../src/domain/kernel/domain-context';
import { CLOCK_STAGES } from '../../../src/domain/kernel/notification';
import type { ClockStage } from '../../../src/domain/kernel/notification';
import type { RecordDelivery } from '../../../src/ports/record-delivery';
import { errandCard } from './errand.card';
import { errandType } from './errand-type';
import type { Errand } from './errand-type';

const WORDS: Readonly<Record<string, string>> = {
  asked: 'Errand asked for',
  ran: 'Errand run',
  'clock-warned': 'Errand due soon',
  'clock-missed': 'Errand missed',
  'clock-escalated': 'Errand taken up',
};

const isStage = (topic: string): topic is ClockStage => (CLOCK_STAGES as readonly string[]).includes(topic);

/** An errand as the shared cards show it. */
function subjectOf(errand: Errand, context: DomainContext): Subject {
  const { id, what, group, timeline } = errand;
  const open = { title: 'Open errand', verb: 'errand', data: { errand: id } };
  return {
    ref: { kind: 'errand', id },
    title: what,
    about: what,
    zone: context.calendars.ofGroup(group).zone,
    timeline,
    words: (index) => ({
      what: WORDS[timeline[index]?.kind ?? ''] ?? '',
      details: index === 0 ? [what] : [],
      formatted: false,
    }),
    clock: (key) => {
      const clock = errandType.clocks?.of(errand, context).find((one) => one.key === key);
      const owedBy = context.directory.group(group)?.name ?? group;
      const source = 'The rule of errands';
      return clock && { clock, source, owedBy, warnAt: 0.75, cures: [{ ...open, title: 'Ran it' }] };
    },
    clockName: () => 'Errand to be run',
    open,
  };
}

export const errandDelivery: RecordDelivery<Errand> = {
  topics: { asked: 'Errand', warning: 'Errand due soon', breach: 'Errand missed', escalation: 'Errand up' },
  card: ({ topic, clock = '', mentions }, errand, { context, late }) => {
    if (!isStage(topic)) return errandCard(errand);
    const subject = subjectOf(errand, context);
    return { card: 'alert', subject, clock, stage: topic, mentions, ...(late === undefined ? {} : { late }) };
  },
  preference: ({ topic }) => (isStage(topic) ? 'breaches' : 'work'),
  isStillTrue: (_notification, { state }) => state === 'open',
  subject: subjectOf,
  digestOrder: 9,
  digestList: { typed: 'errands' },
};
