import { objectOf, stringOf, type Json, type JsonObject } from '../../base/json.ts';
import type { Origins } from './origins.ts';
import { memberEntry } from './swagger-parameters.ts';

/** A Security Scheme Object of Swagger 2.0, as OpenAPI 3 writes it. */
export function toSecurityScheme(scheme: JsonObject, origins: Origins): JsonObject {
  const { type, flow } = scheme;
  if (type === 'basic') {
    const members = Object.entries(scheme).flatMap(([key, value]): [string, Json][] =>
      key === 'type'
        ? [
            ['type', 'http'],
            ['scheme', 'basic'],
          ]
        : [[key, value]],
    );
    return origins.note(scheme, Object.fromEntries(members));
  }
  if (type !== 'oauth2') return scheme;
  const kept = Object.entries(scheme).filter(([key]) => !OF_FLOW.has(key));
  const name = FLOWS[stringOf(flow) ?? ''] ?? stringOf(flow) ?? 'implicit';
  const made = origins.note(scheme, {
    ...Object.fromEntries(memberEntry(scheme, 'authorizationUrl')),
    ...Object.fromEntries(memberEntry(scheme, 'tokenUrl')),
    scopes: objectOf(scheme['scopes']),
  });
  return origins.note(scheme, Object.fromEntries([...kept, ['flows', { [name]: made }]]));
}

const OF_FLOW: ReadonlySet<string> = new Set(['flow', 'authorizationUrl', 'tokenUrl', 'scopes']);

const FLOWS: Readonly<Record<string, string>> = {
  application: 'clientCredentials',
  accessCode: 'authorizationCode',
};
