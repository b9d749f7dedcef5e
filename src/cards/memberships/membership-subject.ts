import type { DomainContext } from '../../domain/kernel/domain-context';
import type { MembershipRequest } from '../../domain/memberships/membership';
import { NO_CLOCKS, type EntryWords, type Subject } from '../shared/subject';
import { askText } from './request-message';

/** A membership request as the shared cards show it. */
export function membershipSubject(request: MembershipRequest, context: DomainContext): Subject {
  const { id, group, timeline } = request;
  const title = askText(request, context);
  return {
    ref: { kind: 'membership', id },
    title,
    about: title,
    zone: context.calendars.ofGroup(group).zone,
    timeline,
    words: (index) => wordsOf(timeline[index], title),
    ...NO_CLOCKS,
    // Of one request the card is for who answers it alone.
    open: { title: 'Requests', verb: 'groups.requests', data: {} },
  };
}

function wordsOf(entry: MembershipRequest['timeline'][number] | undefined, asks: string): EntryWords {
  const said = (what: string, ...details: readonly string[]) => ({ what, details, formatted: false });
  if (entry?.kind === 'approved') return said('Approved');
  return entry?.kind === 'declined' ? said('Declined', entry.reason) : said(asks);
}
