/** Time, so that tests and the demo can have their own. Epoch milliseconds. */
export interface TimeSource {
  now(): number;
}
