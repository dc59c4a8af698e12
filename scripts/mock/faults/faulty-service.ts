import type { ApiModel, Operation } from '../../core/api-model.ts';
import type { Clock } from '../../core/clock.ts';
import { toRouter } from '../../core/router.ts';
import type { Answer, Call } from '../call.ts';
import type { Ending, Service } from '../pipeline.ts';
import type { Deviation, Seen, Sent } from './operator.ts';
import { chance, nameOf, type Fault, type FaultPlan } from './plan.ts';
import { readerOf } from './request-parts.ts';

/** Most bytes of a request that a fault looks at; a larger one is left as it is. */
const MOST_BYTES = 64 * 1024 * 1024;

interface ActiveFault {
  readonly fault: Fault;
  readonly deviation: Deviation;
  /** How often it could have touched a request. */
  met: number;
}

/**
 * Puts faults before a service, which stays as it is: they change what it is told and what it says,
 * so that they could stand before any other server as well.
 */
export function withFaults(
  service: Service,
  api: ApiModel,
  plan: FaultPlan | undefined,
  clock: Clock,
): Service {
  if (!plan || (plan.faults.length === 0 && !plan.latency)) return service;
  const active = plan.faults
    .filter((fault) => fault.api === api.name)
    .map((fault): ActiveFault => ({ fault, deviation: fault.place.deviate(clock), met: 0 }));
  const touching = toMatcher(api, active);
  let answered = 0;

  const draw = (it: ActiveFault): boolean => {
    it.met += 1;
    return it.fault.share >= 1 || chance(plan.seed, nameOf(it.fault), it.met) < it.fault.share;
  };

  const late = async (answer: Answer): Promise<void> => {
    answered += 1;
    const [from, to] = plan.latency ?? [0, 0];
    const drawn = from + (to - from) * chance(plan.seed, 'latency', answered);
    const milliseconds = Math.round(drawn) + (answer.delivery?.delay ?? 0);
    if (milliseconds > 0) await plan.wait(milliseconds);
  };

  return {
    ...service,
    async answer(call, server) {
      const deviations = touching(call, server)
        .filter(draw)
        .map(({ deviation }) => deviation);
      const ending = await through(deviations, call, (it) => service.answer(it, server));
      await late(ending.answer);
      return ending;
    },
  };
}

async function through(
  deviations: readonly Deviation[],
  call: Call,
  answer: (call: Call) => Promise<Ending>,
): Promise<Ending> {
  if (deviations.length === 0) return answer(call);
  const bytes = await call.readBytes(MOST_BYTES);
  if (typeof bytes === 'string')
    return answer({ ...call, readBytes: () => Promise.resolve(bytes) });
  const sent: Sent = { ...call, bytes, readBytes: readerOf(bytes) };
  const told = deviations.reduce((it, { before }) => before?.(it) ?? it, sent);
  const ending = await answer(told);
  const refused = ending.refusal?.refused;
  const given = deviations.reduce((it, { after }) => {
    const seen: Seen = { sent, answer: it, refused };
    return after?.(seen) ?? it;
  }, ending.answer);
  return { ...ending, answer: given };
}

/** Which faults a request is exposed to: those of its operation, of its path, or of no path at all. */
function toMatcher(
  api: ApiModel,
  active: readonly ActiveFault[],
): (call: Call, server: string | undefined) => readonly ActiveFault[] {
  const routers = new Map(
    api.servers.map(({ url }) => [
      url,
      toRouter(api.operations.filter((it) => isServedBy(it, url))),
    ]),
  );
  return (call, server) => {
    const operations =
      server === undefined ? undefined : routers.get(server)?.(call.path)?.operations;
    if (!operations) return once(active.filter(({ fault }) => fault.place.reach === 'nowhere'));
    const method = call.method.toLowerCase();
    const found = [...operations].find(([name]) => name === method)?.[1];
    const operation = found ?? (method === 'head' ? operations.get('get') : undefined);
    const known = [...operations.values()];
    return operation
      ? active.filter(({ fault }) => !fault.place.reach && fault.operation === operation)
      : once(
          active.filter(
            ({ fault }) => fault.place.reach === 'path' && known.includes(fault.operation),
          ),
        );
  };
}

/** What stands at several operations of a path happens to a request once. */
function once(faults: readonly ActiveFault[]): readonly ActiveFault[] {
  const byName = faults.map((it) => [`${it.fault.operator.id}#${it.fault.place.at}`, it] as const);
  return [...new Map(byName.toReversed()).values()];
}

function isServedBy({ servers }: Operation, url: string): boolean {
  return servers.some((it) => it.url === url);
}
