import type * as Prism from '@stoplight/prism-http';
import type { ApiModel, Operation } from '../../model/api-model.ts';
import { asThreeOne } from '../../model/as-three-one.ts';
import { selfContained } from '../../model/self-contained.ts';
import type { Json } from '../../base/json.ts';

type PrismOperation = Awaited<ReturnType<typeof Prism.getHttpOperationsFromSpec>>[number];
type PrismLogger = Parameters<typeof Prism.createInstance>[1]['logger'];

/** The response that is to be sent. */
export interface Wanted {
  readonly operation: Operation;
  readonly status: number;
  readonly mediaType: string;
}

export interface LoadedPrism {
  /** The least that the schema allows; undefined where Prism has nothing. */
  readonly sample: (wanted: Wanted) => Promise<Json | undefined>;
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
 * Loads Prism, which takes a second, and has it read a description. It is given nothing that it could
 * judge or trip over: one operation, a path that fits, no headers.
 */
export async function loadPrism({ document }: ApiModel): Promise<LoadedPrism> {
  const { createInstance, getHttpOperationsFromSpec } = await import('@stoplight/prism-http');
  // Prism rewrites the document it is given: the copy is its own.
  const described = await getHttpOperationsFromSpec(selfContained(asThreeOne(document)));
  const operations = new Map(described.map((it) => [keyOf(it), withoutCallbacks(it)]));
  const config = { ...BASE, mock: { dynamic: false } };
  const prism = createInstance(config, { logger: SILENT, route: theOnly });

  const sample: LoadedPrism['sample'] = async ({ operation, status, mediaType }) => {
    const known = operations.get(keyOf(operation));
    if (!known) return undefined;
    const path = operation.path.replaceAll(/\{[^}]+\}/g, 'x');
    // Of a method that it does not know it has no operation.
    const method = operation.method as 'get';
    const request = { method, url: { path, query: {} }, headers: {} };
    // A fresh object for each call: Prism writes into it.
    const mock = { code: status, dynamic: false, mediaTypes: [mediaType] };
    const result = await prism.request(request, [known], { ...BASE, mock })();
    if ('left' in result) return undefined;
    const { statusCode, body } = result.right.output;
    return statusCode === status ? asSent(body) : undefined;
  };
  return { sample };
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

/** Of what Prism makes, what JSON can say: some members have no value. */
function asSent(body: unknown): Json | undefined {
  const text = JSON.stringify(body) as string | undefined;
  return text === undefined ? undefined : (JSON.parse(text) as Json);
}
