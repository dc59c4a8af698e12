import type { WireResponse } from '../../wire/exchange.ts';
import { arrayOf, isObject, type JsonObject } from '../../base/json.ts';
import { jsonOrNone } from '../../base/json-text.ts';

/** Statuses that say what a server does not do, or not now (RFC 9110, sections 15.6.2, 15.6.4 and 15.6.6). */
export const NOT_DONE: readonly number[] = [501, 503, 505];

/**
 * Why an answer accepts nothing though it is no refusal by its status: it leads elsewhere (RFC 9110, section
 * 15.4), the server does not do it, or the refusal is in its body. Undefined where nothing says so.
 */
export function noAcceptance({ status, body }: WireResponse): string | undefined {
  if (status >= 300 && status < 400) return `answered ${status}, which leads elsewhere`;
  if (NOT_DONE.includes(status)) return `answered ${status}: the server does not do it`;
  const isError = status >= 200 && status < 300 && tellsOfError(body);
  return isError ? `answered ${status} with a body that tells of an error` : undefined;
}

/**
 * Whether a body is an error and no result, as JSON-RPC 2.0 (section 5.1) and GraphQL (section 7.1) have it, or says
 * of itself that it is one and which.
 */
function tellsOfError(body: string): boolean {
  const value = jsonOrNone(body) ?? jsonOrNone(firstEvent(body) ?? '');
  if (!isObject(value) || Object.hasOwn(value, 'result')) return false;
  const { error, errors, data = null } = value;
  if (typeof error === 'string' && error !== '') return saysFailure(value);
  if (isObject(error)) return ['code', 'message'].every((it) => Object.hasOwn(error, it));
  const [first] = arrayOf(errors);
  return data === null && isObject(first) && Object.hasOwn(first, 'message');
}

/** What the first event of a stream holds (HTML, section 9.2.6); undefined where there is none. */
function firstEvent(body: string): string | undefined {
  if (!/^(?:event|data|id|retry)?:/.test(body)) return undefined;
  return /^data: ?(.*)$/m.exec(body)?.[1];
}

/** Whether a body says of itself that what was asked for has failed. */
function saysFailure({ ok, success, type, status }: JsonObject): boolean {
  return ok === false || success === false || type === 'error' || status === 'error';
}
