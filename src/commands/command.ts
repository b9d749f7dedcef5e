import type { Form, Reply } from '../cards/shared/card-value';
import type { Refusal } from '../domain/kernel/refusal';
import type { Person } from '../domain/directory/directory';
import type { DomainContext } from '../domain/kernel/domain-context';
import type { Metrics } from '../ports/metrics';
import type { ApiKeyRegister } from '../ports/api-keys';
import type { CaseRepository } from '../ports/cases';
import type { Address } from '../ports/conversations';
import type { DirectoryRegister } from '../ports/directories';
import type { LinkService } from '../ports/links';
import type { MembershipRepository } from '../ports/memberships';
import type { ProblemRepository } from '../ports/problems';
import type { DeadLetterService } from '../ports/dead-letters';
import type { CustomerRepository } from '../ports/customers';
import type { Pictures } from '../ports/pictures';
import type { NotificationService } from '../ports/notification-settings';
import type { PlanRepository } from '../ports/plans';
import type { RecordService } from '../ports/record-service';
import type { ReportService } from '../ports/reports';
import type { z } from 'zod/v4';

/** What Teams' clients run on, as they say it themselves: not every client draws everything. */
export const PLATFORMS = ['windows', 'mac', 'web', 'ios', 'android'] as const;
export type Platform = (typeof PLATFORMS)[number];

/** Where the command was given. */
export interface Place {
  readonly kind: 'personal' | 'channel' | 'group-chat';
  readonly address: Address;
}

/** What a typed line, a button or a dialog becomes; one value whatever the door. Inputs are strings, never trusted. */
export interface Invocation {
  readonly verb: string;
  readonly input: Readonly<Record<string, string>>;
  /** The form of the command was sent (not only opened): faults are shown. */
  readonly submitted: boolean;
}

/** Who, where, when, and what a command may use. */
export interface CommandContext extends DomainContext {
  readonly actor: Person;
  readonly place: Place;
  /** What the person's client runs on, if it says so. */
  readonly platform?: Platform;
  /** Id of the activity, for handling one that comes twice once. */
  readonly cause: string;
  readonly cases: CaseRepository;
  readonly records: RecordService;
  readonly directories: DirectoryRegister;
  readonly apiKeys: ApiKeyRegister;
  readonly memberships: MembershipRepository;
  readonly deadLetters: DeadLetterService;
  readonly problems: ProblemRepository;
  readonly customers: CustomerRepository;
  readonly notifications: NotificationService;
  readonly metrics: Metrics;
  readonly plans: PlanRepository;
  readonly reports: ReportService;
  readonly pictures: Pictures;
  readonly links: LinkService;
  /** All commands, for help. */
  readonly commands: readonly AnyCommand[];
  /** Called when a case or a request was saved, so its notifications are sent right away; without it they wait for the next sweep. */
  readonly saved?: (number: string) => void;
}

/** Who asks, and what a question is read with. */
export type Asker = Pick<CommandContext, 'actor' | 'directory' | 'now'>;

export type Outcome =
  { readonly kind: 'reply'; readonly reply: Reply } | { readonly kind: 'refusal'; readonly refusal: Refusal };

/** How a command is typed. */
export interface Typed {
  /** The words that begin it, lower case, the longest first: ["new case", "create case"]. */
  readonly words: readonly string[];
  /** "note CS0000001 <text>" */
  readonly usage: string;
  readonly summary: string;
  /** What `help <command>` adds: an example and hints. */
  readonly example: string;
  /** What more `help <command>` says. */
  readonly hint?: string;
  /** The input that takes a person's own words, which may name other cases and end as they like: `text`, `why`. */
  readonly freeText?: string;
  /** How many records the line names, if more than one: two to link. */
  readonly records?: number;
  /** The input whose bold, italic, lists and links are kept, and how many characters it may have with their marks. */
  readonly formatted?: { readonly field: string; readonly max: number };
  /** Reads what stands after the words into inputs. */
  read(rest: string): Record<string, string>;
  /**
   * Reads a line that starts with no command, if it is a plain question to this one; undefined for any other, so it is
   * answered with the nearest commands.
   */
  question?(line: string, asker: Asker): Record<string, string> | undefined;
}

/**
 * One thing that a person can do. `schema` validates the inputs; if it fails on a command that was typed or opened,
 * `form` asks for what is missing with what was given; on one that was sent, the form comes back with each fault at its field.
 */
export interface Command<Input> {
  readonly verb: string;
  /** Verbs it had before: buttons of cards that were sent then still have them. */
  readonly formerVerbs?: readonly string[];
  /** The title of its button. */
  readonly title: string;
  readonly area: string;
  /** People who are not in the directory may use it too: help, hello, join and the report of a problem alone. */
  readonly openToAll?: true;
  /**
   * It changes something whose record keeps no cause, so that its answer is kept a while for a second press of the same
   * form (rule CA-11). That it is done once is held by the record itself.
   */
  readonly keepsAnswer?: true;
  /**
   * What it does goes to the customer: it runs only from its form, which shows what goes. A line or a button opens the form
   * with what was given in it.
   */
  readonly reachesCustomer?: true;
  readonly typed?: Typed;
  readonly schema: z.ZodType<Input>;
  /**
   * Opens the form with the values given so far. A refusal if the person may not, or the state forbids it.
   * `reopening` after a sent form was refused: permission and state are not checked again, so nothing typed is lost.
   */
  form?(
    given: Readonly<Record<string, string>>,
    context: CommandContext,
    reopening?: boolean,
  ): Form | Refusal | Promise<Form | Refusal>;
  run(input: Input, context: CommandContext): Outcome | Promise<Outcome>;
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the registry holds commands of every input
export type AnyCommand = Command<any>;

export const reply = (card: Reply['card']): Outcome => ({ kind: 'reply', reply: { card } });
/** The answer that something was done. */
export const replyDone = (
  done: Omit<Extract<Reply['card'], { card: 'message' }>, 'card' | 'tone'>,
): Outcome => reply({ card: 'message', tone: 'good', ...done });
export const refuse = (refusal: Refusal): Outcome => ({ kind: 'refusal', refusal });
