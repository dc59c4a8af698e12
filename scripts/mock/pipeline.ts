import type { ApiModel, Operation } from '../core/api-model.ts';
import { toRouter } from '../core/router.ts';
import { toAuthenticator, type Principal } from './authenticate.ts';
import type { Answer, Call } from './call.ts';
import type { CounterStore } from './counter-store.ts';
import { renderRefusal } from './envelope.ts';
import type { MockOptions } from './options.ts';
import { toRateLimiter, type Standing } from './rate-limit.ts';
import { readParameters } from './read-parameters.ts';
import { receiveBody } from './receive-body.ts';
import { isRefusal, refuse, type Refusal } from './refusal.ts';
import { toResponder } from './respond.ts';
import { routeCall } from './route.ts';
import { validate } from './validate.ts';

/** How a request ended, and what was known of it by then. */
export interface Ending {
  readonly answer: Answer;
  readonly api: ApiModel;
  readonly operation: Operation | undefined;
  readonly principal: Principal | undefined;
  readonly refusal: Refusal | undefined;
}

/** One API in the mock. */
export interface Service {
  /** Never rejects: a failure of ours is an ending as well. */
  readonly answer: (call: Call) => Promise<Ending>;
  /** Ends a request that came to no stage: malformed HTTP, a path beside the mounts. */
  readonly refuse: (refusal: Refusal, address: string) => Promise<Ending>;
  /** Loads in the background what the first generated answer would have to wait for. */
  readonly warmUp: () => void;
}

/** What the stages have found out so far. */
interface Trail {
  operation?: Operation;
  principal?: Principal | undefined;
  standing?: Standing;
}

/**
 * Chains the stages: route, authenticate, rate limit, body, schema, respond. The first refusal ends
 * the request; whatever the ending, one place words it and adds the headers that every answer has.
 */
export function toService(
  api: ApiModel,
  counters: CounterStore,
  { clock, plan, limits, seed = 1 }: MockOptions,
): Service {
  const router = toRouter(api.operations);
  const { authenticate, identify } = toAuthenticator(api, clock);
  const policy = api.policies.rateLimits;
  const limiter = policy && toRateLimiter(api, policy, { clock, counters, plan, enforced: limits });
  const { respond, warmUp } = toResponder(api, seed);

  const run = async (call: Call, trail: Trail): Promise<Answer | Refusal> => {
    const route = routeCall(router, call);
    if (isRefusal(route) || 'status' in route) {
      trail.principal = identify(call);
      return route;
    }
    const { operation, variables } = route;
    trail.operation = operation;
    const principal = authenticate(operation, call);
    if (isRefusal(principal)) return principal;
    trail.principal = principal;
    const sender = { principal, address: call.address };
    const counted = await limiter?.count(sender, operation.rateCategory);
    if (counted) trail.standing = counted.standing;
    if (counted?.refusal) return counted.refusal;
    const body = await receiveBody(operation, call);
    if (isRefusal(body)) return body;
    const parameters = readParameters(api, operation, variables, call);
    if (isRefusal(parameters)) return parameters;
    return validate(api, parameters, body) ?? (await respond(operation, call));
  };

  const end = async (outcome: Answer | Refusal, trail: Trail, address: string): Promise<Ending> => {
    const { operation, principal } = trail;
    const answer = isRefusal(outcome) ? renderRefusal(api, operation, outcome) : outcome;
    const category = operation?.rateCategory;
    // Without a count there is still an answer, though not its headers.
    const look = () => limiter?.look({ principal, address }, category).catch(() => undefined);
    const standing = trail.standing ?? (await look());
    const headers = standing && limiter ? limiter.headersOf(standing) : {};
    return {
      answer: { ...answer, headers: { ...answer.headers, ...headers } },
      api,
      operation,
      principal,
      refusal: isRefusal(outcome) ? outcome : undefined,
    };
  };

  return {
    async answer(call) {
      const trail: Trail = {};
      return end(await run(call, trail).catch(toInternal), trail, call.address);
    },
    refuse: (refusal, address) => end(refusal, {}, address),
    warmUp,
  };
}

/** A failure of ours is still an answer in the API's words; its cause goes to whoever runs the mock. */
export function toInternal(error: unknown): Refusal {
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return refuse('internal', 'The mock failed to answer this request.', { reason });
}
