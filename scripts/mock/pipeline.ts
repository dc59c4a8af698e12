import type { ApiModel, Operation } from '../model/api-model.ts';
import { toRouter } from '../model/router.ts';
import { jobOptions } from './async/job-options.ts';
import { authorise } from './access/authorise.ts';
import { toAuthenticator } from './access/authenticate.ts';
import { type Principal } from './access/principal.ts';
import type { Answer } from '../wire/answer.ts';
import type { Call } from '../wire/call.ts';
import { conclude, whenThere, type Eventual } from '../base/eventual.ts';
import { statusOfRefusal } from '../refusal/documented-refusal.ts';
import { renderRefusal } from '../refusal/render-refusal.ts';
import type { Ending, Service } from './service.ts';
import type { MockOptions } from './options.ts';
import { toRateLimiter, type Standing } from './limits/rate-limit.ts';
import { readParameters } from '../refusal/read-parameters.ts';
import { receiveBody, type ReceivedBody } from './request/receive-body.ts';
import { isRefusal, refuse, type Refusal } from '../refusal/refusal.ts';
import { remember } from '../base/remember.ts';
import { toResponder, type Responder } from './answer/respond.ts';
import type { Surroundings } from './behaviour/step.ts';
import { routeCall, type Route } from './request/route.ts';
import { toRecogniser } from './session/session.ts';
import { DEFAULT_NAMESPACE } from '../wire/namespace.ts';
import { namespaceOf } from './state/namespace.ts';
import { toReadOnly } from './state/read-only.ts';
import type { Store } from './state/store.ts';
import { bodyValue, validate } from './request/validate.ts';
import { deliver } from './webhooks/deliver.ts';
import type { Delivery } from './webhooks/delivery-log.ts';
import { vetoCallsOf } from './webhooks/veto.ts';

/** What the stages have found out so far. */
interface Trail {
  readonly isRehearsal?: boolean;
  namespace?: string;
  operation?: Operation;
  principal?: Principal | undefined;
  standing?: Standing;
}

/** A request that may be counted. */
interface Admitted extends Route {
  readonly call: Call;
  readonly namespace: string;
  readonly principal: Principal | undefined;
  /** A refusal that the description answers with success, after all checks. */
  readonly late: Refusal | undefined;
}

/**
 * Chains the stages: route, authenticate, authorise, rate limit, body, schema, respond. The first refusal ends
 * the request; whatever the ending, one place words it and adds the headers that every answer has.
 */
export function toService(
  api: ApiModel,
  store: Store,
  options: MockOptions,
  record: (delivery: Delivery) => void = () => {},
): Service {
  const { clock, plan, limits, seed = 1 } = options;
  const routers = new Map(
    api.servers.map(({ url }) => [
      url,
      remember(
        toRouter(api.operations.filter(({ servers }) => servers.some((it) => it.url === url))),
      ),
    ]),
  );
  const { authenticate, identify } = toAuthenticator(api, clock, toRecogniser(api, seed));
  const policy = api.policies.rateLimits;
  const limiter = policy && toRateLimiter(api, policy, { clock, store, plan, enforced: limits });
  const surroundings: Surroundings = {
    api,
    store,
    clock,
    seed,
    jobs: jobOptions(api, options),
    isStrict: options.isStrict ?? false,
    webhooks: {
      targets: options.webhooks ?? [],
      deliver: options.deliver ?? deliver,
      record,
    },
  };
  const { respond, warmUp } = toResponder(surroundings);
  let rehearsing: Responder | undefined;
  const rehearser = () => (rehearsing ??= toResponder(toRehearsal(surroundings)));

  /** The stages that only look at the head of a request. */
  const admit = (
    call: Call,
    server: string | undefined,
    trail: Trail,
  ): Admitted | Answer | Refusal => {
    const namespace = namespaceOf(call);
    if (isRefusal(namespace)) return namespace;
    trail.namespace = namespace;
    const router = server === undefined ? undefined : routers.get(server);
    const route = routeCall(router ?? (() => undefined), call);
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
    const late = isRefusal(authenticated) ? authenticated : authorise(api, operation, principal);
    if (late && !isTolerated(operation, late)) return late;
    return { call, operation, variables, namespace, principal, late };
  };

  const count = (
    { call: { address }, operation, namespace, principal }: Admitted,
    trail: Trail,
  ): Eventual<Refusal | undefined> => {
    if (!limiter) return undefined;
    const how = trail.isRehearsal ? 'rehearse' : 'count';
    const counted = limiter[how]({ namespace, principal, address }, operation.rateCategory);
    return whenThere(counted, ({ standing, refusal }) => {
      trail.standing = standing;
      return refusal;
    });
  };

  const take = (
    { call, operation, variables, namespace, principal, late }: Admitted,
    body: ReceivedBody | undefined,
    trail: Trail,
  ): Eventual<Answer | Refusal> => {
    const parameters = readParameters(api, operation, variables, call);
    if (isRefusal(parameters)) return parameters;
    const value = body && bodyValue(api, body);
    const invalid = late ?? validate(api, parameters, body, value);
    if (invalid) return invalid;
    const accepted = { operation, call, namespace, principal, parameters, body: value };
    return trail.isRehearsal ? rehearser().respond(accepted) : respond(accepted);
  };

  // What need not wait for a store or a body is done at once: each promise would cost as much as a stage.
  const run = (
    call: Call,
    server: string | undefined,
    trail: Trail,
  ): Eventual<Answer | Refusal> => {
    const admitted = admit(call, server, trail);
    if (isRefusal(admitted) || 'status' in admitted) return admitted;
    return whenThere(count(admitted, trail), (refusal) => {
      if (refusal) return refusal;
      return whenThere(receiveBody(api, admitted.operation, call), (body) =>
        isRefusal(body) ? body : take(admitted, body, trail),
      );
    });
  };

  /** Tells how a sender stands who was not counted. */
  const look = (
    { operation, principal, namespace = DEFAULT_NAMESPACE }: Trail,
    address: string,
  ): Eventual<Standing | undefined> =>
    limiter?.look({ namespace, principal, address }, operation?.rateCategory);

  const end = (outcome: Answer | Refusal, trail: Trail, address: string): Eventual<Ending> => {
    const { operation, principal } = trail;
    const refusal = isRefusal(outcome) ? outcome : undefined;
    const answer = isRefusal(outcome) ? renderRefusal(api, operation, outcome) : outcome;
    const tell = (standing: Standing | undefined): Ending => {
      const headers = standing && limiter?.tell(answer.headers, standing);
      return {
        answer: headers ? { ...answer, headers } : answer,
        api,
        operation,
        principal,
        refusal,
        standing,
      };
    };
    if (!limiter || trail.standing) return tell(trail.standing);
    // Without a count there is still an answer, though not its headers.
    return conclude(() => look(trail, address), { recover: () => undefined, proceed: tell });
  };

  const pass = (call: Call, server: string | undefined, trail: Trail): Eventual<Ending> =>
    conclude<Answer | Refusal, Ending>(() => run(call, server, trail), {
      recover: toInternal,
      proceed: (outcome) => end(outcome, trail, call.address),
    });

  return {
    answer: (call, server) => pass(call, server, {}),
    async rehearse(call, server) {
      const ending = await pass(call, server, { isRehearsal: true });
      const { operation } = ending;
      const targets = options.webhooks ?? [];
      return operation ? { ...ending, asks: vetoCallsOf(api, operation, targets) } : ending;
    },
    refuse: (refusal, address) => end(refusal, {}, address),
    standings: async () => (await limiter?.list()) ?? [],
    warmUp,
  };
}

/** The same world, on which nothing leaves a trace; nobody outside it is asked. */
function toRehearsal(surroundings: Surroundings): Surroundings {
  const { store, webhooks } = surroundings;
  return { ...surroundings, store: toReadOnly(store), webhooks: { ...webhooks, targets: [] } };
}

/** Whether the description answers a kind of refusal with success. */
function isTolerated(operation: Operation, { refused }: Refusal): boolean {
  return statusOfRefusal(operation, refused) < 400;
}

/** A failure of ours is still an answer in the API's words; its cause goes to whoever runs the mock. */
export function toInternal(error: unknown): Refusal {
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return refuse('internal', 'The mock failed to answer this request.', { reason });
}
