import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { ApiModel } from '../../model/api-model.ts';
import type { Json } from '../../base/json.ts';
import { valueAt } from '../../base/json-pointer.ts';
import type { Call } from '../../wire/call.ts';
import { readPresented, type Presented } from '../../wire/credentials.ts';
import type { WireRequest } from '../../wire/exchange.ts';
import { isPointer } from '../flows/places.ts';
import { readParts } from '../wire/read-request.ts';
import type { RequestPart } from '../wire/request-part.ts';
import type { Turn } from './in-order.ts';
import type { Match } from './match.ts';
import { hiddenIn, isStandIn } from './stand-in.ts';

/** A recorded exchange of an operation, as judges of a recording look at it. */
export interface RecordedStep extends Turn, Match {
  readonly api: ApiModel;
  /** The parts of the request, read when they are first asked for. */
  readonly parts: () => readonly RequestPart[];
  /** What the request shows for each security scheme; nothing for those that it shows nothing for. */
  readonly presented: ReadonlyMap<string, NonNullable<Presented>>;
  /** Whose request it is, as far as its credentials tell; undefined where they do not. */
  readonly who: string | undefined;
}

export function toRecordedStep(api: ApiModel, match: Match, turn: Turn): RecordedStep {
  const { request } = turn.exchange;
  let parts: readonly RequestPart[] | undefined;
  const presented = presentedBy(api, request);
  return {
    ...match,
    ...turn,
    api,
    parts: () => (parts ??= readParts(api, match.base, match.operation, request)),
    presented,
    who: whoOf(presented),
  };
}

function presentedBy(
  { securitySchemes }: ApiModel,
  request: WireRequest,
): ReadonlyMap<string, NonNullable<Presented>> {
  const call = toCall(request);
  return new Map(
    [...securitySchemes].flatMap(([name, scheme]) => {
      const read = readPresented(scheme, call);
      const shown = hiddenIn(scheme, read, request) ?? read;
      return shown === undefined ? [] : [[name, shown] as const];
    }),
  );
}

/** A name for a client that is no secret; none where its secrets were not recorded. */
function whoOf(presented: RecordedStep['presented']): string | undefined {
  const secrets = [...presented].flatMap(([name, shown]) =>
    shown === 'malformed' ? [] : [`${name} ${shown.secret}`],
  );
  if (secrets.length === 0 || [...presented.values()].some(isStandIn)) return undefined;
  return createHash('sha256').update(secrets.join('\n')).digest('base64').slice(0, 16);
}

/** Credentials do not stand in bodies. */
function notRead(): 'cut-off' {
  return 'cut-off';
}

function toCall({ method, url, headers }: WireRequest): Call {
  const fields: IncomingHttpHeaders = Object.create(null) as IncomingHttpHeaders;
  for (const [name, value] of headers) {
    const field = name.toLowerCase();
    const former = fields[field];
    const separator = field === 'cookie' ? '; ' : ', ';
    fields[field] = former === undefined ? value : `${String(former)}${separator}${value}`;
  }
  const { pathname, search } = new URL(url);
  return {
    method,
    path: pathname,
    query: search.slice(1),
    headers: fields,
    address: '',
    readBytes: notRead,
  };
}

/** What a request has at a place that a policy names: a parameter, or a pointer into the body. */
export function requestPlace(step: RecordedStep, place: string): Json | undefined {
  const parts = step.parts();
  if (isPointer(place)) {
    const body = parts.find(({ part }) => part === 'body')?.value;
    return body === undefined ? undefined : valueAt(body, place);
  }
  const index = step.operation.parameters.findIndex(({ name }) => name === place);
  return index < 0 ? undefined : parts[index]?.value;
}

/** Whether a request was sent when the other had been answered: what lies beside each other proves no order. */
export function isAfter(
  { began, slack }: Pick<RecordedStep, 'began' | 'slack'>,
  ended: number | undefined,
  whose: keyof RecordedStep['slack'] = 'own',
): boolean {
  return began !== undefined && ended !== undefined && began + slack[whose] >= ended;
}
