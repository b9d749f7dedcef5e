/** A fault of a request: its place, as a JSON Pointer in a URI fragment (`#/contact/email`), and how to fix it. */
export interface RequestFault {
  readonly pointer: string;
  readonly detail: string;
}

/** Why a request was rejected, per RFC 9457: the body of an `application/problem+json` answer. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail?: string;
  /** Every fault of the request, all at once. */
  readonly errors?: readonly RequestFault[];
  /** The case that it is about, if the caller may know it. */
  readonly case?: string;
}

/** Makes a problem; `kind` is for programs and never changes, the text is for people. */
export const problemOf = (
  status: number,
  kind: string,
  title: string,
  more?: Pick<Problem, 'detail' | 'errors' | 'case'>,
): Problem => ({ type: `urn:problem-type:casekeeper:${kind}`, title, status, ...more });
