import type { Next, Request, Response } from 'restify';
import type { Log } from '../../ports/log';
import type { RejectionLog } from '../../runtime/rejection-log';
import { refuse } from '../http-answer';
import type { SiteAuthentication } from '../../teams/authentication';

/**
 * Rejects with 401 any request without a token that names the channel service as its issuer, before the body is read and
 * before the SDK sees the token.
 */
export function knowIssuer(
  authentication: Pick<SiteAuthentication, 'namesIssuer'>,
  log: Pick<Log, 'warn'>,
  rejections: RejectionLog,
): (req: Request, res: Response, next: Next) => void {
  return (req, res, next) => {
    if (authentication.namesIssuer(req.headers.authorization ?? '')) {
      next();
      return;
    }
    rejections('token', () => {
      log.warn({ reason: 'issuer' }, 'A caller was rejected');
    });
    refuse(req, res, 401);
    next(false);
  };
}
