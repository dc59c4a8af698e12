import type { ApiModel, Breach, Direction, Operation, Parameter } from '../../model/api-model.ts';
import { essenceOf } from '../../base/media-type.ts';
import { headerOf, type WireRequest } from '../../wire/exchange.ts';
import type { Json } from '../../base/json.ts';
import { append, type Pointer } from '../../base/json-pointer.ts';
import { mediaFor } from '../../wire/describe-body.ts';
import { readBody } from '../../wire/read-body.ts';
import { readParameter } from './read-parameter.ts';

/** A broken constraint and the part of the request that breaks it. */
export interface RequestBreach extends Breach {
  /** `body`, or the parameter as `query parameter limit`. */
  readonly part: string;
}

/** A part of a request as the contract reads it. */
export interface RequestPart {
  readonly part: string;
  readonly schema: Pointer | undefined;
  /** What the part says; undefined where it is left out or cannot be read. */
  readonly value: Json | undefined;
  readonly breaches: readonly RequestBreach[];
  /** Whether nothing is known of its content: it is in a media type that is not read here. */
  readonly isOpaque: boolean;
}

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

/** Every part that the description knows of, as it stands on the wire: parameters, then the body. */
export function readParts(
  api: ApiModel,
  target: string,
  operation: Operation,
  request: WireRequest,
  direction: Direction = 'request',
): RequestPart[] {
  const textsOf = parameterParts(target, operation, request);
  return [
    ...operation.parameters.map((parameter) => parameterPart(api, parameter, textsOf(parameter))),
    ...bodyPart(api, operation, request, direction),
  ];
}

/** The decoded texts that a request gives a parameter; none where it leaves it out. */
function parameterParts(
  target: string,
  operation: Operation,
  request: WireRequest,
): (parameter: Parameter) => readonly string[] {
  const url = request.url.slice(target.length);
  const [path = '', query = ''] = cut(url, '?');
  const variables = pathVariables(operation.path, path);
  const given: Record<Parameter['in'], (parameter: Parameter) => readonly string[]> = {
    path: ({ name }) => variables.get(name) ?? [],
    query: (parameter) => queryParts(parameter, query),
    header: ({ name }) => [headerOf(request, name) ?? []].flat(),
    cookie: ({ name }) => cookieParts(name, headerOf(request, 'cookie') ?? ''),
  };
  return (parameter) => given[parameter.in](parameter);
}

function parameterPart(api: ApiModel, parameter: Parameter, texts: readonly string[]): RequestPart {
  const { schema, required, pointer } = parameter;
  const part = `${parameter.in} parameter ${parameter.name}`;
  if (texts.length === 0) {
    return { ...left(part, schema), breaches: required ? [absent(part, pointer)] : [] };
  }
  const { value, breaches } = readParameter(api, parameter, texts);
  const own = breaches.map((breach) => ({ ...breach, part }));
  return { part, schema, value, breaches: own, isOpaque: false };
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
    const breaches = body.required ? [absent(part, body.pointer)] : [];
    return [{ ...left(part, undefined), breaches }];
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
    return [{ ...left(part, undefined), breaches: [breach] }];
  }
  const { schema, mediaType, pointer } = media;
  const check = (value: Json) =>
    schema === undefined ? [] : api.schemas.check(schema, value, direction);
  const contract = { document: api.document, media, breachesOf: (it: Json) => check(it).length };
  const reading = readBody(contract, contentType, bytesOf(request));
  if (!reading) return [{ ...left(part, schema), isOpaque: true }];
  if ('reason' in reading) {
    const breach: RequestBreach = {
      ...whole,
      constraint: pointer,
      keyword: 'mediaType',
      expected: mediaType,
      message: `is not ${essenceOf(contentType || mediaType)}: ${reading.reason}`,
    };
    return [{ ...left(part, schema), breaches: [breach] }];
  }
  const breaches = check(reading.value).map((breach) => ({ ...breach, part }));
  return [{ part, schema, value: reading.value, breaches, isOpaque: false }];
}

/** The content of a request, the coding that it may be sent in undone. */
function bytesOf(request: WireRequest): Uint8Array {
  const { bytes, body = '' } = request;
  const isCoded = headerOf(request, 'content-encoding') !== undefined;
  return bytes && !isCoded ? bytes : new TextEncoder().encode(body);
}

function left(part: string, schema: Pointer | undefined): RequestPart {
  return { part, schema, value: undefined, breaches: [], isOpaque: false };
}

function absent(part: string, owner: Pointer): RequestBreach {
  return {
    part,
    instance: '',
    constraint: append(owner, 'required'),
    keyword: 'required',
    expected: true,
    message: 'is absent',
  };
}

function pathVariables(template: string, path: string): ReadonlyMap<string, readonly string[]> {
  const names = [...template.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name);
  const literals = template.split(/\{[^}]+\}/).map((literal) => RegExp.escape(literal));
  const values = new RegExp(`^${literals.join('([^/]*)')}$`).exec(path)?.slice(1) ?? [];
  return new Map(names.map((name, i) => [name, [decode(values[i] ?? '')]]));
}

function queryParts({ name, style, explode }: Parameter, query: string): readonly string[] {
  const pairs = query.split('&').map((pair) => cut(pair.replaceAll('+', ' '), '=').map(decode));
  if (style !== 'deepObject') {
    return pairs.flatMap(([key, value]) => (key === name ? [value ?? ''] : []));
  }
  const members = pairs.flatMap(([key = '', value = '']) => {
    const member = new RegExp(`^${RegExp.escape(name)}\\[([^\\]]*)\\]$`).exec(key)?.[1];
    return member === undefined ? [] : [explode ? `${member}=${value}` : value];
  });
  return members;
}

function cookieParts(name: string, cookies: string): readonly string[] {
  return cookies.split(/;\s*/).flatMap((cookie) => {
    const [key, value = ''] = cut(cookie, '=');
    return key === name ? [decode(value)] : [];
  });
}

/** Cut in two at the first of a mark: the others belong to what follows (RFC 3986, section 3.4). */
function cut(text: string, mark: string): readonly string[] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
