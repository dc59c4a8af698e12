import type { ApiModel, Operation } from '../../model/api-model.ts';
import { append, type Pointer } from '../../base/json-pointer.ts';
import type { Objection } from './objection.ts';
import { errorClause } from './outcome.ts';
import type { RecordedResponse } from './recorded.ts';

/** RFC 9110, section 5.6.7: the one form that is still generated. */
const HTTP_DATE = /^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/;
/** RFC 9110, section 11.6.1: a scheme, and parameters or a token after it. */
const CHALLENGE = /^[\w!#$%&'*+.^`|~-]+( .+)?$/;

/** What HTTP itself asks of an answer, whatever a description says. */
export function messageObjections(
  api: ApiModel,
  atPath: readonly Operation[],
  operation: Operation | undefined,
  { status, headers }: RecordedResponse,
): readonly Objection[] {
  const objections: Objection[] = [];
  const clauseFor = (kind: 'unauthenticated' | 'methodNotAllowed' | 'rateLimited'): Pointer =>
    errorClause(api.policies.errors, operation, kind) ??
    (operation ? append(operation.pointer, 'responses') : '#/paths');
  const object = (clause: Pointer, seen: string) => objections.push({ clause, seen });
  if (status === 401 && !CHALLENGE.test(headers['www-authenticate'] ?? ''))
    object(clauseFor('unauthenticated'), `a 401 with ${shown(headers, 'www-authenticate')}`);
  if (status === 405) {
    const allowed = (headers['allow'] ?? '').split(',').map((it) => it.trim());
    if (!atPath.every(({ method }) => allowed.includes(method.toUpperCase())))
      object(clauseFor('methodNotAllowed'), `a 405 with ${shown(headers, 'allow')}`);
  }
  const later = headers['retry-after'];
  if (later !== undefined && !/^\d+$/.test(later) && !HTTP_DATE.test(later))
    object(clauseFor('rateLimited'), `Retry-After: ${later}`);
  const { location } = headers;
  if (location !== undefined && operation && !URL.canParse(location, 'http://base.invalid/'))
    object(append(operation.pointer, 'responses'), `Location: ${location}`);
  if (operation) objections.push(...lifecycleObjections(operation, headers));
  return objections;
}

/** The notice that an operation is going away (RFC 9745, section 2.1; RFC 8594, section 3). */
function lifecycleObjections(
  { lifecycle, responses, pointer }: Operation,
  headers: RecordedResponse['headers'],
): readonly Objection[] {
  const documented = responses.flatMap((it) => it.headers);
  const clauseOf = (name: string) =>
    documented.find((it) => it.name.toLowerCase() === name)?.pointer ?? pointer;
  const { deprecation, sunset } = headers;
  const objections: Objection[] = [];
  if (deprecation !== undefined && !/^@-?\d+$/.test(deprecation))
    objections.push({ clause: clauseOf('deprecation'), seen: `Deprecation: ${deprecation}` });
  if (sunset !== undefined) {
    const isDay = HTTP_DATE.test(sunset);
    const day = isDay ? new Date(sunset).toISOString().slice(0, 10) : undefined;
    if (!isDay || (lifecycle.sunset !== undefined && day !== lifecycle.sunset))
      objections.push({ clause: clauseOf('sunset'), seen: `Sunset: ${sunset}` });
  }
  return objections;
}

function shown(headers: RecordedResponse['headers'], name: string): string {
  return `${name}: ${headers[name] ?? 'missing'}`;
}
