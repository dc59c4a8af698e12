import * as fc from 'fast-check';
import { METHODS } from 'node:http';
import type { ApiModel, Operation } from '../../../scripts/model/api-model.ts';
import { objectOf, type Json } from '../../../scripts/base/json.ts';
import { credentialsOf, presentCredential } from '../../../scripts/wire/credentials.ts';
import type { Mount } from '../../../scripts/mock/mounts.ts';
import { hostileBodies } from './bodies.ts';
import { anyFields, secret } from './fields.ts';
import { hostileTargets } from './targets.ts';

/** A request as a client would put it together; nothing in it need make sense. */
export interface HostileRequest {
  readonly method: string;
  /** Target of the request line. */
  readonly target: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer | undefined;
}

/** Requests about the operations of an API, each with something that might go wrong. */
export function hostileRequests(
  api: ApiModel,
  mounts: readonly Mount[],
): fc.Arbitrary<HostileRequest> {
  const own = mounts.filter((mount) => mount.api === api.name);
  return fc
    .constantFrom(...api.operations)
    .chain((operation) =>
      fc.record({
        method: methodOf(operation),
        target: hostileTargets(
          operation,
          own.map(({ basePath }) => basePath),
        ),
        headers: anyFields(api),
        secrets: secretsOf(api, operation),
        body: fc.option(hostileBodies(exampleOf(operation)), { freq: 6, nil: undefined }),
      }),
    )
    .map(({ method, target, headers, secrets, body }) => ({
      method,
      target:
        secrets.query === ''
          ? target
          : `${target}${target.includes('?') ? '&' : '?'}${secrets.query}`,
      headers: [
        ...secrets.headers,
        ...headers,
        ...(body?.coding === undefined ? [] : [['content-encoding', body.coding] as const]),
      ],
      body: body?.bytes,
    }));
}

function methodOf({ method }: Operation): fc.Arbitrary<string> {
  const others = METHODS.filter((it) => it !== 'CONNECT');
  return fc.oneof(
    { weight: 8, arbitrary: fc.constant(method.toUpperCase()) },
    { weight: 1, arbitrary: fc.constantFrom('HEAD', 'OPTIONS', ...others) },
  );
}

/** Mostly a credential that lets in, so that later stages have their turn. */
function secretsOf(api: ApiModel, { security }: Operation) {
  const known = credentialsOf(api).filter(({ expires }) => expires === undefined);
  const names = [...(security[0]?.keys() ?? [])];
  const lines = names.flatMap((name) => {
    const scheme = api.securitySchemes.get(name);
    const credential = known.find((it) => it.scheme === name && it.access === 'write');
    return scheme && credential ? [presentCredential(scheme, credential)] : [];
  });
  const query = lines.filter((it) => it.startsWith('?')).map((it) => it.slice(1));
  const headers = lines.filter((it) => !it.startsWith('?')).map(toField);
  const wrong = secret.map((it) => ({
    query: '',
    headers: [['authorization', it] as const, ...headers.map(([name]) => [name, it] as const)],
  }));
  return fc.oneof(
    { weight: 12, arbitrary: fc.constant({ query: query.join('&'), headers }) },
    { weight: 1, arbitrary: wrong },
    { weight: 1, arbitrary: fc.constant({ query: '', headers: [] }) },
  );
}

function toField(line: string): readonly [string, string] {
  const colon = line.indexOf(':');
  return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
}

function exampleOf({ body }: Operation): Json {
  const media = body?.content.find(({ examples }) => examples.length > 0);
  return media?.examples[0]?.value ?? objectOf(undefined);
}
