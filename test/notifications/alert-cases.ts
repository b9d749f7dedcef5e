import { MemoryCases } from '../support/memory/memory-cases';

/** Cases whose pending notifications can't always be removed. */
export class AlertCases extends MemoryCases {
  readonly hands = { breakBeforeClear: false, bad: new Set<string>() };

  override clearPending(number: string, ids: readonly string[]): Promise<void> {
    return this.hands.breakBeforeClear || this.hands.bad.has(number)
      ? Promise.reject(new Error('killed'))
      : super.clearPending(number, ids);
  }
}
