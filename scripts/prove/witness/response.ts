import { arrayOf, isObject, objectOf, type Json } from '../../base/json.ts';
import type { ApiModel, DocumentedResponse, Operation } from '../../model/api-model.ts';
import { append, pointerOf, valueAt, type Pointer } from '../../base/json-pointer.ts';
import { parseJson } from '../../base/json-text.ts';
import { ERROR_STATUSES, type ErrorKind } from '../../model/policies.ts';
import { documentedAs, isJson, readText } from './content.ts';
import { breachesOf } from './json-schema.ts';
import type { Objection } from './objection.ts';
import { readAs } from './parameters.ts';
import type { Recorded, RecordedResponse } from './recorded.ts';

/** What in an answer is not as the operation documents it (OpenAPI 3.1.1, section 4.8.16). */
export function responseObjections(
  api: ApiModel,
  operation: Operation,
  kinds: readonly ErrorKind[],
  { request, response }: Recorded,
): readonly Objection[] {
  const { status } = response;
  const documented = [String(status), `${Math.floor(status / 100)}XX`, 'default']
    .map((wanted) =>
      operation.responses.find((it) => it.status.toUpperCase() === wanted.toUpperCase()),
    )
    .find((it) => it !== undefined);
  if (!documented) {
    // A request that deserves it may get what `x-errors` says, or HTTP where that is silent.
    const statusOf = (kind: ErrorKind) => operation.errors[kind]?.status ?? ERROR_STATUSES[kind];
    const isDeclared = kinds.some((kind) => statusOf(kind) === status);
    const clause = append(operation.pointer, 'responses');
    return isDeclared ? [] : [{ clause, seen: `status ${status}` }];
  }
  const isBare = request.method === 'HEAD' || status === 204 || status === 304;
  return [
    ...(isBare ? [] : contentObjections(api, documented, response)),
    ...headerObjections(api, documented, response),
  ];
}

function contentObjections(
  { document }: ApiModel,
  { content, pointer }: DocumentedResponse,
  response: RecordedResponse,
): readonly Objection[] {
  if (content.length === 0) return [];
  const contentType = response.headers['content-type'] ?? '';
  const media = documentedAs(content, contentType);
  if (!media) {
    return [
      { clause: append(pointer, 'content'), seen: `Content-Type ${contentType || 'missing'}` },
    ];
  }
  if (!isJson(contentType)) return [];
  const charset = /charset="?([^";\s]+)/i.exec(contentType)?.[1] ?? 'utf-8';
  if (charset.toLowerCase() !== 'utf-8')
    return [{ clause: media.pointer, seen: `JSON in ${charset}` }];
  const read = readText(response);
  if ('reason' in read) return [{ clause: media.pointer, seen: read.reason }];
  const parsed = parseJson(read.text);
  if ('reason' in parsed) {
    if (parsed.isUnread) return [];
    return [{ clause: media.pointer, seen: `no JSON: ${read.text.slice(0, 40)}` }];
  }
  if (media.schema === undefined) return [];
  const secret = writeOnlyIn(document, media.schema, parsed.value);
  if (secret !== undefined) return [{ clause: secret, seen: 'what is writeOnly is in an answer' }];
  return breachesOf(document, media.schema, parsed.value).map(({ clause, instance }) => ({
    clause,
    seen: `content${instance.slice(1)} breaks ${clause.slice(clause.lastIndexOf('/') + 1)}`,
  }));
}

function headerObjections(
  { document }: ApiModel,
  { headers }: DocumentedResponse,
  response: RecordedResponse,
): readonly Objection[] {
  return headers.flatMap(({ name, required, pointer, schema }): readonly Objection[] => {
    const field = name.toLowerCase();
    const value = Object.hasOwn(response.headers, field) ? response.headers[field] : undefined;
    if (value === undefined) {
      return required ? [{ clause: append(pointer, 'required'), seen: `no ${name}` }] : [];
    }
    if (schema === undefined) return [];
    return breachesOf(document, schema, readAs(document, schema, [value])).map(({ clause }) => ({
      clause,
      seen: `${name}: ${value.slice(0, 40)}`,
    }));
  });
}

/** Where a property that is in an answer is said to be written and never read (OpenAPI 3.1.1, section 4.8.24). */
function writeOnlyIn(document: Json, schema: Pointer, value: Json, depth = 0): Pointer | undefined {
  const node = objectOf(valueAt(document, schema));
  if (depth > MOST_STEPS) return undefined;
  const { $ref, properties } = node;
  const parts = [
    ...(typeof $ref === 'string' ? [pointerOf($ref)] : []),
    ...arrayOf(node['allOf']).map((_, i) => append(schema, 'allOf', i)),
  ];
  const inParts = parts.map((it) => writeOnlyIn(document, it, value, depth + 1));
  const inItems = (Array.isArray(value) ? arrayOf(value) : []).map((item) =>
    writeOnlyIn(document, append(schema, 'items'), item, depth + 1),
  );
  const named = isObject(value) ? Object.entries(value) : [];
  const inNames = named.map(([name, below]) => {
    if (!Object.hasOwn(objectOf(properties), name)) return undefined;
    const at = append(schema, 'properties', name);
    const isSecret = objectOf(valueAt(document, at))['writeOnly'] === true;
    return isSecret ? append(at, 'writeOnly') : writeOnlyIn(document, at, below, depth + 1);
  });
  return [...inParts, ...inItems, ...inNames].find((it) => it !== undefined);
}

const MOST_STEPS = 16;
