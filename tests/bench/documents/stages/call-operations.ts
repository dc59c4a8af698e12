import { appendFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as fc from 'fast-check';
import { loadDescription } from '../../../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../../../scripts/cli/io.ts';
import {
  exampleDrafts,
  validDraft,
  type Draft,
} from '../../../../scripts/contract/generation/draft.ts';
import { credentialFor, NO_CREDENTIAL } from '../../../../scripts/contract/wire/credentials.ts';
import { encodeRequest } from '../../../../scripts/contract/wire/encode.ts';
import { createSender } from '../../../../scripts/contract/wire/send.ts';
import { toMounts } from '../../../../scripts/mock/mounts.ts';
import type { ApiModel, Operation } from '../../../../scripts/model/api-model.ts';
import type { WireRequest } from '../../../../scripts/wire/exchange.ts';
import { credentialsOf } from '../../../../scripts/wire/credentials.ts';
import { toJudge } from './judge-answer.ts';
import { startServer } from './start-server.ts';

/** What became of one request; a line of the outcome. */
export interface CalledOperation {
  readonly operation: string;
  readonly kind: string;
  readonly status?: number;
  /** Why the answer is no valid documented success. */
  readonly fault?: string;
  readonly milliseconds: number;
}

// `call-operations.ts FILE --out FILE --server ours|Prism [--prism SCRIPT]`: starts the server and
// calls each operation with two valid requests, one of documented examples and one of generated values.
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    out: { type: 'string', default: '' },
    prism: { type: 'string' },
    requests: { type: 'string', default: '2' },
  },
});
const [file = ''] = positionals;
/** Milliseconds for an answer: whoever waits longer has long gone. */
const PATIENCE = 10_000;

const write = (line: object) => appendFileSync(values.out, `${JSON.stringify(line)}\n`);
const server = await startServer(file, values.prism);
write({ ready: server.ready });
const api = await loadDescription(nodeIo, file);
const mounts = new Map(toMounts([api]).map(({ server: url, basePath }) => [url, basePath]));
// The first of a scheme may do everything.
const credentials = credentialsOf(api).toReversed();
const secrets = new Map(credentials.map(({ scheme, value }) => [scheme, value]));
const judge = toJudge(api);
const { send, close } = createSender({ timeout: PATIENCE, largest: 256 * 1024 * 1024 });
try {
  for (const [index, operation] of api.operations.entries()) await call(operation, index);
  write({ memory: await server.memory() });
} finally {
  close();
  await server.stop();
}

async function call(operation: Operation, index: number): Promise<void> {
  const about = { operation: `${operation.method.toUpperCase()} ${operation.path}` };
  try {
    for (const [kind, draft] of draftsOf(api, operation)) {
      if (operation.body?.required && !draft.body)
        throw new Error('no body that it takes is known');
      const request = toRequest(operation, draft, `${index}-${kind}`);
      const began = performance.now();
      const exchange = await send(request);
      const milliseconds = performance.now() - began;
      const fault = judge(operation, exchange);
      const status = exchange.response?.status;
      write({
        ...about,
        kind,
        status,
        fault,
        milliseconds,
        ...(fault !== undefined && { request }),
      });
    }
  } catch (error) {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    write({
      ...about,
      kind: 'none',
      fault: `no request: ${reason.slice(0, 500)}`,
      milliseconds: 0,
    });
  }
}

function draftsOf(of: ApiModel, operation: Operation): (readonly [string, Draft])[] {
  const [example] = exampleDrafts(of, operation);
  const [generated] = fc.sample(validDraft(of, operation), { seed: 2, numRuns: 1 });
  // Of what a path names, only what is shown is known to be there.
  const known = example?.parameters.filter(isOfPath) ?? [];
  const parameters = [...known, ...(generated?.parameters.filter((it) => !isOfPath(it)) ?? [])];
  const drafts = [
    ...(example ? [['example', example] as const] : []),
    ...(generated ? [['generated', { ...generated, parameters }] as const] : []),
  ];
  return drafts.slice(0, Number(values.requests));
}

function isOfPath({ parameter }: Draft['parameters'][number]): boolean {
  return parameter.in === 'path';
}

function toRequest(operation: Operation, draft: Draft, name: string): WireRequest {
  const mount = mounts.get(operation.servers[0]?.url ?? '') ?? '';
  // Prism serves what is under each server at its own root.
  const target = `${server.origin}${values.prism === undefined ? mount : ''}`;
  const credential = credentialFor(api, operation, secrets) ?? NO_CREDENTIAL;
  const request = encodeRequest(api, target, operation, draft, credential);
  // What one request changes is not changed for the next.
  const namespace = ['x-kiln-namespace', `call-${name}`] as const;
  return { ...request, headers: [...request.headers, namespace] };
}
