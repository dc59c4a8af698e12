import type { PlayName } from './place.ts';

/** A call as every client can make it; the values are texts of JavaScript, `at` is what the play is given. */
export interface PlainCall {
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly variables?: string;
  readonly query?: string;
  readonly body?: string;
}

const LIST: PlainCall = { operation: 'listWorkspaces', method: 'GET', path: '/my-workspaces' };

/** The calls that users make whose client has no way of its own for what is played. */
const CALLS = {
  pages: [
    {
      operation: 'findRecords',
      method: 'POST',
      path: '/bases/{baseId}/find',
      variables: '{ baseId: 1 }',
      body: "{ table: 'a', config: { limit: 2 } }",
    },
  ],
  batches: [
    {
      operation: 'trackEventBatch',
      method: 'POST',
      path: '/events/batch',
      body: '{ events: at.many }',
    },
  ],
  bytes: [
    {
      operation: 'trackEvent',
      method: 'POST',
      path: '/events',
      query: "{ tc_s: '29' }",
      body: "{ event_name: 'search', search_term: at.long }",
    },
  ],
  work: [
    {
      operation: 'createTransaction',
      method: 'POST',
      path: '/datasets/{datasetUuid}/data',
      variables: "{ datasetUuid: 'd1' }",
      body: "{ transactionName: 'a', fields: ['A'], rows: [['1']] }",
    },
  ],
  session: [LIST, LIST],
  cookies: [
    {
      operation: 'login',
      method: 'POST',
      path: '/auth/login',
      body: "{ email: 'ada@example.com', password: 'example-password', source: null }",
    },
    LIST,
  ],
} as const satisfies Partial<Record<PlayName, readonly PlainCall[]>>;

/** Plays of plain calls: `prelude` makes a client of these operations, `call` writes one call. */
export function plainPlays(
  prelude: (operations: readonly string[]) => readonly [imports: string, begin: string],
  call: (one: PlainCall) => string,
): Readonly<Record<keyof typeof CALLS, string>> {
  const playOf = (name: keyof typeof CALLS): string => {
    const calls: readonly PlainCall[] = CALLS[name];
    const [imports, begin] = prelude([...new Set(calls.map(({ operation }) => operation))]);
    const lines = calls.map((one) => `  try { await ${call(one)}; } catch {}`);
    return `${imports}\nexport async function play(at) {\n  ${begin}\n${lines.join('\n')}\n}\n`;
  };
  return {
    pages: playOf('pages'),
    batches: playOf('batches'),
    bytes: playOf('bytes'),
    work: playOf('work'),
    session: playOf('session'),
    cookies: playOf('cookies'),
  };
}

/** An input by places, as most clients take it. */
export function inputOf({ variables, query, body }: PlainCall): string {
  const places = { path: variables, query, body };
  const said = Object.entries(places).filter(([, text]) => text !== undefined);
  return `{ ${said.map(([place, text]) => `${place}: ${text}`).join(', ')} }`;
}
