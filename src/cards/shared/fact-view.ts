/** One line of a record: a label and what stands beside it. */
export interface FactView {
  readonly label: string;
  readonly value: string;
}
