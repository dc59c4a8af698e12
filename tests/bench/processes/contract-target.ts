import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { loadApis } from '../../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../../scripts/cli/io.ts';
import { METHODS, type Operation } from '../../../scripts/model/api-model.ts';
import { toRouter } from '../../../scripts/model/router.ts';
import { createMock } from '../../../scripts/mock/mock.ts';

/** What a target is told, and tells, over IPC. */
export interface TargetReport {
  /** Base address of each documented server. */
  readonly targets: readonly (readonly [server: string, address: string])[];
  /** Requests it has answered. */
  readonly answered: number;
}

/** `contract-target.ts DESCRIPTION bare|mock`: a server that counts what it answers. */
const [, , name = '', kind = ''] = process.argv;
const apis = await loadApis(nodeIo, [name]);
const OTHER = { status: 404, headers: {}, body: '' };
let answered = 0;
const targets = kind === 'mock' ? await serveMock() : await serveBare();
const tell = () => process.send?.({ targets, answered } satisfies TargetReport);
process.on('message', tell);
process.on('disconnect', () => process.exit());
tell();

/** Our mock, which refuses nobody for the number of requests. */
async function serveMock(): Promise<TargetReport['targets']> {
  const clock = { now: nodeIo.now };
  const mock = await createMock(apis, { clock, limits: false, onRequest: count });
  const origin = await mock.listen({ host: '127.0.0.1', port: 0 });
  return mock.mounts.map(({ server, basePath }) => [server, `${origin}${basePath}`]);
}

function count(): void {
  answered += 1;
}

/** The least that a server can do: each operation has one answer, the first success it documents. */
async function serveBare(): Promise<TargetReport['targets']> {
  const [api] = apis;
  if (!api) throw new Error(`there is no description ${name}`);
  const router = toRouter(api.operations);
  const answers = new Map(api.operations.map((operation) => [operation, answerOf(operation)]));
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => {
      answered += 1;
      const [path = ''] = (request.url ?? '').split('?', 1);
      const operations = router(path)?.operations;
      const method = METHODS.find((it) => it === request.method?.toLowerCase());
      const operation = method && operations?.get(method);
      const { status, headers, body } = (operation && answers.get(operation)) ?? OTHER;
      response.writeHead(status, headers).end(body);
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return api.servers.map(({ url }) => [url, `http://127.0.0.1:${port}`]);
}

function answerOf({ responses }: Operation) {
  const success = responses.find(({ status }) => /^2\d\d$/.test(status));
  const [media] = success?.content ?? [];
  const body = media ? Buffer.from(JSON.stringify(media.examples[0]?.value ?? null)) : '';
  return {
    status: Number(success?.status ?? 200),
    headers: { ...(media && { 'content-type': media.mediaType }), 'content-length': body.length },
    body,
  };
}
