import type { ClockKey } from './clocks/clock-key';
import type { Actor, Entry as KernelEntry, Where } from '../kernel/entry';
import type { Level, Msc, PersonId } from '../directory/directory';
import type { Degree } from './satisfaction/degree';
import type { AssigneeLeft } from './left/left-entry';
import type { Correction } from './corrections/corrected-value';
import type { CaseDetails, Contact } from './details/details';
import type { Level3Response } from './level-3/level-3-response';
import type { MessageMethod } from './messages/message-method';

/** Where a case came from (rule CA-1). */
export type Origin = 'level-1' | 'level-2' | 'customer-system';

/** The directions of an escalation: to Level 2, and to Level 3 before or after award or for a site issue (rule ES-12). */
export type Direction = 'level-1-to-2' | 'pre-award' | 'post-award' | 'distribution-center';

/** One item of a checklist as verified: which, and what the agent found (rule ES-11). */
export interface Finding {
  readonly item: string;
  readonly label: string;
  readonly finding: string;
}

/** A Post Award Request as it stands on a case (rules ES-10, CK-8). */
export interface Par {
  readonly number: string;
  readonly kind: 'status' | 'other';
  /** Issue Priority Group; `other` is "all others" of the post-award table. */
  readonly ipg: 'I' | 'II' | 'III' | 'other';
}

/** What happened, without who and when. */
export type CaseEvent =
  | {
      readonly kind: 'opened';
      readonly origin: Origin;
      readonly level: Level;
      readonly group: string;
      readonly assignee?: PersonId;
      readonly details: CaseDetails;
      readonly linkedTo?: readonly string[];
      /** The SHA-256 of the request of a customer's system, by which the same one is known when it comes again. */
      readonly requestDigest?: string;
    }
  | { readonly kind: 'assigned'; readonly to: PersonId; readonly how: 'claimed' | 'assigned' | 'taken' }
  | {
      readonly kind: 'reassigned';
      readonly group: string;
      readonly level: Level;
      readonly to?: PersonId;
      /** The MSC that the case takes with a group of another; entries of before this was kept do not say (rule ES-1). */
      readonly msc?: Msc;
      readonly why: string;
    }
  | { readonly kind: 'noted'; readonly text: string }
  | {
      readonly kind: 'escalated';
      readonly direction: Direction;
      readonly group: string;
      readonly level: Level;
      readonly action: string;
      readonly findings: readonly Finding[];
      readonly justification: readonly Finding[];
      readonly nsn?: string;
      readonly pr?: string;
      /** The requisition that a site issue is about, where the escalation fills it (rule ES-12). */
      readonly requisition?: string;
      readonly par?: Par;
      /** The name of the Distribution Center that was asked by email, where the cause is at a site (rules ES-3 f and g, ES-12). */
      readonly distributionCenter?: string;
    }
  /** `word` is absent where it was recorded without saying how. */
  | { readonly kind: 'interim-sent'; readonly text: string; readonly word?: MessageMethod }
  | { readonly kind: 'status-sent'; readonly text: string; readonly word?: MessageMethod }
  | {
      readonly kind: 'quality-update';
      readonly bluf: string;
      readonly quotes?: string;
      readonly dateKind: 'ESD' | 'EAD';
      readonly date: string;
    }
  | {
      readonly kind: 'referred-back';
      readonly group: string;
      readonly to?: PersonId;
      readonly msc?: Msc;
      readonly missing: readonly string[];
      readonly text: string;
      readonly supervisors: readonly PersonId[];
    }
  /** Level 2 takes the case back from Level 3 without an answer (rule L3-2). */
  | {
      readonly kind: 'recalled';
      readonly group: string;
      readonly to?: PersonId;
      readonly msc?: Msc;
      readonly why: string;
    }
  | {
      readonly kind: 'responded';
      readonly response: Level3Response;
      /** Where it went back to; absent while it stays with Level 3 (pre-award, a delay of 45 days or less). */ readonly group?: string;
      readonly to?: PersonId;
      readonly msc?: Msc;
    }
  /** `references` is the number of the PAR whose answer was inadequate (rule CL-4). */
  | { readonly kind: 'par-submitted'; readonly par: Par; readonly references?: string }
  /** `supervisors` are told of an inadequate answer (rule CL-4). A later judgement of the same PAR is a new entry. */
  | {
      readonly kind: 'par-completed';
      readonly number: string;
      readonly adequate: boolean;
      readonly text: string;
      readonly supervisors?: readonly PersonId[];
    }
  /**
   * `resolution` is a key of `RESOLUTIONS`, where it was stated (rule CL-1); `date` the ISO date until which the customer
   * waits, where they were given one (rule CL-5).
   */
  | {
      readonly kind: 'resolved';
      readonly notes: string;
      readonly resolution?: string;
      readonly date?: string;
    }
  /** `text` is the final resolution as it goes to the customer; `longLead` why it is closed anyway (rule CL-5). */
  | {
      readonly kind: 'closed';
      readonly text: string;
      readonly word?: MessageMethod;
      readonly longLead?: {
        readonly reason: string;
        readonly alternative?: string;
        /** Who asked for the approval; absent where a supervisor closed it themself. */
        readonly askedBy?: PersonId;
      };
    }
  /** The Distribution Center answered (rule ES-3 g). */
  | { readonly kind: 'dc-answered'; readonly center: string; readonly text: string }
  /** Level 2 asks the supervisors of both groups, because Level 3 missed the time of these clocks (rule L3-3). */
  | {
      readonly kind: 'supervisors-asked';
      readonly group: string;
      readonly clocks: readonly ClockKey[];
      readonly supervisors: readonly PersonId[];
      readonly text: string;
    }
  | { readonly kind: 'clock-warned'; readonly clock: ClockKey; readonly dueAt: number }
  | { readonly kind: 'clock-missed'; readonly clock: ClockKey; readonly dueAt: number }
  /** A document as a link (rule AS-4); `url` is as `readLink` gave it. */
  | { readonly kind: 'attached'; readonly url: string; readonly title?: string }
  /** The follow-up on an open PAR (rule CK-8). */
  | { readonly kind: 'par-followed-up'; readonly number: string; readonly text: string }
  /**
   * An open PAR whose answer is no longer wanted (rule CL-8). `supervisors` are told where it followed an inadequate
   * answer, which keeps the case open no longer (rule CL-4).
   */
  | {
      readonly kind: 'par-withdrawn';
      readonly number: string;
      readonly why: string;
      readonly supervisors?: readonly PersonId[];
    }
  /** Level 2 asks its supervisors to close a case whose customer waits until `until`, an ISO date (rule CL-5). */
  | {
      readonly kind: 'closing-asked';
      readonly text: string;
      /** How the final resolution goes once it is approved. */
      readonly word?: MessageMethod;
      readonly reason: string;
      readonly alternative?: string;
      readonly until: string;
      readonly supervisors: readonly PersonId[];
    }
  | { readonly kind: 'closing-declined'; readonly why: string }
  | { readonly kind: 'reopened'; readonly why: string }
  | AssigneeLeft
  /** A message whose email was refused or not sent, given again; `of` is the index of the entry that it repeats. */
  | {
      readonly kind: 'word-repeated';
      readonly of: number;
      readonly text: string;
      readonly word: MessageMethod;
    }
  /** The mail server accepted the email of the entry at index `of`. */
  | { readonly kind: 'mail-sent'; readonly of: number }
  /** It will not be sent: refused by the mail server (`said` are its words), or given up after days of trying. */
  | {
      readonly kind: 'mail-refused';
      readonly of: number;
      readonly why: 'refused' | 'given-up';
      readonly said?: string;
    }
  /** It stays unsent while the site has no mail server; once there is one it is sent, and `mail-sent` follows (rule CK-1). */
  | { readonly kind: 'mail-not-sent'; readonly of: number }
  /** A missed clock that nobody cured or acknowledged is taken to the next level up from the group that owes it (rule CK-11). */
  | {
      readonly kind: 'clock-escalated';
      readonly clock: ClockKey;
      readonly dueAt: number;
      readonly people: readonly PersonId[];
    }
  /** Somebody acknowledged these missed clocks: their escalation stops (rule CK-11). */
  | { readonly kind: 'breach-acknowledged'; readonly clocks: readonly ClockKey[] }
  /** The same matter stands on another case too; that case has the same entry about this one (rule CA-3). */
  | { readonly kind: 'linked'; readonly to: string; readonly why: string }
  /** The contact was corrected on their record; messages to the customer go to the corrected address from now on (rule AC-1). */
  | {
      readonly kind: 'contact-corrected';
      readonly from: Contact;
      readonly to: Contact;
      readonly why: string;
    }
  /** What was recorded of the case was wrong: what it was, what it is, and why (rule CA-10). */
  | { readonly kind: 'case-corrected'; readonly changes: readonly Correction[]; readonly why: string }
  /** The customer is asked by email how satisfied they are (rule CL-7); the link is made when it leaves. */
  | { readonly kind: 'satisfaction-asked'; readonly to: string; readonly subject: string }
  /** The customer's answer (rule CL-7). `supervisors` are told where they are dissatisfied. */
  | {
      readonly kind: 'satisfaction-answered';
      readonly degree: Degree;
      readonly comment?: string;
      readonly supervisors: readonly PersonId[];
    };

export type { Actor, Where };

/** One entry of a case's timeline. */
export type Entry = KernelEntry<CaseEvent>;
export type EntryOf<K extends CaseEvent['kind']> = Extract<Entry, { kind: K }>;
