import { variablesOf } from '../../model/path-variables.ts';
import type { ApiModel, Direction, Operation } from '../../model/api-model.ts';
import { essenceOf } from '../../base/media-type.ts';
import { headerOf, type WireRequest } from '../../wire/exchange.ts';
import { claimsOf, type RequestTexts } from '../../wire/read-parameter.ts';
import { splitQuery } from '../../wire/text-pairs.ts';
import { append } from '../../base/json-pointer.ts';
import type { Json } from '../../base/json.ts';
import { describeBody, mediaFor } from '../../wire/describe-body.ts';
import { kindOf } from '../../wire/media-kind.ts';
import { readBody } from '../../wire/read-body.ts';
import { undefinedBody } from '../../wire/undefined-body.ts';
import type { WireBody } from '../../wire/wire-body.ts';
import { parameterPart } from './parameter-part.ts';
import {
  absentPart,
  breachOfAbsence,
  type RequestBreach,
  type RequestPart,
} from './request-part.ts';
import { bindPath } from '../../model/bind-segment.ts';

/**
 * Reads a request back from what went on the wire, by the description's rules, and says what in it
 * the contract forbids. The generator's intentions are no evidence: only this is.
 */
export function readRequest(
  api: ApiModel,
  target: string,
  operation: Operation,
  request: WireRequest,
): RequestBreach[] {
  return readParts(api, target, operation, request).flatMap(({ breaches }) => breaches);
}

/** The request of an operation that was read last. */
interface LatelyRead {
  readonly request: WireRequest;
  readonly target: string;
  readonly direction: Direction;
  readonly parts: readonly RequestPart[];
}

const LATEST = new WeakMap<Operation, LatelyRead>();

/**
 * Every part that the description knows of, as it stands on the wire: parameters, then the body. Several look
 * at a request in turn, and a large one is read for the first of them only.
 */
export function readParts(
  api: ApiModel,
  target: string,
  operation: Operation,
  request: WireRequest,
  direction: Direction = 'request',
): readonly RequestPart[] {
  const known = LATEST.get(operation);
  const isSame = known?.request === request && known.target === target;
  if (isSame && known.direction === direction) return known.parts;
  const parts = partsOf(api, target, operation, request, direction);
  LATEST.set(operation, { request, target, direction, parts });
  return parts;
}

function partsOf(
  api: ApiModel,
  target: string,
  operation: Operation,
  request: WireRequest,
  direction: Direction,
): readonly RequestPart[] {
  const texts = textsOf(target, operation, request);
  const claims = claimsOf(operation.parameters);
  return [
    ...operation.parameters.map((parameter) =>
      parameterPart(api, parameter, { texts, claims, direction }),
    ),
    ...bodyPart(api, operation, request, direction),
  ];
}

function textsOf(target: string, operation: Operation, request: WireRequest): RequestTexts {
  const url = request.url.slice(target.length);
  const at = url.indexOf('?');
  const lines = Map.groupBy(request.headers, ([name]) => name.toLowerCase());
  return {
    variables: pathVariables(operation, at < 0 ? url : url.slice(0, at)),
    query: at < 0 ? [] : splitQuery(url.slice(at + 1)),
    lines: (name) => lines.get(name.toLowerCase())?.map(([, value]) => value) ?? [],
  };
}

function bodyPart(
  api: ApiModel,
  { body }: Operation,
  request: WireRequest,
  direction: Direction,
): RequestPart[] {
  const part = 'body';
  if (!body) return [];
  const whole = { part, instance: '' };
  if (request.body === undefined || request.body === '') {
    const breaches = body.required ? [breachOfAbsence(part, body.pointer)] : [];
    return [{ ...absentPart(part, undefined), breaches }];
  }
  const contentType = headerOf(request, 'content-type') ?? '';
  const media = mediaFor(body.content, contentType);
  if (!media) {
    const breach: RequestBreach = {
      ...whole,
      constraint: append(body.pointer, 'content'),
      keyword: 'content',
      expected: body.content.map(({ mediaType }) => mediaType),
      message: `is sent as ${contentType || 'no media type'}`,
    };
    return [{ ...absentPart(part, undefined), breaches: [breach] }];
  }
  const { schema, mediaType, pointer } = media;
  const check = (value: Json) =>
    schema === undefined ? [] : api.schemas.check(schema, value, direction);
  const contract = { document: api.document, media, breachesOf: (it: Json) => check(it).length };
  const reading = readBody(contract, contentType, bytesOf(request));
  if (!reading || ('reason' in reading && reading.isUnread)) {
    return [{ ...absentPart(part, schema), isOpaque: true }];
  }
  if ('reason' in reading) {
    const breach: RequestBreach = {
      ...whole,
      constraint: pointer,
      keyword: 'mediaType',
      expected: mediaType,
      message: `is not ${essenceOf(contentType || mediaType)}: ${reading.reason}`,
    };
    return [{ ...absentPart(part, schema), breaches: [breach] }];
  }
  // What nobody says how to write is held against nobody.
  if (isOpenForm(describeBody(api.document, media), reading.value)) {
    return [{ part, schema, value: reading.value, breaches: [], isOpaque: true }];
  }
  const breaches = check(reading.value).map((breach) => ({ ...breach, part }));
  return [{ part, schema, value: reading.value, breaches, isOpaque: false }];
}

/** Whether a value has no defined form among the fields of its media type; what a file holds is its own. */
function isOpenForm(body: WireBody, value: Json): boolean {
  if (!['form', 'multipart'].includes(kindOf(body.mediaType))) return false;
  return ![undefined, 'foreign-format'].includes(undefinedBody(body, value));
}

/** The content of a request, the coding that it may be sent in undone. */
function bytesOf(request: WireRequest): Uint8Array {
  const { bytes, body = '' } = request;
  const isCoded = headerOf(request, 'content-encoding') !== undefined;
  return bytes && !isCoded ? bytes : new TextEncoder().encode(body);
}

/** What the variables of a path stand for, not decoded; none where the path is not the operation's. */
function pathVariables(operation: Operation, path: string): ReadonlyMap<string, string> {
  const spellings = operation.printedAs.flatMap((it) => (it.isServed ? [it.path] : []));
  for (const template of [operation.path, ...spellings]) {
    const values = bindPath(template, path, 0);
    const names = variablesOf(template);
    if (values) return new Map(values.map((value, i) => [names[i] ?? '', value]));
  }
  return new Map();
}
