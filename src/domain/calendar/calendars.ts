/**
 * Business time in one zone with one set of holidays (rules BT-1 to BT-5).
 * Instants are epoch milliseconds, spans are whole milliseconds of business time.
 */
export interface BusinessCalendar {
  readonly zone: string;
  /** The same for calendars that reckon alike. */
  readonly key: string;
  /** The local date of an instant in the zone, as ISO date. */
  dateOf(at: number): string;
  /** The latest instant at which `ms` of business time have passed since `start` (BT-2: the later one at a closing midnight). */
  add(start: number, ms: number): number;
  /** Business milliseconds between two instants; negative where `to` is before `from`. */
  elapsed(from: number, to: number): number;
  /** Whether the instant falls on a day that counts. */
  isOpen(at: number): boolean;
  /** The weekends and holidays cut out between two instants, for explaining a due time. ISO dates with why. */
  skipped(from: number, to: number): readonly { readonly date: string; readonly why: string }[];
}

/** The calendars of a site. */
export interface Calendars {
  /** The calendar of an assignment group: its zone, federal holidays, the site's closures and its own. */
  ofGroup(groupKey: string): BusinessCalendar;
}

/** One business day: 24 hours (rule BT-1). */
export const BUSINESS_DAY_MS = 86_400_000;
