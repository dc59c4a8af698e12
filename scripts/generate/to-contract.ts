import type { ApiModel, Operation, Parameter } from '../model/api-model.ts';
import type { SecurityScheme } from '../model/security.ts';
import { isBasic, placeOfCredential } from '../wire/credential.ts';
import { toBody } from './body-contract.ts';
import type {
  Contract,
  OperationContract,
  ParameterContract,
  SchemeContract,
} from './runtime/contract.ts';
import { policiesOfOperation, policiesOfApi } from './policies-contract.ts';
import { makeXmlTable, type XmlTable } from './xml-table.ts';

/** The part of a description that its client carries along. */
export function toContract(api: ApiModel): Contract {
  const used = usedSchemes(api.operations);
  const xmls = makeXmlTable();
  const operations = api.operations.map((it) => [it.id, toOperation(api, it, xmls)] as const);
  return {
    servers: api.servers.map(({ url }) => url).filter((url) => /^https?:/.test(url)),
    schemes: Object.fromEntries(
      [...used].map((name) => [name, toScheme(api.securitySchemes.get(name))]),
    ),
    operations: Object.fromEntries(operations),
    ...(xmls.rows.length > 0 && { xml: xmls.rows }),
    ...policiesOfApi(api),
  };
}

function usedSchemes(operations: readonly Operation[]): ReadonlySet<string> {
  return new Set(operations.flatMap(({ security }) => security.flatMap((it) => [...it.keys()])));
}

function toOperation(api: ApiModel, operation: Operation, xmls: XmlTable): OperationContract {
  const { method, path, parameters, body, responses, security } = operation;
  const own = operation.servers.some(({ url }) => url === api.servers[0]?.url)
    ? undefined
    : operation.servers[0]?.url;
  const bodies = (body?.content ?? []).flatMap((media) => {
    const it = toBody(api.document, media, xmls);
    return it ? [[media.mediaType, it] as const] : [];
  });
  return {
    method,
    ...(own !== undefined && { server: own }),
    path,
    parameters: parameters.map(toParameter),
    content: (body?.content ?? []).map(({ mediaType }) => mediaType),
    ...(bodies.length > 0 && { bodies: Object.fromEntries(bodies) }),
    responses: Object.fromEntries(
      responses.map(({ status, content }) => [status, content.map(({ mediaType }) => mediaType)]),
    ),
    security: security.map((alternative) => [...alternative.keys()]),
    ...policiesOfOperation(api, operation),
  };
}

/** A parameter with what is not the default of its place (OpenAPI 3.1.1, section 4.8.12.2). */
function toParameter(parameter: Parameter): ParameterContract {
  const { name, in: location, style, explode, allowReserved, content, isWholeQuery } = parameter;
  const isPair = location === 'query' || location === 'cookie';
  return {
    name,
    in: location,
    ...(style !== (isPair ? 'form' : 'simple') && { style }),
    ...(explode !== (style === 'form') && { explode }),
    ...(allowReserved && { allowReserved }),
    ...(content && { mediaType: content.mediaType }),
    ...(isWholeQuery && { isWholeQuery }),
  };
}

/** What the description does not declare is nothing that a request could carry. */
function toScheme(scheme: SecurityScheme | undefined): SchemeContract {
  if (!scheme || scheme.type === 'mutualTLS') return { kind: 'transport' };
  if (isBasic(scheme)) return { kind: 'basic' };
  const { in: location, name, prefix } = placeOfCredential(scheme);
  const word = prefix.trimEnd();
  return { kind: 'key', in: location, name, ...(word !== '' && { prefix: word }) };
}
