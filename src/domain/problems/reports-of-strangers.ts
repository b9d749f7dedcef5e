const HOUR_MS = 3_600_000;
/** Clocks of instances differ by seconds; what is dated further ahead was noted by a clock that was wrong. */
const AHEAD_MS = 60_000;
const MAX_REPORTS = 3;

/** The problem reports of a person who is not in the directory within the last hour, the oldest first. */
export type RecentReports = readonly { readonly at: number; readonly cause: string }[];

/** What one more report comes to: the reports with it, or how long to wait, in milliseconds. */
type Counted =
  { readonly ok: true; readonly reports: RecentReports } | { readonly ok: false; readonly waitMs: number };

/**
 * Counts a report of a person who is not in the directory, at most three an hour. The same activity again is the same
 * report. Instants are epoch milliseconds.
 */
export function countReport(before: RecentReports, at: number, cause: string): Counted {
  const recent = before.filter((report) => at - report.at < HOUR_MS && report.at - at <= AHEAD_MS);
  if (recent.some((report) => report.cause === cause)) return { ok: true, reports: recent };
  const oldest = recent[recent.length - MAX_REPORTS];
  if (oldest !== undefined) return { ok: false, waitMs: Math.min(HOUR_MS, oldest.at + HOUR_MS - at) };
  return { ok: true, reports: [...recent, { at, cause }] };
}
