/** A fault of a request at its place: a JSON Pointer as a URI fragment (`#/contact/email`), and what would be right. */
export interface RequestFault {
  readonly pointer: string;
  readonly detail: string;
}

/** Why a request was not taken, as RFC 9457 has it: the body of an `application/problem+json` answer. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  /** Every fault of the request, all at once. */
  readonly errors?: readonly RequestFault[];
  /** The case that it is about, where the caller may know it. */
  readonly case?: string;
}

/** Makes a problem; `kind` names it for programs and never changes, the words are for people. */
export const problemOf = (
  status: number,
  kind: string,
  title: string,
  more?: Pick<Problem, 'detail' | 'errors' | 'case'>,
): Problem => ({ type: `urn:problem-type:casekeeper:${kind}`, title, status, ...more });
