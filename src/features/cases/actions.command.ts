import { caseView } from '../../commands/cases/case-view';

/** The further actions of a case, where its card has no room for all of them. */
export const actionsCommand = caseView({
  verb: 'case.actions',
  title: 'More actions',
  typed: {
    words: ['actions'],
    usage: 'actions CS0000001',
    summary: 'What else can be done with a case, where its card has no room for all.',
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
