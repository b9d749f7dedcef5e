/** A Supply Assistance Request that is right, as JSON; `change` replaces any member, undefined leaves one out. */
export const aRequest = (change: Readonly<Record<string, unknown>> = {}): Record<string, unknown> => ({
  account: 'W25G1V',
  contact: { name: 'Pat Customer', email: 'pat@unit.example.mil' },
  msc: 'aviation',
  ipd: 2,
  nsn: '5331006185361',
  pr: '7001234567',
  reason: 'backorder',
  description: 'Where is my order for the packing?',
  ...change,
});

/** What a customer's system gets back. */
export interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- an answer is read as its test expects it
  readonly body: any;
}

/** A customer's system that sends requests to a server; without a key it gives none by itself. */
export class ApiClient {
  #sent = 0;
  constructor(
    private readonly url: string,
    private readonly key: string,
  ) {}

  /** Posts a body, a text as it stands, under an idempotency key of its own unless one is given. */
  async submit(body: unknown, idempotencyKey?: string, headers: Readonly<Record<string, string>> = {}) {
    this.#sent += 1;
    return this.#answer('/api/cases', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'idempotency-key': idempotencyKey ?? `request-${this.#sent}`,
        ...headers,
      },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });
  }

  show(number: string): Promise<ApiAnswer> {
    return this.#answer(`/api/cases/${number}`, {});
  }

  async #answer(
    path: string,
    init: Omit<RequestInit, 'headers'> & { headers?: Record<string, string> },
  ): Promise<ApiAnswer> {
    const own = this.key === '' ? {} : { authorization: `Bearer ${this.key}` };
    const headers = { ...own, ...init.headers };
    const response = await fetch(`${this.url}${path}`, { ...init, headers });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      body: text === '' ? undefined : JSON.parse(text),
    };
  }
}

/** The faults of an answer by their pointers. */
export const errorsOf = ({ body }: ApiAnswer): Readonly<Record<string, string>> =>
  Object.fromEntries(
    ((body.errors ?? []) as { pointer: string; detail: string }[]).map(({ pointer, detail }) => [
      pointer,
      detail,
    ]),
  );
