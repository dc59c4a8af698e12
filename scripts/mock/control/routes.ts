import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ApiModel } from '../../model/api-model.ts';
import type { ControllableClock } from '../../base/clock.ts';
import { credentialsOf } from '../../wire/credentials.ts';
import type { Mock } from '../mock.ts';
import type { ClientStanding } from '../limits/rate-limit.ts';
import { isNamespace } from '../../wire/namespace.ts';
import type { Delivery } from '../webhooks/delivery-log.ts';
import { driveClock, renderClock } from './clock-command.ts';
import { viewDetail, viewEntry, viewExplanation } from './entry-view.ts';
import { parseFireCommand } from './fire-command.ts';
import { parseFilter } from './filter.ts';
import { parseHypothetical } from './hypothetical.ts';
import { parseJobCommand } from './job-command.ts';
import type { Journal } from './journal.ts';
import openapi from './openapi.json' with { type: 'json' };
import { renderControlPage } from './page.ts';
import { misuse, sendProblem, toProblem } from './problem.ts';
import { toRedactor } from './redact.ts';
import { toResend } from './resend.ts';
import { openStream, type EventStream } from './stream.ts';

export interface ControlOptions {
  readonly mock: Pick<
    Mock,
    | 'apis'
    | 'mounts'
    | 'rehearse'
    | 'standings'
    | 'reset'
    | 'deliveries'
    | 'settle'
    | 'fire'
    | 'inject'
  >;
  readonly clock: ControllableClock;
  readonly journal: Journal;
  /** Where the mock listens. */
  readonly origin?: string | undefined;
  /** A name that `Host` may have besides addresses and `localhost`. */
  readonly host?: string | undefined;
}

type Handler = (request: FastifyRequest, reply: FastifyReply) => unknown;
/** Handlers by method, by path. */
type Routes = Readonly<Record<string, Readonly<Record<string, Handler>>>>;

/** Readers that may follow at once. */
const MOST_STREAMS = 16;

export function toRoutes({ mock, clock, journal, origin = '' }: ControlOptions): Routes {
  const redactorOf = once((apis) => toRedactor(apis));
  const streams = new Set<EventStream>();
  const tellClock = () => {
    const told = renderClock(clock.state());
    for (const stream of streams) stream.send('clock', told);
    return told;
  };

  const follow: Handler = (request, reply) => {
    if (streams.size >= MOST_STREAMS) {
      return sendProblem(
        reply,
        toProblem(503, `${MOST_STREAMS} readers are following; close one.`),
      );
    }
    const { matches } = parseFilter(queryOf(request));
    reply.hijack();
    const stream = openStream(reply.raw);
    streams.add(stream);
    const missed = Number(request.headers['last-event-id'] ?? Infinity);
    for (const entry of journal.list().toReversed()) {
      if (entry.id > missed && matches(entry)) {
        stream.send('request', viewEntry(entry, redactorOf(mock.apis)), entry.id);
      }
    }
    const leave = journal.subscribe((entry) => {
      if (matches(entry)) stream.send('request', viewEntry(entry, redactorOf(mock.apis)), entry.id);
    });
    reply.raw.on('close', () => {
      leave();
      streams.delete(stream);
    });
    return reply;
  };

  return {
    '/': {
      async GET(request, reply) {
        const query = queryOf(request);
        const { limit, matches } = parseFilter(query);
        const found = journal.list().filter(matches).slice(0, limit);
        const page = renderControlPage(mock.apis, mock.mounts, {
          origin,
          requests: found.map((entry) => viewEntry(entry, redactorOf(mock.apis))),
          clock: renderClock(clock.state()),
          limits: (await mock.standings()).map((it) => viewStanding(it, clock.now())),
          chosen: { api: query.get('api') ?? '', status: query.get('status') ?? '' },
          apis: mock.apis.map(({ name }) => name),
        });
        return reply.headers(page.headers).send(page.html);
      },
    },
    '/health': { GET: () => ({ status: 'ok' }) },
    '/ready': {
      GET: () => ({ status: 'ready', apis: mock.apis.map((api) => viewApi(api, mock)) }),
    },
    '/openapi.json': { GET: () => openapi },
    '/clock': {
      GET: () => renderClock(clock.state()),
      PUT(request) {
        driveClock(clock, request.body);
        return tellClock();
      },
    },
    '/requests': {
      GET(request) {
        const { limit, matches } = parseFilter(queryOf(request));
        const found = journal.list().filter(matches).slice(0, limit);
        return { requests: found.map((entry) => viewEntry(entry, redactorOf(mock.apis))) };
      },
      DELETE(_, reply) {
        journal.clear();
        return reply.code(204).send();
      },
    },
    '/requests/stream': { GET: follow },
    '/requests/:id': {
      GET(request, reply) {
        const { id } = request.params as { id: string };
        const entry = /^\d{1,15}$/.test(id) ? journal.find(Number(id)) : undefined;
        if (entry) return viewDetail(entry, redactorOf(mock.apis), origin);
        return sendProblem(reply, toProblem(404, `No request ${id} is kept.`));
      },
    },
    '/requests/:id/resend': {
      async POST(request, reply) {
        const { id } = request.params as { id: string };
        const entry = /^\d{1,15}$/.test(id) ? journal.find(Number(id)) : undefined;
        if (!entry) return sendProblem(reply, toProblem(404, `No request ${id} is kept.`));
        const again = toResend(entry);
        if (!again) throw misuse('Its body is not kept: start the mock with --log-bodies.');
        const { statusCode } = await mock.inject(again);
        return { id: journal.list()[0]?.id ?? entry.id, status: statusCode };
      },
    },
    '/explain': {
      async POST(request) {
        const arrival = parseHypothetical(request.body);
        const outcome = await mock.rehearse(arrival);
        const { answer, ending, refusal } = outcome;
        return {
          verdict: refusal ? 'refused' : 'served',
          status: answer.status,
          api: ending?.api.name ?? null,
          operation: ending?.operation?.id ?? null,
          credential: ending?.principal?.id ?? null,
          explanation: viewExplanation(outcome, redactorOf(mock.apis)),
        };
      },
    },
    '/limits': {
      GET: async () => ({
        limits: (await mock.standings()).map((it) => viewStanding(it, clock.now())),
      }),
    },
    '/webhooks': {
      GET: () => ({ webhooks: mock.deliveries().toReversed().map(viewDelivery) }),
    },
    '/webhooks/:name': {
      async POST(request, reply) {
        const { name } = request.params as { name: string };
        const sent = await mock.fire(parseFireCommand(name, request.body));
        if (!sent) return sendProblem(reply, toProblem(404, `No API here has a webhook ${name}.`));
        if (sent.length > 0) return { webhooks: sent.map(viewDelivery) };
        throw misuse(
          'It has nowhere to go: start the mock with --webhook, or send {"url": "http://…"}.',
        );
      },
    },
    '/jobs': {
      async POST(request, reply) {
        const { api, job } = parseJobCommand(request.body);
        if (await mock.settle(api, job)) return reply.code(204).send();
        return sendProblem(reply, toProblem(404, `${api} has no job ${job.id}.`));
      },
    },
    '/reset': {
      async POST(request, reply) {
        const namespace = queryOf(request).get('namespace') ?? undefined;
        if (namespace !== undefined && !isNamespace(namespace)) {
          throw misuse('A namespace has up to 64 letters, digits, and any of "_.-".');
        }
        await mock.reset(namespace);
        for (const stream of streams) stream.send('reset', { namespace });
        return reply.code(204).send();
      },
    },
  };
}

/** Makes something of the descriptions, and again when they are others. */
function once<Made>(
  make: (apis: readonly ApiModel[]) => Made,
): (apis: readonly ApiModel[]) => Made {
  let last: { readonly apis: readonly ApiModel[]; readonly made: Made } | undefined;
  return (apis) => {
    if (last?.apis !== apis) last = { apis, made: make(apis) };
    return last.made;
  };
}

function queryOf({ url }: FastifyRequest): URLSearchParams {
  const split = url.indexOf('?');
  return new URLSearchParams(split < 0 ? '' : url.slice(split));
}

/** A credential's secret stays out: the start notice prints it. */
function viewApi(api: ApiModel, { mounts }: Pick<Mock, 'mounts'>) {
  const { name, title, version, operations } = api;
  return {
    name,
    title,
    version,
    operations: operations.length,
    credentials: [...new Set(credentialsOf(api).map(({ id }) => id))],
    mounts: mounts
      .filter((mount) => mount.api === name)
      .map(({ server, basePath, alsoAt, alsoBelow }) => {
        return { server, basePath, alsoAt: [...alsoAt, ...alsoBelow] };
      }),
  };
}

function viewDelivery({ at, status, failure, isAllowed, operation, ...rest }: Delivery) {
  return {
    ...rest,
    operation: operation ?? null,
    at: new Date(at).toISOString(),
    status: status ?? null,
    failure: failure ?? null,
    allowed: isAllowed,
  };
}

function viewStanding({ limit, used, windowEnd, ...rest }: ClientStanding, now: number) {
  return {
    ...rest,
    limit,
    used,
    remaining: Math.max(0, limit - used),
    windowEnd: new Date(windowEnd).toISOString(),
    secondsLeft: Math.ceil((windowEnd - now) / 1000),
  };
}
