import type { Notification } from '../../domain/kernel/notification';
import type { DomainContext } from '../../domain/kernel/domain-context';
import { answersRequests } from '../../domain/directory/who-runs';
import type { MembershipRequest } from '../../domain/memberships/membership';
import type { DigestRow, RecordDelivery } from '../../ports/record-delivery';
import { answerMessage, requestMessage } from './request-message';
import { membershipSubject } from './membership-subject';

const messageOf = ({ topic }: Notification) => (topic === 'asked' ? requestMessage : answerMessage);

/** How notifications about membership requests are delivered. Their cards are not kept: a late press says who answered first. */
export const membershipDelivery: RecordDelivery<MembershipRequest> = {
  topics: { asked: 'Membership requested', answered: 'Membership request answered' },
  card: (notification, request, { context }) => messageOf(notification)(request, context),
  preference: () => 'needed',
  subject: membershipSubject,
  isStillTrue: ({ topic }, { answer }) => topic !== 'asked' || answer === undefined,
  // Who no longer answers requests for the group (rule AC-3).
  isForFormer: ({ topic }, id, { group: key }, { directory }) => {
    const group = directory.group(key);
    const reader = directory.person(id);
    return (
      topic === 'asked' && group !== undefined && reader !== undefined && !answersRequests(reader, group)
    );
  },
  digestRow,
  digestOrder: 0,
  digestList: { typed: 'requests' },
};

function digestRow(
  notification: Notification,
  request: MembershipRequest,
  _reader: string,
  context: DomainContext,
): DigestRow {
  const { title, text, tone } = messageOf(notification)(request, context);
  const isOpen = notification.topic === 'asked' && request.answer === undefined;
  const button = { title: 'Requests', verb: 'groups.requests', data: {} };
  return { isNeeded: true, row: { title, subtitle: text, facts: [], tone, ...(isOpen ? { button } : {}) } };
}
