import type { ApiModel, Operation, Parameter, SecurityScheme } from '../model/api-model.ts';
import { objectOf } from '../base/json.ts';
import { valueAt } from '../base/json-pointer.ts';
import type {
  Contract,
  OperationContract,
  ParameterContract,
  SchemeContract,
} from './runtime/contract.ts';

/** The part of a description that its client carries along. */
export function toContract(api: ApiModel): Contract {
  const used = usedSchemes(api.operations);
  return {
    servers: api.servers.map(({ url }) => url).filter((url) => /^https?:/.test(url)),
    schemes: Object.fromEntries(
      [...api.securitySchemes]
        .filter(([name]) => used.has(name))
        .map(([name, scheme]) => [name, toScheme(api, scheme)]),
    ),
    operations: Object.fromEntries(api.operations.map((it) => [it.id, toOperation(api, it)])),
  };
}

function usedSchemes(operations: readonly Operation[]): ReadonlySet<string> {
  return new Set(operations.flatMap(({ security }) => security.flatMap((it) => [...it.keys()])));
}

function toOperation(api: ApiModel, operation: Operation): OperationContract {
  const { method, path, parameters, body, responses, security } = operation;
  const own = operation.servers.some(({ url }) => url === api.servers[0]?.url)
    ? undefined
    : operation.servers[0]?.url;
  return {
    method,
    ...(own !== undefined && { server: own }),
    path,
    parameters: parameters.map(toParameter),
    content: (body?.content ?? []).map(({ mediaType }) => mediaType),
    responses: Object.fromEntries(
      responses.map(({ status, content }) => [status, content.map(({ mediaType }) => mediaType)]),
    ),
    security: security.map((alternative) => [...alternative.keys()]),
  };
}

function toParameter({
  name,
  in: location,
  style,
  explode,
  content,
}: Parameter): ParameterContract {
  return { name, in: location, style, explode, json: content !== undefined };
}

/** A token of OAuth 2 or OpenID Connect is sent as a bearer token (RFC 6750, section 2.1). */
function toScheme({ document }: ApiModel, scheme: SecurityScheme): SchemeContract {
  if (scheme.type === 'apiKey') {
    const { in: location, name, prefix } = scheme;
    return { kind: 'key', in: location, name, ...(prefix !== undefined && { prefix }) };
  }
  if (scheme.type === 'http' && scheme.scheme === 'basic') return { kind: 'basic' };
  const { type } = objectOf(valueAt(document, scheme.pointer));
  if (type === 'mutualTLS') return { kind: 'transport' };
  const word = scheme.type === 'http' ? scheme.scheme : 'bearer';
  const prefix = word.charAt(0).toUpperCase() + word.slice(1);
  return { kind: 'key', in: 'header', name: 'Authorization', prefix };
}
