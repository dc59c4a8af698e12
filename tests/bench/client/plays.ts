import type { Api, PlayName } from './contenders/place.ts';
import type { Answering, Stage } from './stage.ts';

/** What a play is given. */
export interface At {
  readonly baseUrl: string;
  /** As many as a service takes no more of at once. */
  readonly many: readonly object[];
  /** Longer than a service takes. */
  readonly long: string;
}

/** A row of the table that is played: a server that acts as its description says, and what it saw of the client. */
export interface Play {
  readonly name: PlayName;
  readonly says: string;
  readonly api: Api;
  /** The cell of a client that has nothing to call; "no" unless said. */
  readonly without?: string;
  readonly answer: (seen: Stage['seen'], response: Answering) => void;
  /** The cell, from what the server saw and what the play gave. */
  readonly judge: (seen: Stage['seen'], given: unknown) => string;
}

const yes = (is: boolean): string => (is ? 'yes' : 'no');

function reply(response: Answering, status: number, body: unknown, headers = {}): void {
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
}

const countOf = (body: string): number => {
  const { events, input } = JSON.parse(body) as { events?: unknown[]; input?: unknown[] };
  return (events ?? input ?? []).length;
};

const isAsking = ({ method }: Stage['seen'][number]): boolean => method === 'GET';
const isLogin = ({ path }: Stage['seen'][number]): boolean => path.endsWith('/auth/login');

export const PLAYS: readonly Play[] = [
  {
    name: 'pages',
    says: 'reads a list page by page',
    api: 'clay-base',
    answer(seen, response) {
      // Two ids a page, and one on the last; the second members are what Stainless's client looks at.
      const ids = seen.length === 1 ? [1, 2] : [3];
      const result = ids.map((objectId) => ({ objectId, id: `${objectId}` }));
      reply(response, 200, { success: true, result, data: result, has_more: seen.length === 1 });
    },
    judge: (seen, given) => yes(seen.length === 2 && given === 3),
  },
  {
    name: 'batches',
    says: 'sends lists in batches of documented size',
    api: 'clayva',
    answer(seen, response) {
      const size = countOf(seen.at(-1)?.body ?? '{}');
      reply(response, 200, { success: true, data: { accepted: size, rejected: 0 } });
    },
    judge: (seen) => yes(seen.length > 1 && seen.every(({ body }) => countOf(body) <= 1_000)),
  },
  {
    name: 'bytes',
    says: 'refuses bodies of too many bytes before they are sent',
    api: 'commanders-act-v2',
    answer: (_seen, response) => reply(response, 200, {}),
    judge: (seen) => yes(seen.length === 0),
  },
  {
    name: 'work',
    says: 'waits for the end of accepted work',
    api: 'claravine',
    answer(seen, response) {
      const isDone = seen.filter(isAsking).length > 1;
      // The first words are Claravine's, the second OpenAI's.
      const status = seen.at(-1)?.path.includes('vector_stores')
        ? ['in_progress', 'completed']
        : ['Pending', 'Complete'];
      const id = '0192b307-f5cf-4450-bb5b-ee7d4c7fb8a1';
      reply(response, 200, { transactionUuid: id, id, status: status[isDone ? 1 : 0] });
    },
    judge: (seen) => yes(seen.filter(isAsking).length === 2),
  },
  {
    name: 'session',
    says: 'logs in, and again after 401',
    api: 'clay-com',
    answer(seen, response) {
      const last = seen.at(-1);
      const logins = seen.filter(isLogin).length;
      if (last && isLogin(last)) {
        const cookie = `claysession=kiln-bench-${logins}; Path=/; HttpOnly`;
        reply(response, 200, {}, { 'Set-Cookie': cookie });
        return;
      }
      // The first session ends after one call.
      const calls = seen.filter((it) => !isLogin(it)).length;
      const isOver = logins === 0 || (logins === 1 && calls > 1);
      reply(response, isOver ? 401 : 200, isOver ? { message: 'no session' } : []);
    },
    judge: (seen) => yes(seen.filter(isLogin).length === 2),
  },
  {
    name: 'cookies',
    says: 'keeps cookies outside browsers',
    api: 'clay-com',
    answer(seen, response) {
      const cookie = 'claysession=kiln-bench-1; Path=/; HttpOnly';
      reply(response, 200, [], seen.length === 1 ? { 'Set-Cookie': cookie } : {});
    },
    judge: (seen) => yes(seen.at(-1)?.cookie?.includes('kiln-bench-1') === true),
  },
  {
    name: 'veto',
    says: 'stops by a veto what a webhook asks about',
    api: 'clay-base',
    answer: (_seen, response) => reply(response, 200, {}),
    judge: (_seen, given) => yes(given === 422),
  },
  {
    name: 'dryRun',
    says: 'has a dry run with a command line',
    api: 'clayva',
    answer: (_seen, response) => reply(response, 200, { success: true, data: {} }),
    judge: (seen, given) => yes(seen.length === 0 && String(given).startsWith('curl ')),
  },
  {
    name: 'told',
    says: 'hides credentials from hooks and logs',
    api: 'clayva',
    without: 'has none',
    answer: (_seen, response) => reply(response, 200, { success: true, data: { eventId: 'e1' } }),
    judge(_seen, given) {
      return String(given).includes('bench-token') ? 'no' : 'yes';
    },
  },
];
