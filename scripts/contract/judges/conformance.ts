import type {
  ApiModel,
  Breach,
  DocumentedResponse,
  Operation,
  Parameter,
} from '../../core/api-model.ts';
import {
  essenceOf,
  headerOf,
  isJsonType,
  type Exchange,
  type WireResponse,
} from '../../core/exchange.ts';
import { append, valueAt } from '../../core/json-pointer.ts';
import { expectedTypeOf, parseParameter } from '../../core/parameter-style.ts';
import type { Complaint } from '../complaint.ts';
import { mediaFor, parseJson } from '../wire/read-request.ts';

type Objection = Omit<Complaint, 'property'>;

/**
 * What in an answer the operation's Responses Object does not allow: its status, media type, body or
 * headers (OpenAPI 3.1.1, sections 4.8.16 to 4.8.21).
 */
export function objectionsTo(api: ApiModel, operation: Operation, exchange: Exchange): Objection[] {
  const clause = append(operation.pointer, 'responses');
  const states = `${operation.id} answers ${operation.responses.map((it) => it.status).join(', ')}`;
  if (exchange.response === undefined) {
    return [{ message: 'gives no answer', clause, states, seen: exchange.failure }];
  }
  const { response } = exchange;
  const documented = responseFor(operation, response.status);
  if (!documented) {
    const seen = `status ${response.status}`;
    return [
      { message: `answers ${response.status}, which is not documented`, clause, states, seen },
    ];
  }
  return [
    ...contentObjections(api, documented, response, exchange.request.method),
    ...headerObjections(api, documented, response),
  ];
}

/** The response documented for a status: itself, its range, or `default` (section 4.8.16.2). */
function responseFor(operation: Operation, status: number): DocumentedResponse | undefined {
  const range = `${Math.trunc(status / 100)}XX`;
  const find = (wanted: string) =>
    operation.responses.find((it) => it.status.toUpperCase() === wanted.toUpperCase());
  return find(`${status}`) ?? find(range) ?? find('default');
}

function contentObjections(
  api: ApiModel,
  documented: DocumentedResponse,
  response: WireResponse,
  method: string,
): Objection[] {
  const { status } = response;
  const bodiless = method === 'HEAD' || status === 204 || status === 304;
  if (documented.content.length === 0 || bodiless) return [];
  const clause = append(documented.pointer, 'content');
  const types = documented.content.map(({ mediaType }) => mediaType).join(', ');
  const contentType = headerOf(response, 'content-type');
  const media = contentType === undefined ? undefined : mediaFor(documented.content, contentType);
  if (!media) {
    const seen = contentType === undefined ? 'no Content-Type' : `Content-Type ${contentType}`;
    return [{ message: `answers ${status} in another media type`, clause, states: types, seen }];
  }
  if (!isJsonType(essenceOf(contentType ?? ''))) return [];
  const parsed = parseJson(response.body);
  if ('reason' in parsed) {
    const message = `answers ${status} with a body that is not JSON`;
    return [{ message, clause: media.pointer, states: media.mediaType, seen: parsed.reason }];
  }
  if (media.schema === undefined) return [];
  return api.schemas
    .check(media.schema, parsed.value)
    .map((breach) => bodyObjection(breach, status, parsed.value));
}

function bodyObjection(breach: Breach, status: number, body: unknown): Objection {
  const { instance, constraint, keyword, expected, message } = breach;
  const value = valueAt(body as never, `#${instance}`);
  return {
    message: `answers ${status} with a body that breaks ${keyword}`,
    clause: constraint,
    states: `${keyword}: ${shorten(expected)}`,
    seen: `body${instance} is ${value === undefined ? 'absent' : shorten(value)}: ${message}`,
  };
}

function headerObjections(
  api: ApiModel,
  documented: DocumentedResponse,
  response: WireResponse,
): Objection[] {
  return documented.headers.flatMap(({ name, required, pointer, schema }): Objection[] => {
    const value = headerOf(response, name);
    if (value === undefined) {
      if (!required) return [];
      const clause = append(pointer, 'required');
      return [
        {
          message: `leaves out the header ${name}`,
          clause,
          states: 'required: true',
          seen: 'no such header',
        },
      ];
    }
    if (schema === undefined) return [];
    const parameter: Parameter = {
      name,
      in: 'header',
      required,
      style: 'simple',
      explode: false,
      pointer,
      schema,
      examples: [],
    };
    const expected = expectedTypeOf(api.document, valueAt(api.document, schema));
    const parsed = parseParameter(parameter, [value], expected);
    return api.schemas.check(schema, parsed).map((breach) => ({
      message: `sends the header ${name} with a value that breaks ${breach.keyword}`,
      clause: breach.constraint,
      states: `${breach.keyword}: ${shorten(breach.expected)}`,
      seen: `${name}: ${value}`,
    }));
  });
}

/** A value on one line, cut where it gets long. */
export function shorten(value: unknown, length = 120): string {
  const text = JSON.stringify(value) ?? 'undefined';
  return text.length > length ? `${text.slice(0, length)}…` : text;
}
