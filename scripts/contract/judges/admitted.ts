import type { ApiModel, Operation } from '../../model/api-model.ts';
import { responseFor } from '../../model/documented-response.ts';
import type { Exchange } from '../../wire/exchange.ts';
import type { Verdict } from '../bench.ts';
import { unsaid } from './accepted.ts';
import { securityPointer } from './unauthenticated.ts';

/** Whether a status says that it matters who asks. */
export function isShutOut({ errors }: Operation, status: number): boolean {
  const declared = [errors.unauthenticated?.status, errors.forbidden?.status];
  return [401, 403, ...declared.filter((it = 0) => it >= 400)].includes(status);
}

/**
 * Whether a 403 may have other reasons than who asks, where nobody has to say who it is: what is documented so,
 * or a value of the request (RFC 9110, section 15.5.4).
 */
function isExplained(operation: Operation, status: number): boolean {
  const { security, errors, parameters, body } = operation;
  const isPublic = security.length === 0 || security.some(({ size }) => size === 0);
  if (!isPublic || status !== 403 || errors.unauthenticated?.status === status) return false;
  return (
    responseFor(operation, status) !== undefined || parameters.length > 0 || body !== undefined
  );
}

/** Whoever the security requirements let in must not be turned away for who they are. */
export function judgeAdmitted(
  api: ApiModel,
  operation: Operation,
  { response }: Exchange,
  how: string,
): Verdict {
  const status = response?.status;
  if (status === undefined || !isShutOut(operation, status)) return undefined;
  if (isExplained(operation, status)) return { undetermined: unsaid(status) };
  const ways = operation.security.map((it) => [...it.keys()].join(' and ') || 'none');
  return {
    message: `a request ${how} is answered ${status}`,
    clause: securityPointer(api, operation),
    states: `security: ${ways.join(', or ') || 'none'}`,
    seen: `a request ${how}, and the answer is ${status}`,
  };
}
