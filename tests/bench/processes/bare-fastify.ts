import { readFileSync } from 'node:fs';
import { fastify } from 'fastify';

/** What a hand-written server would answer, without a thought about the request but parsing its JSON. */
export interface BareRoute {
  readonly method: string;
  /** In Fastify's syntax: `/pets/:petId`. */
  readonly url: string;
  readonly status: number;
  /** Fields but for those that frame the answer. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

const [, , file = '', port = '0'] = process.argv;
const routes: readonly BareRoute[] = JSON.parse(readFileSync(file, 'utf8'));
const app = fastify({ bodyLimit: 10 * 1024 * 1024 });
for (const { method, url, status, headers, body } of routes) {
  const bytes = Buffer.from(body);
  app.route({
    method,
    url,
    handler: (_, reply) => reply.code(status).headers(headers).send(bytes),
  });
}
await app.listen({ host: '127.0.0.1', port: Number(port) });
process.stdout.write('listening\n');
