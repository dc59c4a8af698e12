import { conclude, whenThere, type Eventual } from '../base/eventual.ts';
import { remember } from '../base/remember.ts';
import type { ApiModel } from '../model/api-model.ts';
import { toServerRouter } from '../model/router.ts';
import { readParameters } from '../refusal/read-parameters.ts';
import { isRefusal, refuse, type Refusal } from '../refusal/refusal.ts';
import type { Answer } from '../wire/answer.ts';
import type { Call } from '../wire/call.ts';
import { toAdmission, type Admitted } from './admission.ts';
import { toResponder } from './answer/respond.ts';
import { jobOptions } from './async/job-options.ts';
import type { Surroundings } from './behaviour/step.ts';
import { toEnding } from './ending.ts';
import { toRateLimiter, type RateLimiter } from './limits/rate-limit.ts';
import type { MockOptions } from './options.ts';
import { answerPreflight } from './http/cors.ts';
import { allowOf } from './request/route.ts';
import { receiveBody, type ReceivedBody } from './request/receive-body.ts';
import { ownWords } from './request/own-words.ts';
import { validate } from './request/validate.ts';
import type { Ending, Service } from './service.ts';
import { toConditional } from './repeats/conditional.ts';
import { toKeyed, type Keyed } from './repeats/keyed.ts';
import { toReadOnly } from './state/read-only.ts';
import type { Store } from './state/store.ts';
import type { Trail } from './trail.ts';
import { toCallBack, type CallBack } from './webhooks/callbacks.ts';
import { deliver } from './webhooks/deliver.ts';
import { toSender } from './webhooks/send-hook.ts';
import type { Delivery } from './webhooks/delivery-log.ts';
import { vetoCallsOf } from './webhooks/veto.ts';

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
  const policy = api.policies.rateLimits;
  const limiter = policy && toRateLimiter(api, policy, { clock, store, plan, enforced: limits });
  const surroundings = surroundingsOf(api, store, options, record);
  let rehearser: Responder | undefined;
  const run = toRun(api, {
    isLenient: options.isLenient === true,
    admit: toAdmission(api, { clock, seed, store, auth: options.auth }),
    limiter,
    callBack: toCallBack(api, options.webhooks ?? [], toSender(options, record)),
    respond: toConditional(api, toResponder(surroundings)),
    rehearse: (accepted) =>
      (rehearser ??= toConditional(api, toResponder(toRehearsal(surroundings))))(accepted),
    keyed: toKeyed(surroundings),
    keyedToRehearse: toKeyed(toRehearsal(surroundings)),
  });
  const end = toEnding(api, limiter);
  const router = remember((server) => toServerRouter(api.operations, server));
  const pass = (call: Call, server: string | undefined, trail: Trail): Eventual<Ending> =>
    conclude<Answer | Refusal, Ending>(() => run(call, server, trail), {
      recover: toInternal,
      proceed: (outcome) =>
        whenThere(end(outcome, trail, call), (ending) =>
          trail.after ? { ...ending, after: trail.after } : ending,
        ),
    });
  return {
    answer: (call, server) => pass(call, server, {}),
    async rehearse(call, server) {
      const ending = await pass(call, server, { isRehearsal: true });
      const { operation } = ending;
      const targets = options.webhooks ?? [];
      return operation ? { ...ending, asks: vetoCallsOf(api, operation, targets) } : ending;
    },
    preflight(preflight, path, server) {
      const match = server === undefined ? undefined : router(server)(path);
      const answer = answerPreflight(preflight, match ? allowOf(match) : '');
      return { ...NOBODY, answer, api };
    },
    refuse: (refusal, address) => end(refusal, {}, { address }),
    standings: async () => (await limiter?.list()) ?? [],
  };
}

/** Nobody is asked who sends a request that is for no operation. */
const NOBODY = {
  operation: undefined,
  principal: undefined,
  refusal: undefined,
  standing: undefined,
} as const;

function surroundingsOf(
  api: ApiModel,
  store: Store,
  options: MockOptions,
  record: (delivery: Delivery) => void,
): Surroundings {
  return {
    api,
    store,
    clock: options.clock,
    seed: options.seed ?? 1,
    jobs: jobOptions(api, options),
    isStrict: options.isStrict ?? false,
    remembers: options.remembers ?? true,
    webhooks: {
      targets: options.webhooks ?? [],
      deliver: options.deliver ?? deliver,
      record,
    },
  };
}

type Responder = ReturnType<typeof toResponder>;

/** What the stages are made of. */
interface Stages {
  readonly isLenient: boolean;
  readonly admit: ReturnType<typeof toAdmission>;
  readonly limiter: RateLimiter | undefined;
  readonly callBack: CallBack;
  readonly respond: Responder;
  readonly rehearse: Responder;
  readonly keyed: Keyed;
  readonly keyedToRehearse: Keyed;
}

/**
 * The stages one after the other. What need not wait for a store or a body is done at once: each promise
 * would cost as much as a stage.
 */
function toRun(api: ApiModel, stages: Stages) {
  const { admit, limiter, callBack, respond, rehearse, keyed, keyedToRehearse } = stages;
  const take = (
    { call, operation, variables, namespace, principal, late }: Admitted,
    body: ReceivedBody | undefined,
    trail: Trail,
  ): Eventual<Answer | Refusal> => {
    const parameters = readParameters(api, operation, variables, call);
    if (isRefusal(parameters)) return parameters;
    const invalid = late ?? validate(api, parameters, body, stages.isLenient);
    if (invalid) return invalid;
    const said = ownWords(api, body);
    const accepted = { operation, call, namespace, principal, parameters, body: said };
    if (trail.isRehearsal) return keyedToRehearse(accepted, () => rehearse(accepted));
    return keyed(accepted, () => {
      if (operation.callbacks.length === 0) return respond(accepted);
      return whenThere(respond(accepted), (answer) => {
        if (!isRefusal(answer)) trail.after = callBack(accepted, answer, trail.server);
        return answer;
      });
    });
  };

  return (call: Call, server: string | undefined, trail: Trail): Eventual<Answer | Refusal> => {
    trail.server = server;
    const admitted = admit(call, server, trail);
    if (isRefusal(admitted) || 'status' in admitted) return admitted;
    return whenThere(count(limiter, admitted, trail), (refusal) => {
      if (refusal) return refusal;
      return whenThere(receiveBody(api, admitted.operation, call), (body) =>
        isRefusal(body) ? body : take(admitted, body, trail),
      );
    });
  };
}

function count(
  limiter: RateLimiter | undefined,
  { call: { address }, operation, namespace, principal }: Admitted,
  trail: Trail,
): Eventual<Refusal | undefined> {
  if (!limiter) return undefined;
  const how = trail.isRehearsal ? 'rehearse' : 'count';
  const counted = limiter[how]({ namespace, principal, address }, operation.rateCategory);
  return whenThere(counted, ({ standing, refusal }) => {
    trail.standing = standing;
    return refusal;
  });
}

/** The same world, on which nothing leaves a trace; nobody outside it is asked. */
function toRehearsal(surroundings: Surroundings): Surroundings {
  const { store, webhooks } = surroundings;
  return { ...surroundings, store: toReadOnly(store), webhooks: { ...webhooks, targets: [] } };
}

/** A failure of ours is still an answer in the API's words; its cause goes to whoever runs the mock. */
export function toInternal(error: unknown): Refusal {
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return refuse('internal', 'The mock failed to answer this request.', { reason });
}
