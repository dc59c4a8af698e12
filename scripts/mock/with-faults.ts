import { createHash } from 'node:crypto';
import type { ApiModel } from '../model/api-model.ts';
import type { Clock } from '../base/clock.ts';
import { toServerRouter } from '../model/router.ts';
import type { Answer } from '../wire/answer.ts';
import type { Call } from '../wire/call.ts';
import type { Ending, Service } from './service.ts';
import type { Deviation, SeenExchange, Sent } from '../faults/operator.ts';
import { nameOf, type Fault } from '../faults/fault.ts';
import type { FaultPlan } from './fault-plan.ts';
import { bytesReader } from '../faults/request-parts.ts';

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
  if (!plan || (plan.faults.length === 0 && !plan.latency && !plan.switched)) return service;
  const toActive = (faults: readonly Fault[]) =>
    faults
      .filter((fault) => fault.api === api.name)
      .map((fault): ActiveFault => ({ fault, deviation: fault.place.deviate(clock), met: 0 }));
  const touching = toMatcher(api);
  let { faults } = plan;
  let active = toActive(faults);
  let answered = 0;

  const current = (): readonly ActiveFault[] => {
    const wanted = plan.switched?.() ?? faults;
    if (wanted !== faults) active = toActive((faults = wanted));
    return active;
  };

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
      const met = touching(current(), call, server).filter(draw);
      const deviations = met.map(({ deviation }) => deviation);
      const ending = await through(deviations, call, async (it) => service.answer(it, server));
      await late(ending.answer);
      return exposed(ending, met);
    },
    async rehearse(call, server) {
      // What a fault would change is not tried out: some of them remember what they have seen.
      const ending = await service.rehearse(call, server);
      return exposed(ending, touching(current(), call, server));
    },
  };
}

/** Each deviation sends through the one before it. */
function sendingOf(deviations: readonly Deviation[]): Call['webhook'] {
  const changing = deviations.flatMap(({ webhook }) => webhook ?? []);
  if (changing.length === 0) return undefined;
  return (webhook, send) => changing.reduce((it, change) => change(webhook, it), send);
}

function exposed(ending: Ending, met: readonly ActiveFault[]): Ending {
  return met.length === 0 ? ending : { ...ending, faults: met.map(({ fault }) => fault) };
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
  const sent: Sent = { ...call, bytes, readBytes: bytesReader(bytes) };
  const told = deviations.reduce((it, { before }) => before?.(it) ?? it, sent);
  const ending = await answer({ ...told, webhook: sendingOf(deviations) });
  const refused = ending.refusal?.refused;
  const given = deviations.reduce((it, { after }) => {
    const seen: SeenExchange = { sent, answer: it, refused };
    return after?.(seen) ?? it;
  }, ending.answer);
  return { ...ending, answer: given };
}

/** Which faults a request is exposed to: those of its operation, of its path, or of no path at all. */
function toMatcher(
  api: ApiModel,
): (
  active: readonly ActiveFault[],
  call: Call,
  server: string | undefined,
) => readonly ActiveFault[] {
  const routers = new Map(api.servers.map(({ url }) => [url, toServerRouter(api.operations, url)]));
  return (active, call, server) => {
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

/** A number from 0 up to 1 that the same seed and words always give. */
function chance(seed: number, ...words: readonly (string | number)[]): number {
  const digest = createHash('sha256')
    .update([seed, ...words].join('\n'))
    .digest();
  return digest.readUInt32BE(0) / 2 ** 32;
}
