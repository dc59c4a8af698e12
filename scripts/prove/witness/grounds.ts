import type { ApiModel, Operation } from '../../model/api-model.ts';
import { arrayOf, isEqual, type Json } from '../../base/json.ts';
import { append, valueAt, type Pointer } from '../../base/json-pointer.ts';
import { parseJson } from '../../base/json-text.ts';
import { ERROR_STATUSES, type ErrorKind } from '../../model/policies.ts';
import type { Client } from './access.ts';
import { securityClause } from './access.ts';
import { documentedAs, isJson } from './content.ts';
import { inputAt } from './inputs.ts';
import { memberGrounds } from './kept-members.ts';
import type { Made } from './made.ts';
import { readSchema } from './json-schema.ts';
import { parameterBreaches } from './parameters.ts';
import type { RecordedRequest } from './recorded.ts';
import type { Route } from './route.ts';

/** A reason for which the contract wants a request refused, and the clause that says so. */
export interface Ground {
  readonly kind: ErrorKind;
  readonly clause: Pointer;
  /** Whether it may be carried out all the same, since nothing says that it must not. */
  readonly isOptional?: boolean;
}

/**
 * The reasons for which a request is to be refused; none where it must be carried out. Who is not
 * known learns nothing else, so that a missing credential is the only reason there is.
 */
export function groundsOf(
  api: ApiModel,
  operation: Operation,
  route: Route,
  request: RecordedRequest,
  client: Client | 'nobody' | undefined,
  made: readonly Made[] = [],
): readonly Ground[] {
  if (client === 'nobody')
    return [{ kind: 'unauthenticated', clause: securityClause(api, operation) }];
  const isForbidden = operation.access === 'write' && client?.access === 'read';
  const forbidden = { kind: 'forbidden', clause: append(operation.pointer, 'x-access') } as const;
  const kept = keptGrounds(api, operation, route, request, client);
  const wrong = [...parameterBreaches(api, operation, route, request)];
  return [
    ...(isForbidden ? [forbidden] : []),
    ...(isNarrow(operation, client)
      ? [{ kind: 'forbidden', clause: securityClause(api, operation) } as const]
      : []),
    ...wrong.map((clause): Ground => ({ kind: 'invalid', clause })),
    // An address with an id that can be none leads nowhere (RFC 9110, section 15.5.5).
    ...wrong
      .filter((clause) => operation.errors.notFound && isInPath(operation, clause))
      .map((clause): Ground => ({ kind: 'notFound', clause })),
    ...kept,
    ...(operation.resource
      ? memberGrounds(api, {
          operation,
          resource: operation.resource,
          at: (place) => inputAt(api, operation, route, request, place),
          body: null,
          made,
          moment: 0,
        })
      : []),
    ...contentGrounds(api, operation, request),
    ...acceptGrounds(operation, request),
  ];
}

/** Whether a clause is about a variable of the path. */
function isInPath({ parameters }: Operation, clause: Pointer): boolean {
  const own = parameters.filter((it) => it.in === 'path');
  return own.some(({ pointer, schema }) =>
    [pointer, schema].some(
      (it) => it !== undefined && (clause === it || clause.startsWith(`${it}/`)),
    ),
  );
}

/** What may be neither changed nor deleted, and statements of those who may only read. */
function keptGrounds(
  api: ApiModel,
  operation: Operation,
  route: Route,
  request: RecordedRequest,
  client: Client | undefined,
): readonly Ground[] {
  const { resource, sql } = operation;
  const said = (place: string | undefined) =>
    place === undefined ? undefined : inputAt(api, operation, route, request, place);
  const id = said(resource?.id);
  const isKept = id !== undefined && resource?.protected?.some((it) => isEqual(it, id)) === true;
  const statement = said(sql?.statement);
  const isChange = typeof statement === 'string' && /^\s*(insert|update|delete)\b/i.test(statement);
  const isReader = sql?.changes !== undefined && client?.access === 'read';
  return [
    ...(isKept
      ? [{ kind: 'invalid', clause: append(operation.pointer, 'x-resource', 'protected') } as const]
      : []),
    ...(isChange && isReader
      ? [{ kind: 'forbidden', clause: append(operation.pointer, 'x-sql', 'changes') } as const]
      : []),
  ];
}

/** Whether a token lacks a scope in each of the ways to be let in. */
function isNarrow({ security }: Operation, client: Client | undefined): boolean {
  const { scopes } = client ?? {};
  if (scopes === undefined) return false;
  return security.every((it) => [...it.values()].flat().some((scope) => !scopes.includes(scope)));
}

function* contentGrounds(
  api: ApiModel,
  operation: Operation,
  { body = '', headers }: RecordedRequest,
): Generator<Ground> {
  const wanted = operation.body;
  if (!wanted) return;
  if (body === '') {
    if (wanted.required) yield { kind: 'malformed', clause: append(wanted.pointer, 'required') };
    return;
  }
  const { bodyBytes = Infinity } = operation.limits;
  if (bytesIn(body) > bodyBytes)
    yield { kind: 'tooLarge', clause: limitClause(api, operation, 'bodyBytes') };
  const contentType = headers['content-type'] ?? '';
  const media = documentedAs(wanted.content, contentType);
  if (!media) {
    const isOptional = !isDocumented(operation, 'unsupportedMediaType');
    yield { kind: 'unsupportedMediaType', clause: append(wanted.pointer, 'content'), isOptional };
    return;
  }
  if (!isJson(contentType)) return;
  const reading = parseJson(body);
  if ('reason' in reading) {
    // Of what nobody looks into nothing is known.
    if (!reading.isUnread) yield { kind: 'malformed', clause: media.pointer };
    return;
  }
  const { value } = reading;
  yield* itemGrounds(api, operation, value);
  if (media.schema === undefined) return;
  const { breaches, unnamed } = readSchema(api.document, media.schema, value);
  for (const { clause } of breaches) yield { kind: 'invalid', clause };
  // JSON Schema lets such properties pass; whether the API does, nobody has said.
  if (unnamed.length > 0) yield { kind: 'invalid', clause: media.schema, isOptional: true };
}

function* itemGrounds(api: ApiModel, operation: Operation, value: Json): Generator<Ground> {
  const { itemBytes, itemsAt } = operation.limits;
  if (itemBytes === undefined || itemsAt === undefined) return;
  const items = arrayOf(valueAt(value, itemsAt));
  if (items.some((item) => bytesIn(JSON.stringify(item)) > itemBytes))
    yield { kind: 'tooLarge', clause: limitClause(api, operation, 'itemBytes') };
}

/** Whether a description says that a kind of refusal happens. */
function isDocumented({ errors, responses }: Operation, kind: ErrorKind): boolean {
  const usual = String(ERROR_STATUSES[kind]);
  return errors[kind] !== undefined || responses.some(({ status }) => status === usual);
}

/**
 * An Accept that none of the documented successes satisfies. Whoever cannot satisfy it may disregard
 * it (RFC 9110, section 12.5.1), unless the description says otherwise.
 */
function acceptGrounds(operation: Operation, { headers }: RecordedRequest): readonly Ground[] {
  const { accept } = headers;
  if (accept === undefined) return [];
  const ranges = accept.split(',').map((it) => it.split(';')[0]?.trim().toLowerCase() ?? '');
  const offered = operation.responses
    .filter(({ status }) => status.startsWith('2'))
    .flatMap(({ content }) => content.map(({ mediaType }) => mediaType.toLowerCase()));
  const isMet = offered.some((type) =>
    ranges.some((it) => it === '*/*' || it === type || it === type.replace(/\/.*/, '/*')),
  );
  const clause = append(operation.pointer, 'responses');
  const isOptional = !isDocumented(operation, 'notAcceptable');
  return isMet || offered.length === 0 ? [] : [{ kind: 'notAcceptable', clause, isOptional }];
}

function limitClause({ document }: ApiModel, { pointer }: Operation, name: string): Pointer {
  const own = append(pointer, 'x-limits', name);
  return valueAt(document, own) === undefined ? append('#/x-limits', name) : own;
}

function bytesIn(text: string): number {
  return new TextEncoder().encode(text).length;
}
