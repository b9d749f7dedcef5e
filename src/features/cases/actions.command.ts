import { caseView } from '../../commands/cases/case-view';

/** The actions of a case that its card has no room for. */
export const actionsCommand = caseView({
  verb: 'case.actions',
  title: 'More actions',
  typed: {
    words: ['actions'],
    usage: 'actions CS0000001',
    summary: 'More things you can do with a case.',
    example: 'actions CS0000012',
  },
  show: (current, _page, { actor }) => ({
    card: 'case',
    case: current,
    audience: 'person',
    viewer: actor.id,
    more: true,
  }),
});
