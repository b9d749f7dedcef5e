import { DEFAULT_ZONE } from '../calendar/site-calendars';
import type { Directory } from '../directory/directory';

/** What a metric is asked of: everything, an MSC, an assignment group or a person (rule ME-6); `name` is its name in words. */
export type Scope =
  | { readonly kind: 'enterprise'; readonly name: string }
  | { readonly kind: 'msc'; readonly key: string; readonly name: string }
  | { readonly kind: 'group'; readonly key: string; readonly name: string }
  | { readonly kind: 'person'; readonly key: string; readonly name: string };

/** A scope whose figures everyone may see: reports and action plans are of these, never of one person (rules ME-7, ME-8). */
export type SharedScope = Exclude<Scope, { readonly kind: 'person' }>;

/** A period [from, before) in epoch milliseconds, and its name in words ("October 2026"). */
export interface Period {
  readonly from: number;
  readonly before: number;
  readonly name: string;
}

/** One measure and its goal. */
export interface Measure {
  readonly key:
    | 'enterprise-crt'
    | 'level-2-and-3-crt'
    | 'satisfaction'
    | 'level-2-assignment'
    | 'interim-response'
    | 'level-3-assignment'
    | 'level-3-initial-update'
    | 'level-3-recurring-update';
  readonly name: string;
  readonly rule: string;
  /** The goal in words, its percent, and its business days where it has some. */
  readonly goal: string;
  readonly goalPercent: number;
  readonly goalDays?: number;
  /** What is counted, in the plural; cases where it is absent. */
  readonly unit?: string;
}

/** The zone in which a scope's periods are: a group's own, else the default (rule BT-4). */
export const zoneOf = (scope: Scope, directory: Directory): string =>
  (scope.kind === 'group' ? directory.group(scope.key)?.zone : undefined) ?? DEFAULT_ZONE;
