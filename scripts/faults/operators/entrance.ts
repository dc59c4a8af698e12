import type { ApiModel, Operation } from '../../model/api-model.ts';
import { append, valueAt, type Pointer } from '../../base/json-pointer.ts';
import type { ErrorKind } from '../../model/policies.ts';
import { credentialsOf } from '../../wire/credentials.ts';
import { judgeSecret, secretOf, waysInto, withSecrets, type Way } from '../credential-parts.ts';
import { exampleRequest } from '../example-request.ts';
import type { RequestDraft, Sent } from '../operator.ts';

/** Everything about one operation and one way into it. */
export interface Entrance {
  readonly api: ApiModel;
  readonly operation: Operation;
  readonly valid: RequestDraft;
  readonly way: Way;
  /** What came for each scheme of the way. */
  readonly judge: (sent: Sent, now: number) => readonly ReturnType<typeof judgeSecret>[];
}

/** The first way into an operation; undefined where no credential is known, or no valid request. */
export function entranceOf(api: ApiModel, operation: Operation): Entrance | undefined {
  const valid = exampleRequest(api, operation);
  const way = waysInto(api, operation)[0];
  const names = [...(way?.requirement.keys() ?? [])];
  return (
    way &&
    valid && {
      api,
      operation,
      valid,
      way,
      judge: (sent, now) => names.map((name) => judgeSecret(api, name, sent, now)),
    }
  );
}

/** Where a description asks for a credential. */
export function securityOf({ document }: ApiModel, { pointer }: Operation): Pointer {
  const own = append(pointer, 'security');
  return valueAt(document, own) === undefined ? '#/security' : own;
}

/** A request by somebody who may only read. */
export function readOnly(
  api: ApiModel,
  valid: RequestDraft,
  schemes: Iterable<string>,
): RequestDraft | undefined {
  const names = [...schemes];
  const reader = credentialsOf(api).find((it) => it.access === 'read' && names.includes(it.scheme));
  const secrets = names.flatMap((name) =>
    secretOf(
      api,
      credentialsOf(api).find((it) => it.scheme === name && it.id === reader?.id),
    ),
  );
  return reader && secrets.length === names.length ? withSecrets(api, valid, secrets) : undefined;
}

/** The header that HTTP wants of a 401 (RFC 9110, section 15.5.2). */
export function challengeFor(kind: ErrorKind) {
  return kind === 'unauthenticated' ? { headers: { 'www-authenticate': 'Kiln' } } : {};
}
