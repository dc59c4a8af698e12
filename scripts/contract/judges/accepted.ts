import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { isEqual } from '../../base/json.ts';
import { append, valueAt } from '../../base/json-pointer.ts';
import type { Verdict } from '../bench.ts';
import type { SchemaVerdict } from '../proof/disagreement.ts';
import { responseFor } from '../../model/documented-response.ts';
import { isTypedByOthers, mayLoseValues } from '../../model/member-policy.ts';
import { hasOneWay } from '../../values/generate/one-way-members.ts';
import { statusOfRefusal } from '../../refusal/documented-refusal.ts';
import { isLongHeadRefused } from '../../refusal/is-long-head.ts';
import { isPointer } from '../flows/places.ts';
import { readParts } from '../wire/read-request.ts';
import type { RequestPart } from '../wire/request-part.ts';
import { holdsOneWay } from './one-way.ts';
import { NOT_DONE, noAcceptance } from './no-acceptance.ts';
import { describeBreach, shorten } from './words.ts';

/** Statuses that say the request itself is at fault (RFC 9110, section 15.5), whatever the API. */
const REFUSALS = [400, 405, 406, 411, 413, 414, 415, 422];

/** Statuses for what a description does say: the method, what is accepted, and the media type. */
const EXCLUDED = [405, 406, 415];

/** Statuses for what only a server knows: what there is, what it costs, and who may see it (RFC 9110, section 15.5). */
export const BY_DATA: readonly number[] = [402, 403, 404, 409, 410, 412, 423, 424, 428];

/** Whether a description says that a request which breaks nothing is not refused so. */
export function isExcluded({ errors }: Operation, status: number): boolean {
  const declared = [errors.invalid?.status, errors.malformed?.status];
  return EXCLUDED.includes(status) || (status >= 400 && declared.includes(status));
}

/** Whether a request is about a thing that nobody may change (`protected` of `x-resource`). */
function isAboutProtected({ resource }: Operation, parts: readonly RequestPart[]): boolean {
  const { protected: kept = [], id } = resource ?? {};
  if (kept.length === 0 || id === undefined) return false;
  const named = isPointer(id)
    ? parts.flatMap(({ part, value }) =>
        part === 'body' && value !== undefined ? [valueAt(value, id)] : [],
      )
    : parts.flatMap(({ part, value }) => (part.endsWith(` parameter ${id}`) ? [value] : []));
  return named.some((it) => it !== undefined && kept.some((one) => isEqual(one, it)));
}

/**
 * A valid request must not make the server fail, nor be refused as invalid, where something promises that it
 * is not: it is documented as it stands, or the description says what is refused so. What a schema allows
 * a server may refuse for reasons that no schema can say.
 */
export function judgeAccepted(
  api: ApiModel,
  target: string,
  operation: Operation,
  exchange: Exchange,
  isPromised: boolean,
): Verdict {
  const parts = readParts(api, target, operation, exchange.request);
  const isDoubtful = (it: RequestPart) =>
    it.isOpaque || it.breaches.length > 0 || holdsReadOnly(api, it);
  if (parts.some(isDoubtful) || isLongHeadRefused(exchange)) return 'irrelevant';
  const status = exchange.response?.status;
  if (status === undefined) return undefined;
  const isInvalid = status === statusOfRefusal(operation, 'invalid');
  const body = parts.find(({ part }) => part === 'body')?.value;
  if (isInvalid && (isTypedByOthers(api, operation) || mayLoseValues(api, operation, body)))
    return { undetermined: unsaid(status) };
  // What a statement in another language means no schema says.
  const isOpen = status < 500 && saysStrangely(operation, parts);
  const isStated = isExcluded(operation, status) && !isOpen;
  // Of a refusal that is documented the reason may be one that no schema can say; others are nowhere foreseen.
  const isForeseen = responseFor(operation, status) !== undefined;
  if (NOT_DONE.includes(status) && isForeseen) return { undetermined: unsaid(status) };
  if (status >= 400 && status < 500 && isAboutProtected(operation, parts)) return undefined;
  if (isOpen && REFUSALS.includes(status)) return { undetermined: unsaid(status) };
  if (status < 500 && !isStated) {
    if (!REFUSALS.includes(status)) return undefined;
    // Where nothing is said that could be invalid, the reason is what was done before.
    const isEmpty = operation.parameters.length === 0 && operation.body === undefined;
    if (isEmpty || (!isPromised && isForeseen)) return { undetermined: unsaid(status) };
  }
  return {
    message: `a valid request is answered ${status}`,
    clause: operation.body?.pointer ?? append(operation.pointer, 'parameters'),
    states: 'the request breaks no constraint of its parameters and body',
    seen: `status ${status}: ${shorten(exchange.response?.body)}`,
    // What only the direction excuses counts for nothing.
    rests: parts.flatMap(({ part, schema, value }): SchemaVerdict[] =>
      schema === undefined || value === undefined
        ? []
        : [{ part, schema, value, breach: undefined, excused: api.schemas.check(schema, value) }],
    ),
  };
}

/** Whether a request has a statement in SQL that no example shows: what is wrong with it no schema says. */
function saysStrangely({ sql, body }: Operation, parts: readonly RequestPart[]): boolean {
  if (!sql) return false;
  const shown = body?.content.flatMap(({ examples }) => examples.map(({ value }) => value)) ?? [];
  return parts.some(({ part, value }) => {
    const statement = part === 'body' && value !== undefined ? valueAt(value, sql.statement) : null;
    return (
      statement !== null &&
      !shown.some((it) => isEqual(valueAt(it, sql.statement) ?? null, statement ?? null))
    );
  });
}

/** A request that breaks a constraint must be refused with a 4xx status. */
export function judgeRejected(
  api: ApiModel,
  target: string,
  operation: Operation,
  exchange: Exchange,
): Verdict {
  // What a server ignores may break what it likes.
  const parts = readParts(api, target, operation, exchange.request).filter(
    (it) => !holdsReadOnly(api, it),
  );
  const [found] = parts.flatMap((part) => part.breaches.map((breach) => ({ ...part, breach })));
  if (!found) return 'irrelevant';
  const { breach, schema, value } = found;
  const { response } = exchange;
  if (!response || (response.status >= 400 && response.status < 500)) return undefined;
  const { status } = response;
  const open = operation.errors.invalid ? undefined : noAcceptance(response);
  if (open !== undefined)
    return { undetermined: `a request that breaks ${breach.keyword} is ${open}` };
  const { part, constraint, keyword } = breach;
  return {
    message: `a request whose ${part} breaks ${keyword} is answered ${status}`,
    clause: constraint,
    states: `${keyword}: ${shorten(breach.expected)}`,
    seen: `${describeBreach(part, breach, value)}; the answer is ${status}`,
    rests: schema === undefined || value === undefined ? [] : [{ part, schema, value, breach }],
  };
}

function holdsReadOnly(api: ApiModel, { schema, value }: RequestPart): boolean {
  if (schema === undefined || value === undefined || !hasOneWay(api.document)) return false;
  return holdsOneWay(api, schema, value, 'readOnly');
}

/** That only the server can know why it refuses what breaks no constraint. */
export function unsaid(status: number): string {
  return `a request that breaks no constraint is answered ${status}: a schema may not say why`;
}
