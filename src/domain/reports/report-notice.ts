import type { PersonId } from '../directory/directory';

/** A conversation that a report is posted in, as it is reached: a channel or a group chat. */
interface Conversation {
  readonly conversationId: string;
  readonly serviceUrl: string;
  readonly tenantId?: string;
  readonly kind: 'personal' | 'channel';
}

/**
 * One outgoing report (rules ME-7, ME-9). Its id is made of the report order and the month, so that none is made twice; its
 * card is made of the figures when it is sent.
 */
export interface ReportNotice {
  readonly id: string;
  /** The report order. */
  readonly report: string;
  readonly subject: 'monthly' | 'review';
  /** "2026-10" */
  readonly month: string;
  /** When it should be there, epoch milliseconds. */
  readonly dueAt: number;
  readonly to:
    | { readonly kind: 'person'; readonly person: PersonId }
    | { readonly kind: 'conversation'; readonly address: Conversation };
  /** Epoch milliseconds of the change that made it. */
  readonly madeAt: number;
}
