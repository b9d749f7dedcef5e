/** What a page of the product answers; its HTML is whole and its text escaped. */
export interface PageAnswer {
  readonly status: number;
  /** `text/html` or `text/csv`, say; the character set is always UTF-8. */
  readonly type: string;
  /** Whole, or piece by piece as it is made: then it is sent as it comes, and never held whole. */
  readonly body: string | AsyncIterable<string>;
  /** The very text of each `<style>` of the body: nothing else styles it. */
  readonly styles?: readonly string[];
  /** Saved under this name rather than shown; letters, digits, dots and dashes. */
  readonly fileName?: string;
}

/**
 * A page that only a signed link reaches, at `/p/<name>/<token>`. Both methods answer any input;
 * a fault throws. A GET changes nothing: mail programs open links by themselves.
 */
export interface Page {
  /** Lower-case letters and dashes. */
  readonly name: string;
  /** Whether the token is of a link issued for this page, even one that has expired or was revoked. */
  isOurs(token: string): Promise<boolean>;
  show(token: string): Promise<PageAnswer>;
  /** Takes the page's form; absent if it has none. */
  take?(token: string, form: URLSearchParams): Promise<PageAnswer>;
}

/** The address of a page for a token; `base` is the site's `PUBLIC_URL`. */
export const pageAddress = (base: string, name: string, token: string): string =>
  `${base}/p/${name}/${token}`;
