import * as fc from 'fast-check';
import {
  exampleDrafts,
  validDraft,
  type Draft,
} from '../../../scripts/contract/generation/draft.ts';
import { callNamesOf } from '../../../scripts/generate/call-names.ts';
import { withMethodNames } from '../../../scripts/generate/with-method-names.ts';
import type { MockRequest, RunningMock } from '../../../scripts/library/start-mock.ts';
import { toMounts } from '../../../scripts/mock/mounts.ts';
import type { ApiModel } from '../../../scripts/model/api-model.ts';

/** The modules of one API of a generated package. */
export interface ClientModules {
  readonly client: Readonly<Record<string, unknown>>;
  readonly calls: Readonly<Record<string, unknown>>;
}

/** What became of a call of one method. */
export interface MethodCall {
  readonly method: string;
  readonly operation: string;
  /** The operation that the mock answered for; undefined where it answered for none. */
  readonly reached: string | undefined;
  readonly status: number | undefined;
  /** Why nothing was sent, or why the mock refused what was. */
  readonly problem: string | undefined;
}

type Call = (...input: unknown[]) => Promise<{ readonly status: number }>;

/**
 * Calls every method of a client once, with input made from the description, and every function of its module of
 * operations, on a mock that tells which operation it was asked for.
 */
export async function callEveryMethod(
  api: ApiModel,
  { client: clientModule, calls }: ClientModules,
  mock: RunningMock,
): Promise<MethodCall[]> {
  const options = optionsFor(api, mock);
  const name = Object.keys(clientModule).find((it) => /^create\w+Client$/.test(it)) ?? '';
  const create = clientModule[name] as (given: object) => Record<string, Call>;
  const client = create(options);
  const connection = (calls['connect'] as (given: object) => unknown)(options);
  const named = withMethodNames(api).operations;
  const names = callNamesOf(named);
  const made: MethodCall[] = [];
  for (const [index, { id }] of named.entries()) {
    const operation = api.operations[index];
    if (!operation) continue;
    const draft = draftFor(api, operation);
    if (!draft) {
      made.push({ ...nothing, method: id, operation: operation.id, problem: 'no input is known' });
      continue;
    }
    const call = calls[names.get(id) ?? ''] as Call | undefined;
    const ways: readonly (readonly [string, () => ReturnType<Call> | undefined])[] = [
      [`client.${id}`, () => client[id]?.(toInput(draft, operation))],
      [`${names.get(id)}()`, () => call?.(connection, toInput(draft, operation))],
    ];
    for (const [method, ask] of ways) {
      const before = mock.requests().length;
      const outcome = await outcomeOf(ask);
      const [answered] = mock.requests().slice(before);
      const { status, problem = refusalOf(answered) } = outcome;
      made.push({ method, operation: operation.id, reached: answered?.operation, status, problem });
      await mock.reset();
    }
  }
  return made;
}

/** What a valid request is not refused for; that nothing of its name is there is no fault of it. */
function refusalOf(answered: MockRequest | undefined): string | undefined {
  const { refused } = answered ?? {};
  return refused === 'invalid' || refused === 'malformed' ? `refused as ${refused}` : undefined;
}

const nothing = { reached: undefined, status: undefined };

async function outcomeOf(
  ask: () => ReturnType<Call> | undefined,
): Promise<Pick<MethodCall, 'status' | 'problem'>> {
  try {
    const answer = await ask();
    return answer
      ? { status: answer.status, problem: undefined }
      : { status: undefined, problem: 'there is no such method' };
  } catch (error) {
    // Descriptions do not document all that their mocks answer.
    const { status } = error as { readonly status?: number };
    return { status, problem: status === undefined ? String(error) : undefined };
  }
}

type Operation = ApiModel['operations'][number];

function draftFor(api: ApiModel, operation: Operation): Draft | undefined {
  const [shown] = exampleDrafts(api, operation);
  return shown ?? fc.sample(validDraft(api, operation), { seed: 1, numRuns: 1 })[0];
}

/** A draft as a caller of the client writes it. */
function toInput({ parameters, body }: Draft, { body: described }: Operation): object {
  const places: Record<string, Record<string, unknown>> = {};
  for (const { parameter, value } of parameters) {
    // What a whole query string holds has no name on the wire, and one in the client.
    (places[parameter.in] ??= {})[parameter.name] = value;
  }
  const isChoice = (described?.content.length ?? 0) > 1;
  return {
    ...places,
    ...(body && {
      body: body.file ?? body.value,
      ...(isChoice && { contentType: body.mediaType }),
    }),
  };
}

function optionsFor(api: ApiModel, mock: RunningMock): object {
  const origin = new URL(mock.url).origin;
  // The longest first: one server may lie below another. A relative one is asked where the mock is.
  const mounts = toMounts([api])
    .filter(({ server }) => /^https?:/.test(server))
    .map(({ server, basePath }) => ({ server: server.replace(/\/+$/, ''), basePath }))
    .toSorted((left, right) => right.server.length - left.server.length);
  const credentials = (mock.credentials[api.name] ?? []).toReversed();
  const auth = Object.fromEntries(
    credentials.map(({ scheme, secret }) => [scheme, credentialOf(api, scheme, secret)]),
  );
  const isPlaced = api.servers.some(({ url }) => /^https?:/.test(url));
  return {
    auth,
    ...(!isPlaced && { baseUrl: mock.urls[api.name] }),
    async fetch(request: Request): Promise<Response> {
      const mount = mounts.find(({ server }) => request.url.startsWith(server));
      const rest = request.url.slice(mount?.server.length ?? 0);
      const url = mount ? `${origin}${mount.basePath}${rest}` : request.url;
      const body = await request.arrayBuffer();
      const { method, headers } = request;
      const sent = body.byteLength > 0 ? { body } : {};
      return await fetch(url, { method, headers, redirect: 'manual', ...sent });
    },
  };
}

function credentialOf(api: ApiModel, scheme: string, secret: string): unknown {
  const described = api.securitySchemes.get(scheme);
  const isBasic = described?.type === 'http' && described.scheme.toLowerCase() === 'basic';
  if (!isBasic) return secret;
  const [username = '', ...password] = secret.split(':');
  return { username, password: password.join(':') };
}

/** The calls that did not reach their operation, a line each. */
export function missedCalls(calls: readonly MethodCall[]): string[] {
  return calls
    .filter(({ operation, reached, problem }) => reached !== operation || problem !== undefined)
    .map(({ method, operation, reached, status, problem }) => {
      const ended = problem ?? `answered ${status}`;
      return `${method} reached ${reached ?? 'nothing'} and not ${operation}: ${ended}`;
    });
}
