import type { Lateness } from '../../domain/notifications/lateness';
import type { AlertDigest } from '../../domain/notifications/alert-digest';
import type { Case } from '../../domain/cases/case';
import type { Scorecard } from '../../domain/metrics/scorecard';
import type { WhatIf } from '../../domain/metrics/what-if';
import type { PersonId } from '../../domain/directory/directory';
import type { ActionPlan, PlanTopic } from '../../domain/plans/plan';
import type { SelfHelp } from '../../domain/policy/policy';
import type { Report } from '../../domain/reports/report';
import type { DomainContext } from '../../domain/kernel/domain-context';
import type { MeasureShown } from '../metrics/measure-shown';
import type { Button } from './button-view';
import type { Subject } from './subject';

export type { Button };

/** A person who is truly mentioned: `name` stands between `<at>` and `</at>` in the card's text. */
export interface Mention {
  readonly id: PersonId;
  readonly name: string;
}

/** What a presenter makes of a value: what the template reads, one plain line for the notification, and whom it mentions. */
export interface Presented {
  readonly view: object;
  readonly summary: string;
  readonly mentions?: readonly Mention[];
}

/** One input of a form. `value` is what was given or typed; `fault` what is wrong with it and what would be right. */
export interface Field {
  readonly id: string;
  readonly label: string;
  /** `search`: a choice among customers; the bot is asked for others as one types. */
  readonly kind: 'text' | 'long-text' | 'choice' | 'search' | 'radio' | 'date' | 'toggle';
  readonly required: boolean;
  readonly value: string;
  readonly hint?: string;
  readonly placeholder?: string;
  readonly maxLength?: number;
  /** The first and the last date (ISO) that a date field takes. */
  readonly min?: string;
  readonly max?: string;
  readonly choices?: readonly Choice[];
  readonly fault?: string;
}

/** One choice of a set: what is shown, and what is sent. */
export interface Choice {
  readonly title: string;
  readonly value: string;
}

/** A form: sections of fields and one button that sends it. What was typed stands in the fields' values. */
export interface Form {
  readonly title: string;
  readonly intro?: string;
  /** Shown above the fields in the color of attention: why it was not accepted. */
  readonly refused?: string;
  readonly sections: readonly {
    readonly title?: string;
    readonly text?: string;
    readonly fields: readonly Field[];
  }[];
  readonly selfHelp?: readonly SelfHelp[];
  /** Cases that look the same, shown before creation (rule CA-3). */
  readonly similar?: readonly ListRow[];
  readonly submit: Button;
  readonly others: readonly Button[];
}

/** One row of a list; its button opens it. */
export interface ListRow {
  readonly title: string;
  readonly subtitle: string;
  readonly facts: readonly string[];
  readonly tone: Tone;
  readonly button?: Button;
}

export type Tone = 'plain' | 'good' | 'warning' | 'attention';

/** Many clock alerts, with the worst as rows. */
export type AlertSummary = Omit<AlertDigest, 'worst'> & { readonly rows: readonly ListRow[] };

/** A card as a value: which template, and what of the domain it shows. The presenters write its text. */
export type CardValue =
  | { readonly card: 'form'; readonly form: Form }
  /** `audience` channel adds Claim and Assign with the members of the group; `viewer` is shown what they may do. */
  | {
      readonly card: 'case';
      readonly case: Case;
      readonly audience: 'person' | 'channel';
      readonly viewer?: PersonId;
      /** Whose channel the card is in: it has Claim and Assign while the case is that group's. */
      readonly group?: string;
      /** Shows the further actions instead of the first ones, if there are more than a card has room for. */
      readonly more?: true;
      readonly banner?: { readonly text: string; readonly tone: Tone };
    }
  | {
      readonly card: 'alert';
      /** A case, or any other record as the shared cards show it. */
      readonly case?: Case;
      readonly subject?: Subject;
      readonly clock: string;
      readonly stage: 'warning' | 'breach' | 'escalation';
      readonly mentions: readonly PersonId[];
      /** How late it was posted and why, if it was. */
      readonly late?: Lateness;
    }
  | {
      readonly card: 'referred-back';
      readonly case: Case;
      readonly entry: number;
      readonly mentions: readonly PersonId[];
    }
  | {
      readonly card: 'supervisors-asked';
      readonly case: Case;
      readonly entry: number;
      readonly mentions: readonly PersonId[];
    }
  | {
      readonly card: 'approval';
      readonly case: Case;
      /** Index of the `closing-asked` in the timeline. */
      readonly entry: number;
      readonly mentions: readonly PersonId[];
    }
  /** Every clock explained step by step, page by page from 1. */
  | { readonly card: 'clocks'; readonly case: Case; readonly page: number }
  /** Everything done on a case, in order and in full, page by page from 1. */
  | { readonly card: 'history'; readonly case?: Case; readonly subject?: Subject; readonly page: number }
  /** A card of a kind of record's own: its template, by its name in `cards/` or as it is, and what fills it. */
  | {
      readonly card: 'own';
      readonly template: string | object;
      readonly present: (context: DomainContext, room: number) => Presented;
    }
  /** Many breaches and warnings at once, worst first. */
  /** `late` where the alerts are posted later than they fell due: the most of them. */
  | { readonly card: 'digest'; readonly digest: AlertSummary; readonly late?: Lateness }
  | {
      readonly card: 'case-notification';
      readonly case: Case;
      readonly entry: number;
      readonly reader: PersonId;
    }
  | {
      readonly card: 'list';
      readonly title: string;
      readonly intro?: string;
      readonly rows: readonly ListRow[];
      readonly empty: string;
      readonly more?: string;
      readonly buttons: readonly Button[];
    }
  | {
      readonly card: 'help';
      readonly commands: readonly HelpRow[];
      readonly greeting?: string;
      readonly buttons: readonly Button[];
    }
  | {
      readonly card: 'message';
      readonly tone: Tone;
      readonly title: string;
      readonly text: string;
      readonly buttons: readonly Button[];
    }
  /** `plans` are the open action plans of the very scope, one per measure (rule ME-8). */
  | { readonly card: 'metrics'; readonly scorecard: Scorecard; readonly plans: readonly ActionPlan[] }
  /** `may`: its reader may write and close it. `told`: the topic of the notification. `page`: the page of its history, from 1. */
  | {
      readonly card: 'plan';
      readonly plan: ActionPlan;
      readonly may: boolean;
      readonly told?: PlanTopic;
      readonly page?: number;
    }
  /** A report with its links; without an address of the site there are none. */
  | {
      readonly card: 'report';
      readonly report: Report;
      readonly links?: {
        readonly page: string;
        readonly figures: string;
        readonly cases: string;
        readonly until: number;
      };
      /** Why it came: someone asked, the month ended, or a review (ISO date) is coming up. */
      readonly occasion:
        { readonly kind: 'asked' | 'monthly' } | { readonly kind: 'review'; readonly date: string };
      /** When it was due, if it comes late; epoch milliseconds. */
      readonly lateSince?: number;
    }
  | { readonly card: 'what-if'; readonly whatIf: WhatIf }
  /** One measure with its trend, its distribution and its parts. */
  | { readonly card: 'measure'; readonly shown: MeasureShown };

/** One line of the command table. */
export interface HelpRow {
  readonly area: string;
  readonly usage: string;
  readonly summary: string;
}

/** A command's answer when it did what was asked. It never sends; the bot does. */
export interface Reply {
  readonly card: CardValue;
}
