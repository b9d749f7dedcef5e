import type { Priority } from '../cases/details/details';
import type { Direction } from '../cases/timeline';
import type { ClockKind } from '../cases/clocks/clock-key';
import type { Msc } from '../directory/directory';

/** Where a figure comes from: the paragraph of the text, and the day from which it holds (ISO date). */
export interface Source {
  readonly source: string;
  readonly from: string;
}

/** From which IPD to which (both included) a priority band reaches at a level (rules CK-3, CK-7). */
interface Band extends Source {
  readonly first: number;
  readonly last: number;
}

/** A timeframe in business days, not to exceed. */
export interface Timeframe extends Source {
  readonly days: number;
}

/** When a conditional checklist item is asked for. */
type Condition =
  | 'always'
  | 'pre-award'
  | 'post-award'
  | 'tech-blocked' // the PR is tech-blocked
  | 'site-issue'; // Distribution: the cause is at a site

/** One line of an escalation checklist (rules ES-2 to ES-4). `meets` says what would meet it, shown at the field. */
export interface ChecklistItem extends Source {
  readonly key: string;
  readonly rule: string;
  readonly label: string;
  readonly when: Condition;
  readonly meets: string;
  /** A finding as one would be written, said where what was given is none. */
  readonly example?: string;
  /** It asks how many there are: a number alone is a finding. */
  readonly quantity?: true;
  /** Free text unless the item is about the latest note (ES-8: its date, or none). */
  readonly input: 'finding' | 'latest-note';
}

/** One priority's timeframes of a table. */
type ByPriority = Readonly<Record<Priority, Timeframe>>;
type ByIpg = Readonly<Record<'I' | 'II' | 'III' | 'other', Timeframe>>;

/** A goal: so many percent within so many business days. */
export interface Goal extends Source {
  readonly percent: number;
  readonly days: number;
}

/** A self-help resource that the customer is advised of (rule CA-4). */
export interface SelfHelp {
  readonly title: string;
  readonly url: string;
  readonly text: string;
}

/** How a number of the system of record looks, once blanks, hyphens, prefix, and leading zeros are off (rule ES-6). */
export interface NumberForm extends Source {
  /** The fewest and the most characters. */
  readonly min: number;
  readonly max: number;
  /** Whether letters are part of it. */
  readonly letters: boolean;
}

/** The policy that holds from a day on, every figure with its source. A site overrides any of it by `POLICY_FILE`. */
export interface Policy extends Source {
  readonly name: string;
  readonly bands: Readonly<Record<2 | 3, Readonly<Record<Priority, Band>>>>;
  readonly clocks: {
    readonly assignment: { readonly 2: ByPriority; readonly 3: ByPriority };
    /** At Level 3 of a case that is not pre-award: the text gives no time, a site may (rule AS-2). */
    readonly assignmentPostAward?: ByPriority;
    readonly interimResponse: ByPriority;
    readonly recurringStatus: ByPriority;
    readonly initialUpdate: ByPriority;
    readonly recurringUpdate: ByPriority;
    readonly parFollowUp: ByIpg;
    readonly parClosure: Timeframe;
    readonly resolutionEnterprise: Timeframe;
    readonly resolutionLevel2And3: Timeframe;
  };
  /** The forms of purchase request and Post Award Request numbers (rule ES-6). */
  readonly numbers: { readonly pr: NumberForm; readonly par: NumberForm };
  /** Share of a clock's time after which it warns, 0 to 1 (rule CK-11). */
  readonly warnAt: number;
  readonly noteCurrencyDays: number;
  readonly longLeadDays: number;
  readonly checklists: Readonly<Record<Msc, Readonly<Record<Direction, readonly ChecklistItem[]>>>>;
  /** The MSCs in which an agent takes a case themself (rule AS-1). */
  readonly selfAssignment: readonly Msc[];
  /** The Distribution Centers of the site, one of which is chosen for a site issue (rules ES-3 f, ES-12). */
  readonly distributionCenters: readonly { readonly key: string; readonly name: string }[];
  readonly actionTypes: readonly string[];
  readonly justifications: readonly {
    readonly key: string;
    readonly label: string;
    /** The number asked for with this kind, e.g. "Tail number". */ readonly number?: string;
  }[];
  readonly reasons: Readonly<Record<string, string>>;
  readonly selfHelp: readonly SelfHelp[];
  /** Closures that the site adds for all groups, ISO dates with names. */
  readonly closures: readonly { readonly date: string; readonly name: string }[];
  readonly goals: {
    readonly enterpriseCrt: Goal;
    readonly level2And3Crt: Goal;
    readonly level2Assignment: { readonly percent: number } & Source;
    readonly interimResponse: { readonly percent: number } & Source;
    readonly level3Timeliness: { readonly percent: number } & Source;
    readonly satisfaction: { readonly percent: number } & Source;
  };
  /** How long a notification is tried before it is given up, in hours. */
  readonly giveUpAfterHours: number;
  /** How long a notification that has no address or was given up is kept, in days. */
  readonly noticesExpireAfterDays: number;
  /** The further time after a breach was told, until it is taken to the next level up from the group (rule CK-11). */
  readonly alertEscalation: Timeframe;
  /** By how many minutes a warning or breach is posted late before its card says so. */
  readonly lateNoticeMinutes: number;
  /** From how many cases warned or missed at once a conversation gets one digest instead of a card each (rule CK-11). */
  readonly bulkThreshold: { readonly cases: number } & Source;
  /** For how many days after the question the customer may answer it (rule CL-7). */
  readonly satisfactionAnswer: { readonly days: number } & Source;
  /** For how many days after it was posted the links of a report can be opened. */
  readonly reportLinks: { readonly days: number } & Source;
  /** How long before an Agency Performance Review its figures are ready, in business days (rule ME-9). */
  readonly reviewFigures: Timeframe;
}

/** Policies by the day from which they hold. A case is measured by the one in force when it was opened (rule RE-3). */
export interface Policies {
  readonly all: readonly Policy[];
  at(instant: number): Policy;
}

/** Which rule each clock keeps and how it is called on cards. */
export const CLOCK_NAMES: Readonly<Record<ClockKind, { readonly name: string; readonly rule: string }>> = {
  assignment: { name: 'Assignment', rule: 'AS-2' },
  'interim-response': { name: 'Interim response', rule: 'CK-1' },
  'recurring-status': { name: 'Recurring quality status', rule: 'CK-2' },
  'initial-update': { name: 'Initial quality status update', rule: 'CK-5' },
  'recurring-update': { name: 'Recurring status update', rule: 'CK-6' },
  'par-follow-up': { name: 'PAR follow-up', rule: 'CK-8' },
  'par-closure': { name: 'Closure after completed PAR', rule: 'CK-9' },
  'resolution-enterprise': { name: 'Case resolution (enterprise)', rule: 'CK-10' },
  'resolution-level-2-and-3': { name: 'Case resolution (Level 2 and 3)', rule: 'CK-10' },
};
