import { arrayOf, isObject, textOf, type Json } from '../../base/json.ts';
import { escapePattern } from '../../base/escape-pattern.ts';
import { jsonOrNone } from '../../base/json-text.ts';
import { tokensOf, type Pointer } from '../../base/json-pointer.ts';
import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { Violation } from '../../result/contract-run.ts';
import type { Exchange, WireRequest } from '../../wire/exchange.ts';
import { scalarsIn } from '../things/deeds.ts';
import { decoded } from '../things/feed.ts';

/** What was found once, and what was sent and answered when it was looked for again. */
export interface Replayed {
  readonly api: ApiModel;
  readonly violation: Pick<Violation, 'property' | 'message' | 'exchange' | 'premise'>;
  readonly exchanges: readonly Exchange[];
  /** Ids of the things that were made for it again. */
  readonly ids: readonly Json[];
}

/**
 * Why a finding that was not seen again is not known to be gone: no answer was one that could have shown it.
 * Undefined where one could.
 */
export function whyUndecided({ api, violation, exchanges, ids }: Replayed): string | undefined {
  const { exchange: before } = violation;
  const { method } = before.request;
  const operation = operationAsked(api, before.request);
  const what = `${method} ${operation?.path ?? URL.parse(before.request.url)?.pathname ?? ''}`;
  const alike = exchanges.filter(
    ({ request }) => request.method === method && operationAsked(api, request) === operation,
  );
  if (alike.length === 0) return `${what} was not sent again`;
  const answer = answerIn(violation);
  const telling = alike.filter(
    answer === undefined ? toTelling(violation, operation) : isSame(before),
  );
  const told = [...new Set(alike.map(tell))].join(' or ');
  if (telling.length === 0) return `${what} is ${told} now; it was ${tell(before)} then`;
  if (answer === undefined) return undefined;
  const holding = telling.filter((it) => hasPlace(it, before, answer));
  if (holding.length === 0) return `no answer to ${what} has anything at ${partOf(answer)} now`;
  if (!['GET', 'HEAD'].includes(method) || ids.length === 0) return undefined;
  if (holding.some((it) => ids.some((id) => isOn(it, textOf(id))))) return undefined;
  return `no answer to ${what} shows what was made for it (${ids.map(textOf).join(', ')})`;
}

/** The item of a list in which a place is, or what has the member that it is. */
function partOf(place: Pointer): string {
  const tokens = tokensOf(place);
  const item = tokens.findLastIndex((it) => /^\d+$/.test(it));
  return ['body', ...tokens.slice(0, item < 0 ? -1 : item + 1)].join('/');
}

/** The place in an answer that a finding is about; reports of former versions tell no more than that it is about one. */
function answerIn({ premise, message }: Replayed['violation']): Pointer | undefined {
  if (premise) return premise.answer;
  return /^(?:answers \d+ with|sends the header|leaves out the header) /.test(message)
    ? '#'
    : undefined;
}

/** Properties that are about what is there, so that its absence tells something. */
const OF_STATE = ['state', 'path', 'async', 'webhook', 'session'];
/** Properties that are about who may do something. */
const OF_ACCESS = ['auth', 'session'];

/** What an answer is that could have shown that there should be no such answer. */
function toTelling(
  { property, exchange: before, premise }: Replayed['violation'],
  operation: Operation | undefined,
): (exchange: Exchange) => boolean {
  const [family = ''] = property.split('.', 1);
  const status = statusOf(before);
  const isOnThing = operation?.path.includes('{') === true && status >= 200 && status < 300;
  const needsThing =
    (premise?.thing !== undefined || isOnThing) && !OF_STATE.includes(family) && !isMissing(status);
  return (after) => {
    const now = statusOf(after);
    if (now === status) return true;
    if (now === 0 || now === 429) return false;
    if (now >= 500) return status >= 500;
    if (now === 401 || now === 403) return OF_ACCESS.includes(family);
    return !needsThing || !isMissing(now);
  };
}

function isMissing(status: number): boolean {
  return status === 404 || status === 410;
}

function isSame(before: Exchange): (exchange: Exchange) => boolean {
  return (after) => statusOf(after) === statusOf(before);
}

/** The status of an answer; 0 where there is none. */
function statusOf({ response }: Exchange): number {
  return response?.status ?? 0;
}

function tell(exchange: Exchange): string {
  return exchange.response ? `answered ${exchange.response.status}` : 'not answered';
}

/** Whether an answer has something at a place, in any item where that is in a list; what was in vain then as well is not asked for. */
function hasPlace({ response }: Exchange, before: Exchange, place: Pointer): boolean {
  const was = jsonOrNone(before.response?.body ?? '');
  const tokens = tokensOf(place);
  const value = jsonOrNone(response?.body ?? '');
  // All of a list is about what is in it.
  const isWhole = tokens.length === 0 || was === undefined;
  if (isWhole) return !isFilled(was) || isFilled(value);
  return value !== undefined && leads(value, was, tokens);
}

/** Whether a list has items, or a first list in a body does. */
function isFilled(body: Json | undefined): boolean {
  if (Array.isArray(body)) return body.length > 0;
  return isObject(body) && Object.values(body).some((it) => Array.isArray(it) && it.length > 0);
}

function leads(value: Json, was: Json | undefined, tokens: readonly string[]): boolean {
  const [token, ...rest] = tokens;
  if (token === undefined) return true;
  if (Array.isArray(was)) {
    const item = arrayOf(was)[Number(token)];
    return arrayOf(value).some((it) => leads(it, item, rest));
  }
  // A member may be left out where it was wrong.
  if (!isObject(value)) return false;
  if (rest.length === 0) return true;
  const own = value[token];
  return own !== undefined && leads(own, isObject(was) ? was[token] : undefined, rest);
}

/** Whether a thing of that id is asked for, or shown. */
function isOn({ request, response }: Exchange, id: string): boolean {
  const { pathname = '', searchParams } = URL.parse(request.url) ?? {};
  const isAsked = pathname.split('/').some((it) => decoded(it) === id);
  if (isAsked || [...(searchParams?.values() ?? [])].includes(id)) return true;
  return scalarsIn(jsonOrNone(response?.body ?? '')).includes(id);
}

/** The operation at whose path a request ends, whatever comes before it; of several the one with most of its own words. */
function operationAsked({ operations }: ApiModel, request: WireRequest): Operation | undefined {
  const path = URL.parse(request.url)?.pathname ?? '';
  const fitting = operations.filter(
    (it) => it.method === request.method.toLowerCase() && endOf(it).test(path),
  );
  return fitting.toSorted((left, right) => wordsOf(right) - wordsOf(left))[0];
}

function wordsOf({ path }: Operation): number {
  return path.replaceAll(/\{[^{}]*\}/g, '').length;
}

const ENDS = new WeakMap<Operation, RegExp>();

function endOf(operation: Operation): RegExp {
  const known = ENDS.get(operation);
  if (known) return known;
  const parts = operation.path.split(/\{[^{}]*\}/).map((it) => escapePattern(it));
  const end = new RegExp(`${parts.join('[^/]+')}/?$`);
  ENDS.set(operation, end);
  return end;
}
