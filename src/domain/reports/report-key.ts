import { daysOfMonth, periodOf } from '../metrics/days';
import { scopeOfKey } from '../metrics/question-key';
import { zoneOf, type SharedScope } from '../metrics/summary';
import type { Directory } from '../directory/directory';
import { reportMonth, type ReportMonth } from './report';
import type { Snapshot } from './snapshot';

/** The scope of a key (`scopeKey`) of which a report can be; undefined for a person's, and for what is none any more. */
export function reportScopeOf(key: string, directory: Directory): SharedScope | undefined {
  const scope = scopeOfKey(key, directory);
  return scope?.kind === 'person' ? undefined : scope;
}

/** The calendar month "2026-10" of a scope, in its zone; undefined for what is no month. */
export function monthOfKey(text: string, scope: SharedScope, directory: Directory): ReportMonth | undefined {
  if (!/^20\d\d-(?:0[1-9]|1[0-2])$/u.test(text)) return undefined;
  const days = daysOfMonth(text);
  return reportMonth(days, periodOf(days, zoneOf(scope, directory)));
}

/** What the link of a report names: which report, when it was posted, and its figures then. */
export interface ReportClaim {
  readonly scope: string;
  readonly month: string;
  /** Epoch milliseconds. */
  readonly postedAt: number;
  /** Of the page alone: the files say what is now. */
  readonly figures?: Snapshot;
}

/** A claim as the text that a link signs. */
export const claimText = ({ scope, month, postedAt, figures }: ReportClaim): string =>
  JSON.stringify(figures === undefined ? [scope, month, postedAt] : [scope, month, postedAt, figures]);

/** The claim of a signed text; it was written by `claimText`, of this version or of one before it. */
export function claimOf(text: string): ReportClaim {
  const [scope, month, postedAt, figures] = JSON.parse(text) as [string, string, number, Snapshot?];
  return { scope, month, postedAt, ...(figures === undefined ? {} : { figures }) };
}
