import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Letter, Letterbox, Reception } from '../../contract/letterbox.ts';
import type { ApiModel } from '../../model/api-model.ts';
import type { HeaderFields } from '../../wire/exchange.ts';
import { explainListening } from '../../mock/http/listen.ts';
import type { WebhookTarget } from '../../mock/webhooks/targets.ts';
import { encodeComponent } from '../../base/encode-component.ts';

/** A receiver of webhooks on a port of this machine. */
export interface WebhookListener extends Letterbox {
  /** Takes every webhook; below it each has an address of its own. */
  readonly origin: string;
  readonly targets: readonly WebhookTarget[];
  readonly close: () => Promise<void>;
}

const HOST = '127.0.0.1';
/** Letters that are kept: what nobody takes must not fill the memory. */
const MOST = 200;
/** Bytes of a letter that are read. */
const LARGEST = 16 * 1024 * 1024;

/** Listens for the webhooks of some APIs; a port of 0 takes any free one. Throws a UserError where it cannot. */
export async function openListener(
  apis: readonly ApiModel[],
  port: number,
): Promise<WebhookListener> {
  const webhooks = apis.flatMap((api) => api.webhooks);
  let reception: Reception;
  let letters: Letter[] = [];
  const server = createServer((request, response) => {
    // A request that is given up has none any more.
    const { socket } = request;
    void receive(request).then(
      (body) => {
        const { method = '', url = '/', headers } = request;
        const { pathname } = new URL(url, 'http://receiver.invalid');
        const own = webhooks.find(({ path }) => pathname === pathOf(path));
        const address = `http://${headers.host ?? HOST}${url}`;
        const sent = { method, url: address, headers: fieldsOf(request), body };
        letters = [...letters, { webhook: own?.path ?? '', request: sent }].slice(-MOST);
        if (reception === 'silence') return socket.destroy();
        // At an address for all, what lets one pass lets every other.
        const allowed = (own ?? webhooks.find(({ veto }) => veto))?.veto?.allow ?? 200;
        return response.writeHead(reception ?? allowed).end();
      },
      () => socket.destroy(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, HOST, resolve);
  }).catch((error: unknown) => explainListening(error, HOST, port, '--webhook-port'));
  const origin = `http://${HOST}:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    targets: webhooks.map(({ path }) => ({ name: path, url: `${origin}${pathOf(path)}` })),
    answerWith: (answer) => Promise.resolve(void (reception = answer)),
    empty() {
      const all = letters;
      letters = [];
      return Promise.resolve(all);
    },
    close() {
      server.closeAllConnections();
      return new Promise((resolve) => void server.close(() => resolve()));
    },
  };
}

function pathOf(webhook: string): string {
  return `/${encodeComponent(webhook)}`;
}

/** Reads the content of a letter; rejects one that is too large or breaks off. */
async function receive(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size > LARGEST) throw new Error(`more than ${LARGEST} bytes`);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function fieldsOf({ rawHeaders }: IncomingMessage): HeaderFields {
  return rawHeaders.flatMap((name, i) =>
    i % 2 === 0 ? [[name, rawHeaders[i + 1] ?? ''] as const] : [],
  );
}
