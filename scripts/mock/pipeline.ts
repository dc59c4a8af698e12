import type { ApiModel, Operation } from '../core/api-model.ts';
import { toRouter } from '../core/router.ts';
import { jobOptions } from './async/jobs.ts';
import { authorise } from './access/authorise.ts';
import { toAuthenticator, type Principal } from './access/authenticate.ts';
import type { Answer, Call } from './call.ts';
import { renderRefusal } from './answer/envelope.ts';
import type { MockOptions } from './options.ts';
import { toRateLimiter, type ClientStanding, type Standing } from './limits/rate-limit.ts';
import { readParameters } from './request/read-parameters.ts';
import { receiveBody } from './request/receive-body.ts';
import { isRefusal, refuse, type Refusal } from './refusal.ts';
import { toResponder } from './answer/respond.ts';
import { routeCall } from './request/route.ts';
import { toRecogniser } from './session/session.ts';
import { DEFAULT_NAMESPACE, namespaceOf } from './state/namespace.ts';
import type { Store } from './state/store.ts';
import { bodyValue, validate } from './request/validate.ts';
import { deliver, type Delivery } from './webhooks/deliver.ts';

/** How a request ended, and what was known of it by then. */
export interface Ending {
  readonly answer: Answer;
  readonly api: ApiModel;
  readonly operation: Operation | undefined;
  readonly principal: Principal | undefined;
  readonly refusal: Refusal | undefined;
  /** How the sender stood; undefined where the API has no quotas. */
  readonly standing: Standing | undefined;
}

/** One API in the mock. */
export interface Service {
  /** Never rejects: a failure of ours is an ending as well. */
  readonly answer: (call: Call, server: string | undefined) => Promise<Ending>;
  /** Tells how a request would end at the stages before its answer; nothing is counted or changed. */
  readonly rehearse: (call: Call, server: string | undefined) => Promise<Ending>;
  /** Ends a request that came to no stage: malformed HTTP, a path beside the mounts. */
  readonly refuse: (refusal: Refusal, address: string) => Promise<Ending>;
  /** Everybody who has been counted in a window that has not ended. */
  readonly standings: () => Promise<readonly ClientStanding[]>;
  /** Loads in the background what the first generated answer would have to wait for. */
  readonly warmUp: () => void;
}

/** What the stages have found out so far. */
interface Trail {
  readonly isRehearsal?: boolean;
  namespace?: string;
  operation?: Operation;
  principal?: Principal | undefined;
  standing?: Standing;
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
      toRouter(api.operations.filter(({ servers }) => servers.some((it) => it.url === url))),
    ]),
  );
  const { authenticate, identify } = toAuthenticator(api, clock, toRecogniser(api, seed));
  const policy = api.policies.rateLimits;
  const limiter = policy && toRateLimiter(api, policy, { clock, store, plan, enforced: limits });
  const { respond, warmUp } = toResponder({
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
  });

  const run = async (
    call: Call,
    server: string | undefined,
    trail: Trail,
  ): Promise<Answer | Refusal> => {
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
    const sender = { namespace, principal, address: call.address };
    const how = trail.isRehearsal ? 'rehearse' : 'count';
    const counted = limiter && (await limiter[how](sender, operation.rateCategory));
    if (counted) trail.standing = counted.standing;
    if (counted?.refusal) return counted.refusal;
    const body = await receiveBody(api, operation, call);
    if (isRefusal(body)) return body;
    const parameters = readParameters(api, operation, variables, call);
    if (isRefusal(parameters)) return parameters;
    const value = body && bodyValue(api, body);
    const invalid = late ?? validate(api, parameters, body, value);
    if (invalid || trail.isRehearsal) return invalid ?? REHEARSED;
    return await respond({ operation, call, namespace, principal, parameters, body: value });
  };

  const end = async (outcome: Answer | Refusal, trail: Trail, address: string): Promise<Ending> => {
    const { operation, principal, namespace = DEFAULT_NAMESPACE } = trail;
    const answer = isRefusal(outcome) ? renderRefusal(api, operation, outcome) : outcome;
    const category = operation?.rateCategory;
    // Without a count there is still an answer, though not its headers.
    const sender = { namespace, principal, address };
    const look = () => limiter?.look(sender, category).catch(() => undefined);
    const standing = trail.standing ?? (limiter && (await look()));
    const told = standing && limiter?.headersOf(standing);
    const headers = told && { ...answer.headers, ...told };
    return {
      answer: headers ? { ...answer, headers } : answer,
      api,
      operation,
      principal,
      refusal: isRefusal(outcome) ? outcome : undefined,
      standing,
    };
  };

  return {
    async answer(call, server) {
      const trail: Trail = {};
      return end(await run(call, server, trail).catch(toInternal), trail, call.address);
    },
    async rehearse(call, server) {
      const trail: Trail = { isRehearsal: true };
      return end(await run(call, server, trail).catch(toInternal), trail, call.address);
    },
    refuse: (refusal, address) => end(refusal, {}, address),
    standings: async () => (await limiter?.list()) ?? [],
    warmUp,
  };
}

/** Stands for the answer that a rehearsal does not make. */
const REHEARSED: Answer = { status: 200, headers: {}, body: undefined };

/** Whether the description answers a kind of refusal with success. */
function isTolerated({ errors }: Operation, { refused }: Refusal): boolean {
  return (errors[refused]?.status ?? 400) < 400;
}

/** A failure of ours is still an answer in the API's words; its cause goes to whoever runs the mock. */
export function toInternal(error: unknown): Refusal {
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return refuse('internal', 'The mock failed to answer this request.', { reason });
}
