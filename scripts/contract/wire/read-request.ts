import type { ApiModel, Breach, MediaType, Operation, Parameter } from '../../core/api-model.ts';
import {
  essenceOf,
  headerOf,
  isCoveredBy,
  isJsonType,
  type WireRequest,
} from '../../core/exchange.ts';
import { append, valueAt, type Pointer } from '../../core/json-pointer.ts';
import { expectedTypeOf, parseParameter } from '../../core/parameter-style.ts';
import type { Json } from '../../core/json.ts';

/** A broken constraint and the part of the request that breaks it. */
export interface RequestBreach extends Breach {
  /** `body`, or the parameter as `query parameter limit`. */
  readonly part: string;
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
  const url = request.url.slice(target.length);
  const [path = '', query = ''] = url.split('?', 2);
  const variables = pathVariables(operation.path, path);
  const given: Record<Parameter['in'], (parameter: Parameter) => readonly string[]> = {
    path: ({ name }) => variables.get(name) ?? [],
    query: (parameter) => queryParts(parameter, query),
    header: ({ name }) => [headerOf(request, name) ?? []].flat(),
    cookie: ({ name }) => cookieParts(name, headerOf(request, 'cookie') ?? ''),
  };
  const inParameters = operation.parameters.flatMap((parameter) =>
    parameterBreaches(api, parameter, given[parameter.in](parameter)),
  );
  return [...inParameters, ...bodyBreaches(api, operation, request)];
}

function parameterBreaches(
  api: ApiModel,
  parameter: Parameter,
  parts: readonly string[],
): RequestBreach[] {
  const part = `${parameter.in} parameter ${parameter.name}`;
  if (parts.length === 0) {
    if (!parameter.required) return [];
    return [absent(part, append(parameter.pointer, 'required'))];
  }
  if (parameter.schema === undefined) return [];
  const expected = expectedTypeOf(api.document, valueAt(api.document, parameter.schema));
  const value = parseParameter(parameter, parts, expected);
  return api.schemas.check(parameter.schema, value).map((breach) => ({ ...breach, part }));
}

function bodyBreaches(api: ApiModel, operation: Operation, request: WireRequest): RequestBreach[] {
  const { body } = operation;
  const part = 'body';
  if (!body) return [];
  if (request.body === undefined || request.body === '') {
    return body.required ? [absent(part, append(body.pointer, 'required'))] : [];
  }
  const contentType = headerOf(request, 'content-type') ?? '';
  const media = mediaFor(body.content, contentType);
  if (!media) {
    const message = `is sent as ${contentType || 'no media type'}`;
    const expected = body.content.map(({ mediaType }) => mediaType);
    return [
      {
        part,
        instance: '',
        constraint: append(body.pointer, 'content'),
        keyword: 'content',
        expected,
        message,
      },
    ];
  }
  if (!isJsonType(media.mediaType)) return [];
  const parsed = parseJson(request.body);
  if ('reason' in parsed) {
    const message = `is not JSON: ${parsed.reason}`;
    return [
      {
        part,
        instance: '',
        constraint: media.pointer,
        keyword: 'mediaType',
        expected: media.mediaType,
        message,
      },
    ];
  }
  if (media.schema === undefined) return [];
  return api.schemas.check(media.schema, parsed.value).map((breach) => ({ ...breach, part }));
}

function absent(part: string, constraint: Pointer): RequestBreach {
  return {
    part,
    instance: '',
    constraint,
    keyword: 'required',
    expected: true,
    message: 'is absent',
  };
}

export function mediaFor(
  content: readonly MediaType[],
  contentType: string,
): MediaType | undefined {
  const exact = content.find(({ mediaType }) => essenceOf(mediaType) === essenceOf(contentType));
  return exact ?? content.find(({ mediaType }) => isCoveredBy(contentType, mediaType));
}

/** JSON text to its value, or the reason why it is none (RFC 8259). */
export function parseJson(text: string): { readonly value: Json } | { readonly reason: string } {
  try {
    return { value: JSON.parse(text) as Json };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

function pathVariables(template: string, path: string): ReadonlyMap<string, readonly string[]> {
  const names = [...template.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name);
  const literals = template.split(/\{[^}]+\}/).map((literal) => RegExp.escape(literal));
  const values = new RegExp(`^${literals.join('([^/]*)')}$`).exec(path)?.slice(1) ?? [];
  return new Map(names.map((name, i) => [name, [decode(values[i] ?? '')]]));
}

function queryParts({ name, style, explode }: Parameter, query: string): readonly string[] {
  const pairs = query.split('&').map((pair) => pair.replaceAll('+', ' ').split('=', 2).map(decode));
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
    const [key, value = ''] = cookie.split('=', 2);
    return key === name ? [decode(value)] : [];
  });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
