import { caseRows } from '../../commands/case-rows';
import { caseView } from '../../commands/case-view';
import { button } from '../../commands/fields';
import { ROWS_SHOWN, moreThan } from '../../commands/list-length';

/** Lists the other cases of a case's account, the open ones first, so that one answer serves them all (rule CA-3). */
export const customerCommand = caseView({
  verb: 'case.customer',
  title: 'Customer’s cases',
  typed: {
    words: ['customer cases', 'customer'],
    usage: 'customer CS0000001',
    summary: 'The other cases of the same account, the open ones first.',
    example: 'customer CS0000012',
  },
  show: async (current, _page, context) => {
    const { kind, code } = current.details.account;
    // The case itself may be among them, and one more says that there are others.
    const found = await context.cases.ofAccount(code, ROWS_SHOWN + 2);
    const others = found.filter(({ number }) => number !== current.number);
    return {
      card: 'list',
      title: `Other cases of ${kind} ${code}`,
      intro: `Beside ${current.number}; the open ones first, the newest before the older.`,
      rows: caseRows(others.slice(0, ROWS_SHOWN), context),
      empty: 'This account has no other case.',
      ...moreThan(others.length, `Find the others with \`find ${code}\` and some words.`),
      buttons: [button('Back', 'case.show', { case: current.number })],
    };
  },
});
