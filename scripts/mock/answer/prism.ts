import type * as Prism from '@stoplight/prism-http';
import type { ApiModel, Operation } from '../../model/api-model.ts';
import { selfContained } from '../../model/self-contained.ts';
import { textOf, type Json } from '../../base/json.ts';
import { isCopied } from '../../wire/example-content.ts';

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

/** The response that is to be sent. */
export interface Wanted {
  readonly operation: Operation;
  readonly status: number;
  /** Undefined where the response has no content. */
  readonly mediaType: string | undefined;
}

export interface LoadedPrism {
  /** The example of that name, else the first, else the least that the schema allows. */
  readonly sample: (wanted: Wanted, example: string | undefined) => Promise<Generated>;
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
  const described = await getHttpOperationsFromSpec(selfContained(document));
  const operations = new Map(described.map((it) => [keyOf(it), withoutCallbacks(it)]));
  const config = { ...BASE, mock: { dynamic: false } };
  const prism = createInstance(config, { logger: SILENT, route: theOnly });

  const sample: LoadedPrism['sample'] = async ({ operation, status, mediaType }, example) => {
    const known = operations.get(keyOf(operation));
    if (!known) return unknown(operation);
    const path = operation.path.replaceAll(/\{[^}]+\}/g, 'x');
    const request = { method: operation.method, url: { path, query: {} }, headers: {} };
    // A fresh object for each call: Prism writes into it.
    const mock = {
      code: status,
      dynamic: false,
      ...(mediaType !== undefined && { mediaTypes: [mediaType] }),
      ...(example !== undefined && { exampleKey: example }),
    };
    const result = await prism.request(request, [known], { ...BASE, mock })();
    if ('left' in result) return { failure: result.left.message };
    const { statusCode, headers, body } = result.right.output;
    if (statusCode !== status) return { failure: `Prism answered ${statusCode}, not ${status}` };
    return { body: asSent(body), headers: toHeaders(Object.entries(headers ?? {})) };
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

function unknown({ id }: Operation): Generated {
  return { failure: `Prism has no operation ${id}` };
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

function toHeaders(
  fields: readonly (readonly [string, unknown])[],
): Readonly<Record<string, string>> {
  const copied = fields.filter(([name]) => isCopied(name));
  // Prism writes every boolean that it makes up as null.
  return Object.fromEntries(
    copied.map(([name, value]) => [name.toLowerCase(), textOf(value ?? 'true')]),
  );
}
