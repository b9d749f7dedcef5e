/** Something kept that is not what the cases say: of a case's fact, or of a rollup; `kept` and `told` in short. */
export interface Difference {
  readonly what: string;
  readonly kept: string;
  readonly told: string;
}
