declare module 'luxon-business-days' {
  import type { DateTime as LuxonDateTime, DateTimeJSOptions } from 'luxon';

  /** luxon's DateTime with the business days of the library, which declares no types. */
  export interface DateTime extends LuxonDateTime {
    setupBusiness(options: { readonly holidayMatchers: readonly ((day: LuxonDateTime) => boolean)[] }): void;
    plusBusiness(span: { readonly days: number }): DateTime;
  }
  export const DateTime: { fromMillis(at: number, options: DateTimeJSOptions): DateTime };
}
