import type { ApiModel, Operation } from '../../model/api-model.ts';
import { append } from '../../base/json-pointer.ts';
import { clientOf, isKnowable } from './access.ts';
import { defaultObjections } from './defaults.ts';
import { envelopeObjections } from './envelope.ts';
import { conditionObjections } from './conditions.ts';
import { groundsOf, type Ground } from './grounds.ts';
import { messageObjections } from './message.ts';
import type { Objection } from './objection.ts';
import { comesAgain, keyObjections } from './keys.ts';
import { keptObjections, madeBy } from './kept-things.ts';
import { locationObjections } from './locations.ts';
import { methodObjections } from './methods.ts';
import { errorClause, outcomeObjections, refusalObjections } from './outcome.ts';
import { pageObjections } from './pages.ts';
import { progressObjections } from './progress.ts';
import { createMeter, standingObjections, type Meter } from './quota.ts';
import type { Recorded } from './recorded.ts';
import { repeatObjections } from './repeats.ts';
import { responseObjections } from './response.ts';
import { routeOf, type Route } from './route.ts';
import { issuedBy, sessionsIn } from './sessions.ts';
import { thingObjections } from './things.ts';
import { toldPageObjections } from './told-pages.ts';
import { isVetoed, webhookObjections } from './webhooks.ts';

/**
 * Every clause that a recorded sequence breaks. It reads descriptions by rules of its own and shares
 * no code with the properties whose strength it measures.
 */
export function judgeWitness(api: ApiModel, exchanges: readonly Recorded[]): readonly Objection[] {
  const meter = createMeter(api);
  return [
    ...exchanges.flatMap((it, i) => judgeExchange(api, it, exchanges.slice(0, i), meter)),
    ...progressObjections(api, exchanges),
    ...thingObjections(
      api,
      exchanges.filter((it, i) => !comesAgain(api, it, exchanges.slice(0, i))),
    ),
    ...keptObjections(api, exchanges),
    ...pageObjections(api, exchanges),
    ...toldPageObjections(api, exchanges),
    ...keyObjections(api, exchanges),
    ...conditionObjections(api, exchanges),
    ...methodObjections(api, exchanges),
  ];
}

function judgeExchange(
  api: ApiModel,
  recorded: Recorded,
  before: readonly Recorded[],
  meter: Meter,
): readonly Objection[] {
  const { at, request, response } = recorded;
  const route = routeOf(api, request);
  const { operation, atPath } = route;
  const inMessage = messageObjections(api, atPath, operation, response);
  // What OPTIONS says is everybody's own affair (RFC 9110, section 9.3.7), but to fail says nothing.
  if (!operation && request.method === 'OPTIONS')
    return [...inMessage, ...failureObjections(atPath, response)];
  if (!operation) return [...inMessage, ...strayObjections(api, route, recorded)];
  const sessions = sessionsIn(api, before);
  const client = clientOf(api, operation, request, at, sessions);
  if (client === 'nobody' && !isKnowable(api, operation, request, sessions)) {
    const isLetIn = response.status < 300;
    return [...inMessage, ...(isLetIn ? responseObjections(api, operation, [], recorded) : [])];
  }
  const made = madeBy(api, before);
  const grounds = groundsOf(api, operation, route, request, client, made);
  const known = client === 'nobody' ? undefined : client;
  // Whether those count who may not, no description says.
  const isCounted = client !== 'nobody' && grounds.every(({ kind }) => kind !== 'forbidden');
  const standing = isCounted ? meter.count(operation, known, at) : undefined;
  const isOver = standing !== undefined && standing.used > standing.quota;
  const clause = append(standing?.policy.pointer ?? '#', 'quotas', standing?.category ?? '');
  const all: readonly Ground[] = isOver ? [{ kind: 'rateLimited', clause }] : grounds;
  const kinds = all.map(({ kind }) => kind);
  return [
    ...inMessage,
    // How a write is refused that a receiver does not allow, no description says; keys have rules of their own.
    ...(isVetoed(api, recorded) || comesAgain(api, recorded, before)
      ? []
      : outcomeObjections(api, operation, all, known, { request, response })),
    ...responseObjections(api, operation, kinds, recorded),
    ...envelopeObjections(api, operation, operation.errors, kinds, response),
    ...(standing ? standingObjections(standing, operation, recorded) : []),
    ...locationObjections(api, recorded),
    ...defaultObjections(api, recorded),
    ...repeatObjections(api, recorded),
    ...sessionObjections(api, operation.id, recorded),
    ...webhookObjections(api, recorded),
  ];
}

function failureObjections(
  [first]: readonly Operation[],
  { status }: Recorded['response'],
): readonly Objection[] {
  if (!first || status < 500 || status === 501) return [];
  return [{ clause: append('#/paths', first.path), seen: `OPTIONS is answered ${status}` }];
}

/**
 * Requests to no path, or to a path that lacks the method. A description lists what there is and not
 * what there is not, so that a server may answer more; how it refuses is another matter.
 */
function strayObjections(
  api: ApiModel,
  { atPath }: Route,
  { response }: Recorded,
): readonly Objection[] {
  const kind = atPath.length > 0 ? 'methodNotAllowed' : 'notFound';
  const { errors } = api.policies;
  const clause = errorClause(errors, undefined, kind);
  const isRefused = response.status >= 400;
  if (clause === undefined || (kind === 'notFound' && !isRefused)) return [];
  return [
    ...refusalObjections(api, undefined, errors, [{ kind, clause }], response),
    ...envelopeObjections(api, undefined, errors, [kind], response),
  ];
}

/** A login that succeeds issues a session (`x-session`). */
function sessionObjections(api: ApiModel, id: string, recorded: Recorded): readonly Objection[] {
  const { session } = api.policies;
  if (session?.issuedBy !== id || recorded.response.status >= 300) return [];
  const isIssued = issuedBy(api, recorded) !== undefined;
  return isIssued ? [] : [{ clause: '#/x-session', seen: 'a login that issues no session' }];
}
