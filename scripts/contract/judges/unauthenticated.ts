import type { ApiModel, Operation } from '../../model/api-model.ts';
import { carriedTogether, isSupported } from '../../wire/credential.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { append, valueAt, type Pointer } from '../../base/json-pointer.ts';
import type { Verdict } from '../bench.ts';
import { noAcceptance } from './no-acceptance.ts';
import type { PropertyScope } from '../property-scope.ts';
import { statusOfRefusal } from '../../refusal/documented-refusal.ts';

/** Why there is nothing to test about credentials; undefined where one is needed. */
export function needsCredential({
  api,
  operation: { security, errors },
}: Pick<PropertyScope, 'api' | 'operation'>): string | undefined {
  if (security.length === 0) return 'the operation is public';
  if (security.some((it) => it.size === 0)) return 'the credential is optional';
  const names = security.flatMap((it) => [...it.keys()]);
  const beyond = names.find((name) => !isSupportedIn(api, name));
  if (beyond !== undefined) return `no credential for ${beyond} can be told good or bad`;
  const together = security.map((it) => [...it.keys()]).find((it) => !isCarried(api, it));
  if (together) return `no request can carry credentials for ${together.join(' and ')} together`;
  const status = statusOfRefusal({ errors }, 'unauthenticated');
  return status < 400 ? `a bad credential is documented to be answered ${status}` : undefined;
}

/** Whether one request has room for the credentials of all these schemes. */
export function isCarried({ securitySchemes }: ApiModel, names: readonly string[]): boolean {
  return carriedTogether(securitySchemes, names).length === names.length;
}

function isSupportedIn({ securitySchemes }: ApiModel, name: string): boolean {
  const scheme = securitySchemes.get(name);
  return scheme !== undefined && isSupported(scheme);
}

/** A request that carries no valid credential must be answered as the API documents, else 401. */
export function judgeUnauthenticated(
  api: ApiModel,
  operation: Operation,
  exchange: Exchange,
  how: string,
): Verdict {
  if (!exchange.response) return undefined;
  const { status } = exchange.response;
  const wanted = statusOfRefusal(operation, 'unauthenticated');
  if (status === wanted) return undefined;
  const open = operation.errors.unauthenticated ? undefined : noAcceptance(exchange.response);
  if (open !== undefined) return { undetermined: `a request ${how} is ${open}` };
  // Who is refused at all is refused as HTTP has it where the description says nothing.
  const isStated =
    operation.errors.unauthenticated !== undefined ||
    operation.responses.some((it) => it.status === '401');
  const isRefused = status >= 400 && status < 500;
  const schemes = operation.security.map((it) => [...it.keys()].join(' and ')).join(', or ');
  return {
    message: `a request ${how} is answered ${status}, not ${wanted}`,
    clause: securityPointer(api, operation),
    ground: isRefused && !isStated ? 'standard' : 'contract',
    states: `security: ${schemes}`,
    seen: `a request ${how}, and the answer is ${status}`,
  };
}

/** Where the security of an operation is written: on it, or at the root. */
export function securityPointer(api: ApiModel, operation: Operation): Pointer {
  const own = append(operation.pointer, 'security');
  return valueAt(api.document, own) === undefined ? '#/security' : own;
}
