import { Ajv2020, type AnySchema, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { essenceOf, isJsonType } from '../../../../scripts/base/media-type.ts';
import { isObject, type Json } from '../../../../scripts/base/json.ts';
import { objectionsTo } from '../../../../scripts/contract/judges/objections.ts';
import type { ApiModel, Operation } from '../../../../scripts/model/api-model.ts';
import { responseFor } from '../../../../scripts/model/documented-response.ts';
import { mediaFor } from '../../../../scripts/wire/describe-body.ts';
import { headerOf, type Exchange } from '../../../../scripts/wire/exchange.ts';

/** Says why an answer is no valid documented success; undefined where it is one. */
export type JudgeAnswer = (operation: Operation, exchange: Exchange) => string | undefined;

/**
 * Two judges have to agree that an answer is valid: our own, and Ajv, which reads the same document
 * by itself. Ajv does not know formats that are not JSON Schema's, and of a schema that it cannot
 * compile it says nothing.
 */
export function toJudge(api: ApiModel): JudgeAnswer {
  const ajv = createAjv(api);
  return (operation, exchange) => {
    const { response } = exchange;
    if (!response) return exchange.failure;
    if (!isSuccess(operation, response.status)) return `answers ${response.status}`;
    const [objection] = objectionsTo(api, operation, exchange);
    if (objection) return `${objection.message} (${objection.clause}): ${objection.seen ?? ''}`;
    return ajv(operation, exchange);
  };
}

/** Those of JSON Schema; what others mean by `url` or `password` is not said. */
const FORMATS = [
  'date',
  'time',
  'date-time',
  'duration',
  'email',
  'hostname',
  'ipv4',
  'ipv6',
  'uri',
  'uri-reference',
  'uri-template',
  'uuid',
  'json-pointer',
  'relative-json-pointer',
  'regex',
] as const;

/** A success is a 2xx or a redirection; where none can be meant by what is documented, whatever is. */
function isSuccess(operation: Operation, status: number): boolean {
  const statuses = operation.responses.map((it) => it.status.toUpperCase());
  const canSucceed = statuses.some((it) => /^[23]/.test(it) || it === 'DEFAULT');
  return status < 400 || (statuses.length > 0 && !canSucceed);
}

function createAjv({ document }: ApiModel): JudgeAnswer {
  const ajv = new Ajv2020({
    strict: false,
    validateSchema: false,
    logger: false,
    inlineRefs: false,
  });
  addFormats.default(ajv, [...FORMATS]);
  const root = 'https://documents.test/description';
  const whole: AnySchema = { $id: root, ...(asResponse(document) as object) };
  let isKnown = false;
  const compiled = new Map<string, ValidateFunction | undefined>();
  const compile = (pointer: string): ValidateFunction | undefined => {
    try {
      if (!isKnown) ajv.addSchema(whole);
      isKnown = true;
      return ajv.compile({ $ref: `${root}${encodeURI(pointer)}` });
    } catch {
      return undefined;
    }
  };
  return (operation, { request, response }) => {
    if (!response || request.method === 'HEAD' || response.body === '') return undefined;
    const documented = responseFor(operation, response.status);
    const contentType = headerOf(response, 'content-type') ?? '';
    const schema = documented && mediaFor(documented.content, contentType)?.schema;
    if (schema === undefined || !isJsonType(essenceOf(contentType))) return undefined;
    const validate = compiled.has(schema) ? compiled.get(schema) : compile(schema);
    compiled.set(schema, validate);
    if (!validate || validate(JSON.parse(response.body))) return undefined;
    const [error] = validate.errors ?? [];
    return `Ajv: ${error?.instancePath ?? ''} ${error?.message ?? ''} (${error?.schemaPath ?? ''})`;
  };
}

/** Of an answer no property is required that is only written (OpenAPI 3.1.1, section 4.8.24.4). */
function asResponse(node: Json): Json {
  if (Array.isArray(node)) return node.map(asResponse);
  if (!isObject(node)) return node;
  const { properties, required } = node;
  const copy = Object.fromEntries(Object.entries(node).map(([name, it]) => [name, asResponse(it)]));
  if (!isObject(properties) || !Array.isArray(required)) return copy;
  const isWriteOnly = (name: Json) => {
    const property = typeof name === 'string' ? properties[name] : undefined;
    return isObject(property) && property['writeOnly'] === true;
  };
  return { ...copy, required: required.filter((name) => !isWriteOnly(name)) };
}
