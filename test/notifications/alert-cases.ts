import { MemoryCases } from '../support/memory/memory-cases';

/** Cases whose notifications cannot always be taken off them. */
export class AlertCases extends MemoryCases {
  readonly hands = { breakBeforeClear: false, bad: new Set<string>() };

  override clearPending(number: string, ids: readonly string[]): Promise<void> {
    return this.hands.breakBeforeClear || this.hands.bad.has(number)
      ? Promise.reject(new Error('killed'))
      : super.clearPending(number, ids);
  }
}
