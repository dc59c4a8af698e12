import type { Clock } from '../base/clock.ts';
import { remember } from '../base/remember.ts';
import type { ApiModel, Operation } from '../model/api-model.ts';
import { toNearestPath } from '../model/nearest-path.ts';
import { toServerRouter } from '../model/router.ts';
import { statusOfRefusal } from '../refusal/documented-refusal.ts';
import { isRefusal, type Refusal } from '../refusal/refusal.ts';
import type { Answer } from '../wire/answer.ts';
import type { Call } from '../wire/call.ts';
import { toAuthenticator, type AuthMode } from './access/authenticate.ts';
import { authorise } from './access/authorise.ts';
import type { Principal } from './access/principal.ts';
import { routeCall, type Route, type Routing } from './request/route.ts';
import { toTokenRecogniser } from './oauth/issued-tokens.ts';
import { realmsOf } from './oauth/realm.ts';
import { toRecogniser } from './session/session.ts';
import { namespaceOf } from './state/namespace.ts';
import type { Store } from './state/store.ts';
import type { Trail } from './trail.ts';

/** A request that may be counted. */
export interface Admitted extends Route {
  readonly call: Call;
  readonly namespace: string;
  readonly principal: Principal | undefined;
  /** A refusal that the description answers with success, after all checks. */
  readonly late: Refusal | undefined;
}

type Admit = (call: Call, server: string | undefined, trail: Trail) => Admitted | Answer | Refusal;

interface AdmissionOptions {
  readonly clock: Clock;
  readonly seed: number;
  /** Where is kept which tokens have been revoked. */
  readonly store: Store;
  /** How strict the mock is about credentials; it takes only those it knows when left out. */
  readonly auth?: AuthMode | undefined;
}

/** The stages that only look at the head of a request: route, authenticate, authorise. */
export function toAdmission(api: ApiModel, options: AdmissionOptions): Admit {
  const { auth, clock, seed, store } = options;
  const session = toRecogniser(api, seed);
  const token = toTokenRecogniser(realmsOf(api, { clock, seed, mode: auth }), store);
  const routings = new Map(api.servers.map(({ url }) => [url, toRouting(api, url)]));
  const { authenticate, identify } = toAuthenticator(api, {
    clock,
    recognise: (scheme, secret, call) =>
      session(scheme, secret, call) ?? token(scheme, secret, call),
    mode: auth,
  });
  return (call, server, trail) => {
    const namespace = namespaceOf(call);
    if (isRefusal(namespace)) return namespace;
    trail.namespace = namespace;
    const routing = server === undefined ? undefined : routings.get(server);
    const route = routeCall(routing ?? NO_ROUTES, call);
    if (isRefusal(route) || 'status' in route) {
      trail.principal = identify(call);
      return route;
    }
    const { operation, variables } = route;
    trail.operation = operation;
    const authenticated = authenticate(operation, call);
    const principal = isRefusal(authenticated) ? undefined : authenticated;
    trail.principal = principal;
    // An API may document that it takes such a request all the same; what follows still counts.
    const late = isRefusal(authenticated)
      ? authenticated
      : auth === undefined
        ? authorise(api, operation, principal)
        : undefined;
    if (late && !isTolerated(operation, late)) return late;
    return { call, operation, variables, namespace, principal, late };
  };
}

const NO_ROUTES: Routing = { router: () => undefined, nearest: () => '', first: undefined };

function toRouting({ operations }: ApiModel, server: string): Routing {
  const paths = operations.filter(({ servers }) => servers.some(({ url }) => url === server));
  // What is printed and cannot be served leads to what is described instead; the described path comes first and last.
  const spellings = new Map([
    ...paths.map(({ path }) => [path, path] as const),
    ...paths.flatMap(({ path, printedAs }) => printedAs.map((it) => [it.path, path] as const)),
    ...paths.map(({ path }) => [path, path] as const),
  ]);
  const nearestSpelling = toNearestPath([...spellings.keys()]);
  const nearest = (path: string) => spellings.get(nearestSpelling(path) ?? '');
  return {
    router: remember(toServerRouter(operations, server)),
    nearest: remember((path) => nearest(path) ?? ''),
    first: paths[0]?.path,
  };
}

/** Whether the description answers a kind of refusal with success. */
function isTolerated(operation: Operation, { refused }: Refusal): boolean {
  return statusOfRefusal(operation, refused) < 400;
}
