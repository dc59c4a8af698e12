import type { RequestListener } from 'node:http';
import type { Adapter, Making } from './load-adapter.ts';
import { openStage, type Answering, type Stage as Opened } from './stage.ts';

/** One client at one server. */
interface Stage {
  readonly client: ReturnType<Adapter['make']>;
  readonly statusOf: Adapter['statusOf'];
  readonly seen: Opened['seen'];
}

/** A row of the table: what a client does in a run, in a word. */
export interface Feature {
  readonly name: string;
  readonly run: (adapter: Adapter) => Promise<string>;
}

const OK = JSON.stringify({ success: true, data: { eventId: 'e1' } });
const BODY = { event: 'Opened', userId: 'u1' };

/** Runs one client against one server. */
async function stage(
  adapter: Adapter,
  handle: (count: number, ...given: Parameters<RequestListener>) => void,
  play: (stage: Stage) => Promise<string>,
  making: Partial<Making> = {},
): Promise<string> {
  const { baseUrl, seen, close } = await openStage((those, request, response) =>
    handle(those.length, request, response),
  );
  const client = adapter.make({ baseUrl, ...making });
  try {
    return await play({ client, statusOf: adapter.statusOf, seen });
  } finally {
    close();
  }
}

function answer(response: Answering, status: number, text = OK, headers = {}): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(text);
}

/** What became of a call. */
async function outcomeOf({ statusOf }: Stage, call: Promise<unknown>): Promise<unknown> {
  try {
    return statusOf(await call);
  } catch (error) {
    return error;
  }
}

const isRaw = (outcome: unknown) =>
  outcome instanceof TypeError || outcome instanceof SyntaxError || outcome instanceof DOMException;

/** Milliseconds in which a call ends whose attempts may take 100 each, however often it is tried. */
const LATE = 5_000;

const REFUSAL = JSON.stringify({ success: false, error: { code: 'FORBIDDEN', message: 'no' } });

export const FEATURES: readonly Feature[] = [
  {
    name: 'a documented refusal is',
    run: (adapter) =>
      stage(
        adapter,
        (_count, _request, response) => answer(response, 403, REFUSAL),
        async (it) => {
          const outcome = await outcomeOf(it, it.client.track(BODY));
          if (outcome === 403) return 'a value';
          return outcome instanceof Error ? 'thrown' : 'lost';
        },
      ),
  },
  {
    name: 'a refusal without a body is',
    run: (adapter) =>
      stage(
        adapter,
        (_count, _request, response) => answer(response, 500, '', { 'Content-Length': '0' }),
        async (it) => {
          const outcome = await outcomeOf(it, it.client.track(BODY));
          if (outcome instanceof Error) return isRaw(outcome) ? 'a raw error' : 'told';
          return outcome === 500 ? 'told' : 'taken for nothing';
        },
      ),
  },
  {
    name: 'a read is sent again after 503',
    run: (adapter) =>
      stage(
        adapter,
        (count, _request, response) =>
          answer(response, count === 1 ? 503 : 200, OK, { 'Retry-After': '0' }),
        async (it) => {
          await outcomeOf(it, it.client.user('u1'));
          return it.seen.length === 2 ? 'yes' : 'no';
        },
      ),
  },
  {
    name: 'a write that was refused with 429 is sent again, as late as the server says',
    run: (adapter) =>
      stage(
        adapter,
        (count, _request, response) =>
          answer(response, count === 1 ? 429 : 200, count === 1 ? REFUSAL : OK, {
            'Retry-After': '1',
          }),
        async (it) => {
          await outcomeOf(it, it.client.track(BODY));
          const [first, second] = it.seen;
          if (!first || !second) return 'no';
          return second.at - first.at >= 990 ? 'yes' : 'too early';
        },
      ),
  },
  {
    name: 'a write that may have been done (503) is sent again',
    run: (adapter) =>
      stage(
        adapter,
        (count, _request, response) =>
          answer(response, count === 1 ? 503 : 200, OK, { 'Retry-After': '0' }),
        async (it) => {
          await outcomeOf(it, it.client.track(BODY));
          return it.seen.length === 1 ? 'never' : 'yes';
        },
      ),
  },
  {
    name: 'a server that does not answer costs no more than a timeout',
    run: (adapter) =>
      stage(
        adapter,
        () => undefined,
        async (it) => {
          const late = new Promise<string>((resolve) => void setTimeout(resolve, LATE, 'late'));
          const outcome = await Promise.race([outcomeOf(it, it.client.track(BODY)), late]);
          return outcome === 'late' ? 'no option' : 'yes';
        },
        { timeout: 100 },
      ),
  },
  {
    name: 'an answer that breaks off is',
    run: (adapter) =>
      stage(
        adapter,
        (_count, _request, response) => {
          response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '999' });
          response.write('{"success": tr');
          setTimeout(() => response.destroy(), 20);
        },
        async (it) => {
          const outcome = await outcomeOf(it, it.client.track(BODY));
          if (!(outcome instanceof Error)) return 'lost';
          return isRaw(outcome) ? 'a raw error of the platform' : 'an error of its own';
        },
      ),
  },
  {
    name: 'a redirect to another host is',
    run: (adapter) =>
      stage(
        adapter,
        (count, { headers: { host = '' } }, response) => {
          const Location = `http://${host.replace('127.0.0.1', 'localhost')}/elsewhere`;
          answer(response, count === 1 ? 302 : 200, OK, { Location });
        },
        async (it) => {
          await outcomeOf(it, it.client.user('u1'));
          const [, second] = it.seen;
          if (!second) return 'told';
          return second.authorization === undefined ? 'followed' : 'followed, with the credential';
        },
      ),
  },
  {
    name: 'a path variable `..` leads',
    run: (adapter) =>
      stage(
        adapter,
        (_count, _request, response) => answer(response, 200),
        async (it) => {
          await outcomeOf(it, it.client.user('..'));
          const [first] = it.seen;
          return first === undefined ? 'nowhere: refused' : `to \`${first.path}\``;
        },
      ),
  },
  {
    name: 'a credential goes over plain http to another machine',
    async run({ make }) {
      const sent: string[] = [];
      const fetch = async (request: Request | string) => {
        sent.push(typeof request === 'string' ? request : request.url);
        return new Response(OK, { headers: { 'Content-Type': 'application/json' } });
      };
      try {
        await make({ baseUrl: 'http://api.example', fetch }).track(BODY);
      } catch {
        // Refused when the client is made, or when it is called.
      }
      return sent.length === 0 ? 'no: refused' : 'yes';
    },
  },
  {
    name: 'the sixth call of a quota of five waits',
    run: (adapter) =>
      stage(
        adapter,
        (_count, _request, response) => answer(response, 200),
        async (it) => {
          for (let count = 0; count < 6; count += 1) await outcomeOf(it, it.client.admin());
          return it.seen.length === 5 ? 'yes' : 'no';
        },
        { quotas: true },
      ),
  },
];
