import type { SystemName } from '../../domain/directory/customer-system';
import type { DomainContext } from '../../domain/kernel/domain-context';
import type { ApiKeyRegister } from '../../ports/api-keys';
import type { CaseRepository } from '../../ports/cases';
import type { CustomerRepository } from '../../ports/customers';
import { openApiOf } from './openapi';
import { showSubmitted, submitRequest } from './submit-request';

/** What customers' systems may do over HTTP. `saved` is called when a case was opened, so its notifications are sent right away. */
export const customerApi = (parts: {
  readonly apiKeys: Pick<ApiKeyRegister, 'systemOf'>;
  readonly cases: CaseRepository;
  readonly customers: CustomerRepository;
  readonly context: () => DomainContext;
  readonly saved: () => void;
}) => {
  const { apiKeys, cases, customers, context, saved } = parts;
  return {
    systemOf: (key: string) => apiKeys.systemOf(key, context().now),
    submit: (system: SystemName, idempotencyKey: string, body: unknown) =>
      submitRequest({ system, idempotencyKey, body }, { ...context(), cases, customers, saved }),
    show: (system: SystemName, number: string) => showSubmitted(system, number, cases),
    document: () => openApiOf(context().policies.at(context().now), context().directory),
  };
};
