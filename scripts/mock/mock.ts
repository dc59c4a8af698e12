import type { LightMyRequestResponse, InjectOptions } from 'fastify';
import type { ApiModel } from '../model/api-model.ts';
import { nearest } from '../base/nearest.ts';
import { UserError } from '../base/user-error.ts';
import { settleJob, type DecidedJob } from './async/jobs.ts';
import type { Answer } from '../wire/answer.ts';
import { withAnswerableExamples } from './answer/answerable.ts';
import { checkApi } from './check-api.ts';
import { renderRefusal } from '../refusal/render-refusal.ts';
import { conclude, whenThere, type Eventual } from '../base/eventual.ts';
import { withFaults } from './with-faults.ts';
import { explainListening } from './http/listen.ts';
import { findMount, toMounts, type Mount } from './mounts.ts';
import { endpointsOf, type Endpoint } from './oauth/endpoints.ts';
import { realmsOf } from './oauth/realm.ts';
import type { MockOptions, Outcome } from './options.ts';
import { toInternal, toService } from './pipeline.ts';
import { type Ending, type Service } from './service.ts';
import { refuse, type Refusal } from '../refusal/refusal.ts';
import { remember } from '../base/remember.ts';
import type { ClientStanding } from './limits/rate-limit.ts';
import { createServer } from './http/serve.ts';
import { type Arrival } from './http/arrival.ts';
import { groupOf } from './state/namespace.ts';
import { toReadOnly } from './state/read-only.ts';
import { createMemoryStore } from './state/store.ts';
import { createDeliveryLog, type Delivery } from './webhooks/delivery-log.ts';
import { checkTargets } from './webhooks/targets.ts';

/** A server that behaves as descriptions say. */
export interface Mock {
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
  /** Decides by hand what a job of an API comes to; tells whether there is such a job. */
  readonly settle: (api: string, job: DecidedJob) => Promise<boolean>;
  /** Forgets what has been counted and stored in a namespace, or in all. */
  readonly reset: (namespace?: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Builds a mock of the APIs. Whatever would make it answer wrongly later is a UserError now: schemas
 * that do not compile, examples that break them, quotas without a figure, an unknown plan.
 */
export async function createMock(apis: readonly ApiModel[], options: MockOptions): Promise<Mock> {
  checkPlan(apis, options.plan);
  checkTargets(apis, options.webhooks ?? []);
  const mounts = toMounts(apis);
  const store = options.store ?? createMemoryStore(options.clock);
  const services = new Map<string, Service>();
  const endpoints = new Map<string, { readonly api: ApiModel; readonly endpoint: Endpoint }>();
  const deliveries = createDeliveryLog();
  for (const api of apis) {
    const answering = withAnswerableExamples(api);
    checkApi(answering);
    const service = toService(answering, store, options, deliveries.record);
    services.set(api.name, withFaults(service, api, options.faults, options.clock));
    const { clock, seed = 1, auth } = options;
    const own = endpointsOf(api, realmsOf(api, { clock, seed, mode: auth }), mounts);
    for (const [path, endpoint] of own) endpoints.set(path, { api, endpoint });
  }

  const mountOf = remember((path) => findMount(mounts, path));
  const nowhere = refuse('notFound', `Nothing is mounted here; try ${shownOf(mounts)}.`);
  const endingOf = (
    arrival: Arrival,
    how: 'answer' | 'rehearse' = 'answer',
  ): Eventual<Ending> | Refusal => {
    const { method, path, query, headers, address, isCertified } = arrival;
    const { readBytes, defect, failure } = arrival;
    const issuing = path === undefined ? undefined : endpoints.get(path);
    if (issuing && defect === undefined && failure === undefined) {
      const kept = how === 'answer' ? store : toReadOnly(store);
      return whenThere(issuing.endpoint(arrival, kept), (answer) => toAside(issuing.api, answer));
    }
    const mount = path === undefined ? undefined : mountOf(path);
    const only = services.size === 1 ? services.values().next().value : undefined;
    const service = mount ? services.get(mount.api) : only;
    if (failure !== undefined) return service?.refuse(toInternal(failure), address) ?? nowhere;
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
    const refusal = defect === undefined ? nowhere : refuse('malformed', defect);
    return service ? service.refuse(refusal, address) : refusal;
  };

  const handle = (arrived: Arrival): Eventual<Answer> => {
    const watch = options.watch?.(arrived);
    const arrival = watch?.arrival ?? arrived;
    const proceed = (ended: Ending | Refusal): Answer => {
      const outcome = toOutcome(ended);
      const { answer, ending, refusal } = outcome;
      watch?.end(outcome);
      options.onRequest?.({
        method: arrival.method,
        path: arrival.path ?? '',
        status: answer.status,
        api: ending?.api.name,
        operation: ending?.operation?.id,
        credential: ending?.principal?.id,
        refused: refusal?.refused,
        reason: refusal?.reason,
      });
      return answer;
    };
    return conclude(() => endingOf(arrival), { recover: toInternal, proceed });
  };

  let warming: NodeJS.Timeout | undefined;
  const app = createServer(handle, options.clock);
  await app.ready();
  return {
    mounts,
    async listen({ host, port }) {
      const origin = await app
        .listen({ host, port })
        .catch((error: unknown) => explainListening(error, host, port, '--port'));
      // Who has just started a mock wants to use it, and for a moment nothing else would go on.
      warming = setTimeout(() => void warmUp(services.values()), BEFORE_WARM_UP).unref();
      return origin;
    },
    inject: (request) => app.inject(request),
    rehearse: async (arrival) => toOutcome(await endingOf(arrival, 'rehearse')),
    standings: async () =>
      (await Promise.all([...services.values()].map((it) => it.standings()))).flat(),
    deliveries: deliveries.list,
    settle: (api, job) => settleJob(store, api, job),
    async reset(namespace) {
      if (namespace === undefined) deliveries.clear();
      await store.clear(namespace === undefined ? '' : groupOf(namespace));
    },
    async close() {
      clearTimeout(warming);
      await app.close();
    },
  };
}

/** Milliseconds after the start in which a mock does nothing but what it is asked. */
const BEFORE_WARM_UP = 2000;

/** One service after the other, so that requests come in between. */
async function warmUp(services: Iterable<Service>): Promise<void> {
  for (const service of services) await service.warmUp();
}

function toOutcome(ended: Ending | Refusal): Outcome {
  if ('answer' in ended) return { answer: ended.answer, ending: ended, refusal: ended.refusal };
  return { answer: renderRefusal(undefined, undefined, ended), ending: undefined, refusal: ended };
}

/** The ending of a request that is for an API and for no operation of it. */
function toAside(api: ApiModel, answer: Answer): Ending {
  const none = { operation: undefined, principal: undefined, refusal: undefined };
  return { answer, api, ...none, standing: undefined };
}

function shownOf(mounts: readonly Mount[]): string {
  return mounts.map(({ basePath }) => basePath).join(', ');
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
