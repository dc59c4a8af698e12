import type { LightMyRequestResponse, InjectOptions } from 'fastify';
import type { ApiModel } from '../core/api-model.ts';
import { nearest } from '../core/nearest.ts';
import { UserError } from '../core/user-error.ts';
import type { Answer } from './call.ts';
import { checkApi } from './check-api.ts';
import { createMemoryCounters } from './counter-store.ts';
import { renderRefusal } from './envelope.ts';
import { findMount, toMounts, type Mount } from './mounts.ts';
import type { MockOptions } from './options.ts';
import { toInternal, toService, type Ending, type Service } from './pipeline.ts';
import { refuse, type Refusal } from './refusal.ts';
import { createServer, type Arrival } from './serve.ts';

/** A server that behaves as descriptions say. */
export interface Mock {
  readonly mounts: readonly Mount[];
  /** Opens a port, 0 for any free one, and tells the origin: `http://127.0.0.1:4010`. */
  readonly listen: (at: { readonly host: string; readonly port: number }) => Promise<string>;
  /** Answers a request without a port. */
  readonly inject: (request: InjectOptions) => Promise<LightMyRequestResponse>;
  readonly close: () => Promise<void>;
}

/**
 * Builds a mock of the APIs. Whatever would make it answer wrongly later is a UserError now: schemas
 * that do not compile, examples that break them, quotas without a figure, an unknown plan.
 */
export async function createMock(apis: readonly ApiModel[], options: MockOptions): Promise<Mock> {
  checkPlan(apis, options.plan);
  const mounts = toMounts(apis);
  const counters = options.counters ?? createMemoryCounters(options.clock);
  const services = new Map<string, Service>();
  for (const api of apis) {
    checkApi(api);
    services.set(api.name, toService(api, counters, options));
  }

  const nowhere = refuse('notFound', `Nothing is mounted here; try ${shownOf(mounts)}.`);
  const endingOf = (arrival: Arrival): Promise<Ending> | Refusal => {
    const { path, fault, failure, address } = arrival;
    const mount = path === undefined ? undefined : findMount(mounts, path);
    const only = services.size === 1 ? services.values().next().value : undefined;
    const service = mount ? services.get(mount.api) : only;
    if (failure !== undefined) return service?.refuse(toInternal(failure), address) ?? nowhere;
    if (service && mount?.rest !== undefined && fault === undefined) {
      return service.answer({ ...arrival, path: mount.rest }, mount.server);
    }
    const refusal = fault === undefined ? nowhere : refuse('malformed', fault);
    return service ? service.refuse(refusal, address) : refusal;
  };

  const handle = async (arrival: Arrival): Promise<Answer> => {
    const ending = await (async () => endingOf(arrival))().catch(toInternal);
    const isServed = 'answer' in ending;
    const answer = isServed ? ending.answer : renderRefusal(undefined, undefined, ending);
    const refusal = isServed ? ending.refusal : ending;
    options.onRequest?.({
      method: arrival.method,
      path: arrival.path ?? '',
      status: answer.status,
      api: isServed ? ending.api.name : undefined,
      operation: isServed ? ending.operation?.id : undefined,
      credential: isServed ? ending.principal?.id : undefined,
      refused: refusal?.refused,
      reason: refusal?.reason,
    });
    return answer;
  };

  const app = createServer(handle, options.clock);
  await app.ready();
  return {
    mounts,
    async listen({ host, port }) {
      const origin = await app
        .listen({ host, port })
        .catch((error: unknown) => explain(error, host, port));
      for (const service of services.values()) service.warmUp();
      return origin;
    },
    inject: (request) => app.inject(request),
    close: () => app.close(),
  };
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

function explain(error: unknown, host: string, port: number): never {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') {
    throw new UserError('port-in-use', `Port ${port} of ${host} is in use`, {
      hint: 'Stop what listens there, or choose another with --port; --port 0 takes any free one.',
      cause: error,
    });
  }
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND' || code === 'EACCES') {
    throw new UserError(
      'address-not-available',
      `Cannot listen on ${host}, port ${port}: ${code}`,
      {
        hint: 'Choose an address of this machine with --host, and a port above 1023 with --port.',
        cause: error,
      },
    );
  }
  throw error;
}
