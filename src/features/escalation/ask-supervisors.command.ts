import { caseAction } from '../../commands/cases/case-action';
import { clockNames } from '../../cards/cases/clock-text';
import type { CommandContext } from '../../commands/command';
import { longText, oneSection } from '../../commands/forms/fields';
import { shorten } from '../../commands/shorten';
import type { Case } from '../../domain/cases/case';
import { instantIn } from '../../domain/kernel/text/iso-date';
import { decideAskSupervisors, lateLevel3 } from '../../domain/cases/escalation/decide-ask-supervisors';

/** Level 2 asks the supervisors of both groups for help if Level 3 missed its time (rule L3-3). */
export const askSupervisorsCommand = caseAction({
  action: 'case.ask-supervisors',
  area: 'Level 3',
  typed: {
    words: ['escalate to supervisors', 'ask supervisors'],
    usage: 'ask supervisors CS0000001',
    summary: "Level 2: asks both groups' supervisors for help if Level 3 missed a clock.",
    example: 'ask supervisors CS0000012',
    freeText: 'text',
  },
  precondition: (current, context) => {
    const late = lateLevel3(current, context);
    return late.ok ? undefined : late.refusal;
  },
  form: (current, given, context) => {
    const late = lateLevel3(current, context);
    const names = late.ok ? clockNames(late.value.missed.map(({ key }) => key)) : '';
    return {
      title: `Ask the supervisors about ${current.number}`,
      intro: `${names === '' ? '' : `Level 3 missed: ${names}. `}The supervisors of both groups are notified in their personal chats and in the Level 3 channel.${askedText(current, context)}`,
      sections: oneSection(
        longText(given, 'text', 'What is needed', {
          required: true,
          hint: 'What you need from Level 3, and by when.',
        }),
      ),
    };
  },
  decide: decideAskSupervisors,
  confirmation: () => 'The supervisors of both groups have been asked. Your request is in the notes.',
});

/** Whether they were already asked since Level 3 got the case: by whom, when, and for what. */
function askedText({ timeline, group }: Case, { calendars, directory }: CommandContext): string {
  const since = timeline.findLastIndex(({ kind }) => kind === 'escalated' || kind === 'reassigned');
  const asked = timeline.slice(since + 1).findLast((entry) => entry.kind === 'supervisors-asked');
  if (asked === undefined) return '';
  const who = directory.person(asked.by)?.name ?? 'Someone who left';
  return `\n${who} already asked them on ${instantIn(calendars.ofGroup(group).zone, asked.at)}: “${shorten(asked.text, 200)}” Ask again only if you need something new.`;
}
