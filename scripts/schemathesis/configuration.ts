import type { Authentication } from './authentication.ts';
import { renderToml } from './toml.ts';

export interface RunOptions {
  /** Base address of the server. */
  readonly base: string;
  readonly seed: number;
  /** Seconds after which it stops. */
  readonly budget: number;
  /** Generated requests for each operation and phase; its own number when left out. */
  readonly maxExamples: number | undefined;
  readonly authentication: Authentication;
  /** Ids of operations that are not called. */
  readonly excluded: readonly string[];
  /** Whether methods that a path does not document may be tried: a real server may know them. */
  readonly tryOtherMethods: boolean;
  /** Paths of the files that it reads and writes. */
  readonly files: {
    readonly hooks: string;
    readonly events: string;
  };
}

/** Bytes of a recorded body that are kept. */
const RECORDED = 64 * 1024;
/** Seconds in which a server must have answered. */
const TIMEOUT = 10;

/**
 * Its configuration file (`schemathesis.toml`). Nothing is remembered between runs, and a failure ends
 * nothing: the same seed generates the same requests, as far as the time allows, and all are judged.
 */
export function renderConfiguration(options: RunOptions): string {
  const { base, seed, budget, maxExamples, authentication, excluded, files } = options;
  return renderToml({
    'base-url': base,
    seed,
    workers: 1,
    'max-time': budget,
    'request-timeout': TIMEOUT,
    'continue-on-failure': true,
    color: false,
    hooks: files.hooks,
    cache: { enabled: false },
    generation: {
      database: 'none',
      ...(maxExamples !== undefined && { 'max-examples': maxExamples }),
    },
    reports: { ndjson: { enabled: true, path: files.events } },
    output: { truncation: { 'max-recorded-payload-size': RECORDED } },
    ...(!options.tryOtherMethods && { phases: { coverage: { 'unexpected-methods': [] } } }),
    ...(Object.keys(authentication.schemes).length > 0 && {
      auth: { openapi: authentication.schemes },
    }),
    ...(excluded.length > 0 && {
      operations: [{ 'include-operation-id': [...excluded], enabled: false }],
    }),
  });
}
