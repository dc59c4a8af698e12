import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { Exchange } from '../../wire/exchange.ts';
import type { Verdict } from '../bench.ts';
import { securityPointer } from './unauthenticated.ts';

/** Whether a status says that it matters who asks. */
export function isShutOut({ errors }: Operation, status: number): boolean {
  const declared = [errors.unauthenticated?.status, errors.forbidden?.status];
  return [401, 403, ...declared.filter((it = 0) => it >= 400)].includes(status);
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
  const ways = operation.security.map((it) => [...it.keys()].join(' and ') || 'none');
  return {
    message: `a request ${how} is answered ${status}`,
    clause: securityPointer(api, operation),
    states: `security: ${ways.join(', or ') || 'none'}`,
    seen: `a request ${how}, and the answer is ${status}`,
  };
}
