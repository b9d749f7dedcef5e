import type { Next, Request, Response } from 'restify';
import { isWithinMachine } from '../../runtime/loopback';
import { refuse } from '../http-answer';
import { isUtf8Declared } from './json-body';
import { isForPage, isPlainForm, refusePage } from '../page-routes';

/** Refuses in the format of the caller: a page's reader, a customer's system, or Teams. */
export function refuseAny(req: Request, res: Response, status: number): void {
  if (isForPage(req)) refusePage(res, status);
  else refuse(req, res, status);
}

/** For an anonymous bot, rejects requests from other machines and calls `rejected`. */
export const isWithin =
  (rejected: () => void) =>
  (req: Request, res: Response): boolean => {
    if (isWithinMachine(req.headers)) return true;
    rejected();
    refuseAny(req, res, 421);
    return false;
  };

/** Answers what cannot even be taken for a request to this server; restify would throw on some of these. */
export function isAddressed(req: Request, res: Response): boolean {
  try {
    req.getUrl();
    return true;
  } catch {
    refuse(req, res, 400);
    return false;
  }
}

/**
 * Only plain JSON in UTF-8 is read, and plain forms by the pages alone: restify dies of a body that is not the gzip it
 * says, and would take forms for activities. Asked once the route is found: another method or path is told first.
 */
export function takePlainOnly(req: Request, res: Response, next: Next): void {
  if (req.method !== 'POST') {
    next();
    return;
  }
  const type = (req.headers['content-type'] ?? '').split(';', 1)[0]?.trim().toLowerCase();
  const isJson = type === 'application/json' && req.headers['content-encoding'] === undefined;
  if (isUtf8Declared(req) && (isForPage(req) ? isPlainForm(req) : isJson)) {
    next();
    return;
  }
  refuseAny(req, res, 415);
  next(false);
}
