import { readFileSync } from 'node:fs';
import { importPeer } from '../peers.ts';

const [, , file = '', port = '0'] = process.argv;
const document: unknown = JSON.parse(readFileSync(file, 'utf8'));

interface App {
  readonly fetch: (request: Request) => Response | Promise<Response>;
}
interface Scalar {
  readonly createMockServer: (options: object) => Promise<App>;
}
interface HonoServer {
  readonly serve: (options: object, ready: () => void) => void;
}

const { createMockServer } = (await importPeer('@scalar/mock-server')) as Scalar;
const { serve } = (await importPeer('@hono/node-server')) as HonoServer;
const app = await createMockServer({ document, logger: false });
serve({ fetch: app.fetch, hostname: '127.0.0.1', port: Number(port) }, () => {
  process.stdout.write('listening\n');
});
