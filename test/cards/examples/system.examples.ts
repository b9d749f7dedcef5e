import type { Example } from '../../../src/cards/shared/presented';
import { reportedProblem } from '../../../src/cards/problems/problem-message';
import { problemType } from '../../../src/domain/problems/problem-type';
import { worldAt } from './example-context';

const PROBLEM = reportedProblem(
  problemType.evolve('PB0000012', [
    {
      kind: 'reported',
      by: 'nobody of the directory',
      name: 'Riley Stone',
      at: Date.parse('2026-11-24T09:05:00-05:00'),
      cause: 'c1',
      metIn: { kind: 'personal', conversationId: 'a:1' },
      reference: '7F3K',
      text: 'I pressed Escalate on CS0000009.\nThe card stayed, and then this came.',
    },
  ]),
  worldAt(),
);

/** Messages about the system itself. */
export const systemExamples: readonly Example<'message'>[] = [
  {
    name: 'training',
    context: { ...worldAt(), environment: 'training' },
    value: {
      card: 'message',
      tone: 'good',
      title: 'Aviation Supplier Operations was asked',
      text: "Request MR12 is waiting for a gatekeeper. You'll get a message in your personal chat with Casekeeper.",
      buttons: [{ title: 'Help', verb: 'help.show', data: {} }],
    },
  },
  {
    name: 'problem',
    context: worldAt(),
    value: PROBLEM,
  },
];
