import type { LightMyRequestResponse, InjectOptions } from 'fastify';
import type { ApiModel } from '../model/api-model.ts';
import { nearest } from '../base/nearest.ts';
import { UserError } from '../base/user-error.ts';
import { settleJob, type DecidedJob } from './async/jobs.ts';
import type { Answer } from '../wire/answer.ts';
import { renderRefusal } from '../refusal/render-refusal.ts';
import { conclude, whenThere, type Eventual } from '../base/eventual.ts';
import type { FaultPlan } from './fault-plan.ts';
import { answerPreflight, preflightOf, toWelcome } from './http/cors.ts';
import { explainListening } from './http/listen.ts';
import type { Mount } from './mounts.ts';
import type { MockOptions, Outcome } from './options.ts';
import { toInternal } from './pipeline.ts';
import { toServed, type Served } from './served.ts';
import { type Ending } from './service.ts';
import { refuse, type Refusal } from '../refusal/refusal.ts';
import type { ClientStanding } from './limits/rate-limit.ts';
import { createServer } from './http/serve.ts';
import { type Arrival } from './http/arrival.ts';
import { groupOf } from './state/namespace.ts';
import { toReadOnly } from './state/read-only.ts';
import { createMemoryStore } from './state/store.ts';
import { createDeliveryLog, type Delivery } from './webhooks/delivery-log.ts';
import { fireWebhook, type FireCommand } from './webhooks/fire.ts';
import { toSender } from './webhooks/send-hook.ts';
import { checkTargets } from './webhooks/targets.ts';

/** A server that behaves as descriptions say. */
export interface Mock {
  readonly apis: readonly ApiModel[];
  readonly mounts: readonly Mount[];
  /** Opens a port, 0 for any free one, and tells the origin: `http://127.0.0.1:4010`. */
  readonly listen: (at: { readonly host: string; readonly port: number }) => Promise<string>;
  /** Answers a request without a port. */
  readonly inject: (request: InjectOptions) => Promise<LightMyRequestResponse>;
  /** Tells how a request would end if every webhook were answered as it should be; nothing is counted or changed. */
  readonly rehearse: (arrival: Arrival) => Promise<Outcome>;
  /** Everybody who has been counted in a window that has not ended. */
  readonly standings: () => Promise<readonly ClientStanding[]>;
  /** The last webhooks and what became of them, the newest last. */
  readonly deliveries: () => readonly Delivery[];
  /** Sends a documented webhook now and tells what became of it; undefined where no API has it. */
  readonly fire: (command: FireCommand) => Promise<readonly Delivery[] | undefined>;
  /** Decides by hand what a job of an API comes to; tells whether there is such a job. */
  readonly settle: (api: string, job: DecidedJob) => Promise<boolean>;
  /** Forgets what has been counted and stored in a namespace, or in all. */
  readonly reset: (namespace?: string) => Promise<void>;
  /**
   * Serves other descriptions from the next request on. What is counted and stored stays; whatever would
   * make it answer wrongly is a UserError, and all stays as it was.
   */
  readonly reload: (apis: readonly ApiModel[], faults?: FaultPlan) => void;
  readonly close: () => Promise<void>;
}

/**
 * Builds a mock of the APIs. Whatever its user has set and would make it answer wrongly later is a UserError
 * now: credentials of an unknown scheme, quotas without a figure, an unknown plan.
 */
export async function createMock(apis: readonly ApiModel[], options: MockOptions): Promise<Mock> {
  const store = options.store ?? createMemoryStore(options.clock);
  const deliveries = createDeliveryLog();
  const serve = (described: readonly ApiModel[], faults = options.faults): Served => {
    checkPlan(described, options.plan);
    checkTargets(described, options.webhooks ?? []);
    return toServed(described, { ...options, faults }, { store, record: deliveries.record });
  };
  let served = serve(apis);
  const isWelcome = toWelcome(options.cors);
  const endingOf = (arrival: Arrival, how: 'answer' | 'rehearse' = 'answer'): Eventual<Ended> => {
    const { method, path, query, headers, address, isCertified } = arrival;
    const { readBytes, defect, defectStatus: status, failure } = arrival;
    const { services, mountOf, endpoints, nowhere } = served;
    const issuing = path === undefined ? undefined : endpoints.get(path);
    const preflight = defect === undefined && preflightOf(method, headers, isWelcome);
    if (issuing && preflight) return { answer: answerPreflight(preflight, 'GET, POST') };
    if (issuing && defect === undefined && failure === undefined) {
      const kept = how === 'answer' ? store : toReadOnly(store);
      return whenThere(issuing.endpoint(arrival, kept), (answer) => toAside(issuing.api, answer));
    }
    const mount = path === undefined ? undefined : mountOf(path);
    const only = services.size === 1 ? services.values().next().value : undefined;
    const service = mount ? services.get(mount.api) : only;
    if (failure !== undefined) return service?.refuse(toInternal(failure), address) ?? nowhere;
    if (preflight && path !== undefined) {
      if (!service) return { answer: answerPreflight(preflight, '') };
      return service.preflight(preflight, mount?.rest ?? path, mount?.server);
    }
    if (service && mount?.rest !== undefined && defect === undefined) {
      const call = {
        method,
        path: mount.rest,
        query,
        headers,
        address,
        isCertified,
        readBytes,
      };
      return service[how](call, mount.server);
    }
    const refusal = defect === undefined ? nowhere : refuse('malformed', defect, { status });
    return service ? service.refuse(refusal, address) : refusal;
  };

  const handle = (arrived: Arrival): Eventual<Answer> => {
    const watch = options.watch?.(arrived);
    const arrival = watch?.arrival ?? arrived;
    const proceed = (ended: Ended): Answer => {
      const outcome = toOutcome(ended);
      const { answer, ending, refusal } = outcome;
      watch?.end(outcome);
      if (ending?.after) setImmediate(ending.after);
      options.onRequest?.({
        method: arrival.method,
        path: arrival.path ?? '',
        status: answer.status,
        api: ending?.api.name,
        operation: ending?.operation?.id,
        credential: ending?.principal?.id,
        refused: refusal?.refused,
        reason: refusal?.reason ?? answer.reason,
      });
      return answer;
    };
    return conclude(() => endingOf(arrival), { recover: toInternal, proceed });
  };

  const methods = () => served.methods;
  const app = createServer(handle, options.clock, { isWelcome, tls: options.tls, methods });
  await app.ready();
  return {
    get apis() {
      return served.apis;
    },
    get mounts() {
      return served.mounts;
    },
    reload(described, faults) {
      served = serve(described, faults);
    },
    async listen({ host, port }) {
      const origin = await app
        .listen({ host, port })
        .catch((error: unknown) => explainListening(error, host, port, '--port'));
      return options.tls ? origin.replace(/^http:/, 'https:') : origin;
    },
    inject: (request) => app.inject(request),
    rehearse: async (arrival) => toOutcome(await endingOf(arrival, 'rehearse')),
    standings: async () =>
      (await Promise.all([...served.services.values()].map((it) => it.standings()))).flat(),
    deliveries: deliveries.list,
    fire: (command) =>
      fireWebhook(
        served.apis,
        command,
        options.webhooks ?? [],
        toSender(options, deliveries.record),
      ),
    settle: (api, job) => settleJob(store, api, job),
    async reset(namespace) {
      if (namespace === undefined) deliveries.clear();
      await store.clear(namespace === undefined ? '' : groupOf(namespace));
    },
    close: () => app.close(),
  };
}

/** How a request ended: with an answer alone where it was for no API. */
type Ended = Ending | Refusal | Pick<Ending, 'answer'>;

function toOutcome(ended: Ended): Outcome {
  if ('api' in ended) return { answer: ended.answer, ending: ended, refusal: ended.refusal };
  if ('answer' in ended) return { answer: ended.answer, ending: undefined, refusal: undefined };
  return { answer: renderRefusal(undefined, undefined, ended), ending: undefined, refusal: ended };
}

/** The ending of a request that is for an API and for no operation of it. */
function toAside(api: ApiModel, answer: Answer): Ending {
  const none = { operation: undefined, principal: undefined, refusal: undefined };
  return { answer, api, ...none, standing: undefined };
}

function checkPlan(apis: readonly ApiModel[], plan: string | undefined): void {
  if (plan === undefined) return;
  const quotas = apis.flatMap(({ policies }) => Object.values(policies.rateLimits?.quotas ?? {}));
  const plans = [...new Set(quotas.flatMap((it) => Object.keys(it)))];
  if (plans.includes(plan)) return;
  const meant = nearest(plan, plans);
  const known = plans.length > 0 ? `The plans are: ${plans.join(', ')}.` : 'No API here has plans.';
  throw new UserError('unknown-plan', `There is no plan "${plan}"`, {
    hint: meant ? `Did you mean ${meant}? ${known}` : known,
  });
}
