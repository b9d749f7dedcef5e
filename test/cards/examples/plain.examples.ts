import type { Button, ListRow } from '../../../src/cards/shared/card-value';
import type { Example } from '../../../src/cards/shared/presented';
import { refusalText } from '../../../src/cards/shared/refusal-text';
import { refusal } from '../../../src/domain/kernel/refusal';
import { worldAt } from './example-context';

const open = (number: string): Button => ({ title: 'Open', verb: 'case.show', data: { case: number } });

export const ROWS: readonly ListRow[] = [
  {
    title: 'CS0000012 · Expedite request',
    subtitle: 'FB2823 · TSgt Dana Whitfield · 1560-01-234-5678',
    facts: ['Interim response missed 2 h ago', 'High', 'Unassigned'],
    tone: 'attention',
    button: open('CS0000012'),
  },
  {
    title: 'CS0000009 · Backorder',
    subtitle: 'FB2823 · MSgt Lee Conrad · 1560-01-234-5678',
    facts: ['Recurring quality status due Wed 25 Nov, 16:00 EST', 'Medium', 'Jordan Ellis'],
    tone: 'warning',
    button: open('CS0000009'),
  },
  {
    title: 'CS0000004 · Proof of delivery request',
    subtitle: 'N00189 · Pat Moreno',
    facts: ['Resolved', 'Low', 'Jordan Ellis'],
    tone: 'good',
    button: open('CS0000004'),
  },
];

/** Lists, full and empty. */
export const listExamples: readonly Example<'list'>[] = [
  {
    name: 'queue',
    context: worldAt(),
    value: {
      card: 'list',
      title: 'Queue of Aviation Customer Operations',
      intro: 'Open cases, the one that is due first on top.',
      rows: ROWS,
      empty: 'No open case.',
      more: '9 more. Type find and a word to narrow it.',
      buttons: [{ title: 'New case', verb: 'case.new', data: {} }],
    },
  },
  {
    name: 'members',
    context: worldAt(),
    value: {
      card: 'list',
      title: 'Members of Aviation Customer Operations',
      intro: 'av-l2 · 1 to 2 of 14',
      rows: [
        { title: 'Robin Hayes', subtitle: 'Gatekeeper', facts: ['robin.hayes@example.mil'], tone: 'plain' },
        {
          title: 'Morgan Reed',
          subtitle: 'Gatekeeper and supervisor',
          facts: ['morgan.reed@example.mil'],
          tone: 'plain',
        },
      ],
      empty: 'This group has no members.',
      buttons: [
        { title: 'More', verb: 'groups.members', data: { group: 'av-l2', shown: '2' } },
        { title: 'Add member', verb: 'groups.add-member', data: { group: 'av-l2' } },
        { title: 'Change role', verb: 'groups.change-role', data: { group: 'av-l2' } },
        { title: 'Remove member', verb: 'groups.remove-member', data: { group: 'av-l2' } },
        { title: 'Group history', verb: 'groups.history', data: { group: 'av-l2' } },
      ],
    },
  },
  {
    name: 'group-history',
    context: worldAt(),
    value: {
      card: 'list',
      title: 'History of Aviation Customer Operations',
      intro: 'Latest first: 1 to 2 of 2.',
      rows: [
        {
          title: 'Jordan Ellis: removed, was agent',
          subtitle: 'Moved to Supplier Operations',
          facts: ['Morgan Reed', '24 Nov 2026, 13:00 EST', 'Open cases left for the gatekeeper'],
          tone: 'plain',
        },
        {
          title: 'Robin Hayes: gatekeeper, was agent',
          subtitle: 'Changed by the directory file.',
          facts: ['Directory file', '2 Nov 2026, 09:00 EST'],
          tone: 'plain',
        },
      ],
      empty: 'No changes since the directory was loaded.',
      buttons: [{ title: 'Members', verb: 'groups.members', data: { group: 'av-l2' } }],
    },
  },
  {
    name: 'groups',
    context: worldAt(),
    value: {
      card: 'list',
      title: 'Assignment groups',
      rows: [
        {
          title: 'Aviation Supplier Operations',
          subtitle: 'av-l3',
          facts: ['Level 3', 'Aviation', 'BP-AV-03'],
          tone: 'plain',
        },
        { title: 'Program office', subtitle: '', facts: [], tone: 'plain' },
      ],
      empty: 'No groups.',
      buttons: [],
    },
  },
  {
    name: 'nothing',
    context: worldAt(),
    value: {
      card: 'list',
      title: 'My cases',
      rows: [],
      empty: 'Nothing is assigned to you. Type queue to see what waits in your group.',
      buttons: [],
    },
  },
];

const COMMANDS = [
  { area: 'Cases', usage: 'new case', summary: 'Opens the form for a new case.' },
  { area: 'Cases', usage: 'case CS0000001', summary: 'Shows a case with its clocks and what can be done.' },
  { area: 'Cases', usage: 'my cases', summary: 'Lists the cases that are assigned to you.' },
  { area: 'Escalation', usage: 'escalate CS0000001', summary: 'Opens the checklist for Level 2 or Level 3.' },
  { area: 'Metrics', usage: 'metrics <group or MSC> <period>', summary: 'Figures beside their goals.' },
];

/** Help, on request and at a first meeting. */
export const helpExamples: readonly Example<'help'>[] = [
  {
    name: 'greeting',
    context: worldAt(),
    value: {
      card: 'help',
      commands: COMMANDS,
      greeting:
        'Hello, I am Casekeeper. I keep customer cases, their clocks and their notes.\nType new case to begin.',
      buttons: [
        { title: 'New case', verb: 'case.new', data: {} },
        { title: 'My cases', verb: 'cases.mine', data: {} },
      ],
    },
  },
  { name: 'short', context: worldAt(), value: { card: 'help', commands: COMMANDS.slice(3), buttons: [] } },
];

/** Short answers in every tone. */
export const messageExamples: readonly Example<'message'>[] = [
  {
    name: 'refused',
    context: worldAt(),
    value: {
      card: 'message',
      tone: 'attention',
      ...refusalText(
        refusal('already-assigned', {
          number: 'CS0000012',
          assignee: 'Kim Larsen',
          at: 'Tue 24 Nov, 08:20 EST',
        }),
      ),
      buttons: [open('CS0000012')],
    },
  },
  {
    name: 'unknown',
    context: worldAt(),
    value: {
      card: 'message',
      tone: 'warning',
      ...refusalText(refusal('no-such-command', { line: 'escallate 12' })),
      buttons: [
        { title: 'escalate CS…', verb: 'case.escalate', data: {} },
        { title: 'help', verb: 'help.show', data: {} },
      ],
    },
  },
  {
    name: 'done',
    context: worldAt(),
    value: {
      card: 'message',
      tone: 'good',
      title: 'This channel is connected',
      text: 'Cards of Aviation Supplier Operations will be posted here.',
      buttons: [],
    },
  },
  {
    name: 'plain',
    context: worldAt(),
    value: {
      card: 'message',
      tone: 'plain',
      title: 'note CS0000001 <text>',
      text: 'Adds a note.\nExample: note CS0000012 Called the depot.',
      buttons: [],
    },
  },
];
