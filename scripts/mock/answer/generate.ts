import type * as Prism from '@stoplight/prism-http';
import type { ApiModel, Operation } from '../../core/api-model.ts';
import { textOf, type Json } from '../../core/json.ts';
import { isCopied } from './documented-response.ts';
import type { Preferences } from '../request/prefer.ts';

type PrismOperation = Awaited<ReturnType<typeof Prism.getHttpOperationsFromSpec>>[number];
type PrismLogger = Parameters<typeof Prism.createInstance>[1]['logger'];

/** What Prism made, or why it made nothing. */
export type Generated =
  | {
      readonly body: Json | undefined;
      readonly headers: Readonly<Record<string, string>>;
      readonly failure?: never;
    }
  | { readonly failure: string };

export interface Generator {
  readonly generate: (
    operation: Operation,
    status: number,
    mediaType: string | undefined,
    preferences: Pick<Preferences, 'example' | 'dynamic' | 'seed'>,
  ) => Promise<Generated>;
  /** Begins to load Prism, which takes a second; a failure is told when something is generated. */
  readonly warmUp: () => Promise<void>;
}

const BASE = {
  checkSecurity: false,
  validateRequest: false,
  validateResponse: false,
  errors: false,
  isProxy: false,
  upstreamProxy: undefined,
} as const;

const ignore = () => {};
const log = {
  info: ignore,
  debug: ignore,
  warn: ignore,
  error: ignore,
  fatal: ignore,
  trace: ignore,
};
// Prism wants a whole pino logger and calls only these methods.
const SILENT: PrismLogger = { ...log, success: ignore, child: () => SILENT };

/**
 * Response bodies from examples and schemas, by Prism. It is given nothing that it could judge or
 * trip over: one operation, a path that fits, no headers; and it is loaded at its first use.
 */
export function toGenerator(api: ApiModel): Generator {
  let loading: ReturnType<typeof loadPrism> | undefined;
  const load = () => (loading ??= loadPrism(api));
  const samples = new Map<string, Generated>();

  const make: Generator['generate'] = async (
    operation,
    status,
    mediaType,
    { example, dynamic, seed },
  ) => {
    try {
      const { prism, operations } = await load();
      const known = operations.get(keyOf(operation));
      if (!known) return { failure: `Prism has no operation ${operation.id}` };
      const path = operation.path.replaceAll(/\{[^}]+\}/g, 'x');
      const request = { method: operation.method, url: { path, query: {} }, headers: {} };
      // A fresh object for each call: Prism writes into it.
      const mock = {
        code: status,
        dynamic,
        ...(mediaType !== undefined && { mediaTypes: [mediaType] }),
        ...(example !== undefined && { exampleKey: example }),
        ...(seed !== undefined && { seed }),
      };
      const result = await prism.request(request, [known], { ...BASE, mock })();
      if ('left' in result) return { failure: result.left.message };
      const { statusCode, headers, body } = result.right.output;
      if (statusCode !== status) return { failure: `Prism answered ${statusCode}, not ${status}` };
      // Prism makes JSON.
      return { body: body as Json | undefined, headers: toHeaders(headers ?? {}) };
    } catch (error) {
      return { failure: error instanceof Error ? error.message : String(error) };
    }
  };

  // Without chance the same is made each time.
  const generate: Generator['generate'] = async (operation, status, mediaType, preferences) => {
    const { dynamic, example } = preferences;
    if (dynamic) return await make(operation, status, mediaType, preferences);
    const key = JSON.stringify([keyOf(operation), status, mediaType, example]);
    const made = samples.get(key) ?? (await make(operation, status, mediaType, preferences));
    if (made.failure === undefined) samples.set(key, made);
    return made;
  };
  return { generate, warmUp: () => load().then(ignore, ignore) };
}

async function loadPrism({ document }: ApiModel) {
  const { createInstance, getHttpOperationsFromSpec } = await import('@stoplight/prism-http');
  // Prism rewrites the document it is given.
  const operations = await getHttpOperationsFromSpec(structuredClone(document));
  return {
    prism: createInstance(
      { ...BASE, mock: { dynamic: false } },
      { logger: SILENT, route: theOnly },
    ),
    operations: new Map(operations.map((it) => [keyOf(it), withoutCallbacks(it)])),
  };
}

/** Prism would find out anew for each request where the one operation is that it is given. */
const theOnly: NonNullable<Parameters<typeof Prism.createInstance>[1]['route']> = ({
  resources: [only],
}) =>
  only
    ? { _tag: 'Right', right: only }
    : { _tag: 'Left', left: new Error('Prism was given no operation') };

function keyOf({ method, path }: { readonly method: string; readonly path: string }): string {
  return `${method.toLowerCase()} ${path}`;
}

/** Prism would call the client back at once, unasked. */
function withoutCallbacks(operation: PrismOperation): PrismOperation {
  return { ...operation, callbacks: [] };
}

function toHeaders(headers: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const entries = Object.entries(headers).filter(([name]) => isCopied(name));
  return Object.fromEntries(
    // Prism writes every boolean that it makes up as null.
    entries.map(([name, value]) => [name.toLowerCase(), textOf(value ?? 'true')]),
  );
}
