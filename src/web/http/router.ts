import type { IncomingMessage, ServerResponse } from 'node:http';

/** A request on its way through its route. */
export interface Request extends IncomingMessage {
  /** What a step read of the body. */
  body?: unknown;
  /** The parts of the path that the route names. */
  params?: Readonly<Record<string, string>>;
}
export type Response = ServerResponse;

/** Answers the request, or lets it go on to the next step by `true`. */
export type Step = (req: Request, res: Response) => boolean | Promise<boolean>;
/** Answers the request: the last step of a route. */
export type Answering = (req: Request, res: Response) => void | Promise<void>;

/** The routes of a server. In a path `:name` is one part of it, and `*` all that is left. */
export interface Router {
  get(path: string, ...steps: readonly [...Step[], Answering]): void;
  post(path: string, ...steps: readonly [...Step[], Answering]): void;
  /** Answers a request. */
  handle(req: Request, res: Response): void;
}

interface RouterParts {
  /** Asked of every request, before its route is looked for. */
  readonly first: readonly Step[];
  /** Asked once the route is found. */
  readonly found: Step;
  /** Answers what no route takes (404, 405), and 500 where a step threw. */
  readonly refuse: (req: Request, res: Response, status: number) => void;
  /** Told what a step threw. */
  readonly failed: (error: unknown) => void;
}

interface Route {
  readonly method: 'GET' | 'POST';
  readonly pattern: RegExp;
  readonly steps: readonly [...Step[], Answering];
}

const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replace(/:(\w+)/gu, '(?<$1>[^/]+)').replace('*', '(?<rest>.*)')}$`, 'u');

/**
 * The path that a request is for; undefined where its target is no address, or holds bytes that no text is written with.
 * A target is a path, or, as proxies write it, a whole address.
 */
export function pathOf({ url = '' }: IncomingMessage): string | undefined {
  try {
    return decodeURIComponent(url.startsWith('/') ? (url.split(/[?#]/u, 1)[0] ?? '') : new URL(url).pathname);
  } catch {
    return undefined;
  }
}

/** Makes a router without routes. */
export function createRouter({ first, found, refuse, failed }: RouterParts): Router {
  const routes: Route[] = [];

  async function answer(req: Request, res: Response): Promise<void> {
    if (!(await goesOn(first, req, res))) return;
    const path = pathOf(req) ?? '';
    const there = routes.flatMap((route) => {
      const match = route.pattern.exec(path);
      return match === null ? [] : [{ ...route, params: { ...match.groups } }];
    });
    const route = there.find(({ method }) => method === req.method);
    if (route === undefined) {
      if (there.length > 0) res.setHeader('allow', there.map(({ method }) => method).join(', '));
      refuse(req, res, there.length > 0 ? 405 : 404);
      return;
    }
    req.params = route.params;
    const steps = route.steps.slice(0, -1) as readonly Step[];
    if (await goesOn([found, ...steps], req, res)) await (route.steps.at(-1) as Answering)(req, res);
  }

  return {
    get: (path, ...steps) => void routes.push({ method: 'GET', pattern: patternOf(path), steps }),
    post: (path, ...steps) => void routes.push({ method: 'POST', pattern: patternOf(path), steps }),
    handle: (req, res) => {
      answer(req, res).catch((error: unknown) => {
        failed(error);
        // An answer that broke off is not to be taken for a whole one.
        if (res.headersSent) res.destroy();
        else refuse(req, res, 500);
      });
    },
  };
}

async function goesOn(steps: readonly Step[], req: Request, res: Response): Promise<boolean> {
  for (const step of steps) if (!(await step(req, res))) return false;
  return true;
}
