import type { NoticeAddress } from '../cases/notices/notice';

/**
 * One outgoing message about a membership request (rule AC-3), of which no case knows: its id is made of request,
 * subject and addressee. Its card is made when it is sent, from the request as it is then.
 */
export interface RequestNotice {
  readonly id: string;
  readonly request: string;
  /** `asked` goes to who runs the group, `answered` to who asked. */
  readonly subject: 'asked' | 'answered';
  readonly to: Exclude<NoticeAddress, { kind: 'posts' | 'customer' }>;
  /** Epoch milliseconds of the change that made it. */
  readonly madeAt: number;
}
