import type { ApiModel, Operation } from '../../model/api-model.ts';
import { append } from '../../base/json-pointer.ts';
import type { Principal } from './principal.ts';
import { challengeOf } from '../../wire/credentials.ts';
import { refuse, type Refusal } from '../../refusal/refusal.ts';

const READ_ONLY = 'The credential may only read.';

/** `x-access: write` is not for a credential that may only read. */
export function authorise(
  api: ApiModel,
  operation: Operation,
  principal: Principal | undefined,
): Refusal | undefined {
  if (operation.access !== 'write' || principal?.access !== 'read') return undefined;
  const constraint = append(operation.pointer, 'x-access');
  // Each 401 carries a challenge (RFC 9110, section 15.5.2), also where an API means 403 by it.
  const headers = operation.errors.forbidden?.status === 401 ? challenge(api, operation) : {};
  return refuse('forbidden', READ_ONLY, { constraint, headers });
}

function challenge({ name, securitySchemes }: ApiModel, { security }: Operation) {
  const names = new Set(security.flatMap((requirement) => [...requirement.keys()]));
  const challenges = [...names].flatMap((it) => {
    const scheme = securitySchemes.get(it);
    return scheme
      ? [challengeOf(scheme, name, { error: 'invalid_token', description: READ_ONLY })]
      : [];
  });
  return { 'www-authenticate': [...new Set(challenges)].join(', ') };
}
