import {
  fastify,
  type FastifyInstance,
  type HTTPMethods,
  type InjectOptions,
  type LightMyRequestResponse,
} from 'fastify';
import { explainListening } from '../http/listen.ts';
import { refuseStranger } from './refuse-stranger.ts';
import { problemOf, problemOfBroken, renderRawProblem, sendProblem, toProblem } from './problem.ts';
import { toRoutes, type ControlOptions } from './routes.ts';

/** What looks into a mock and drives it, on a port of its own. */
export interface Control {
  /** Opens a port, 0 for any free one, and tells the origin: `http://127.0.0.1:4011`. */
  readonly listen: (at: { readonly host: string; readonly port: number }) => Promise<string>;
  /** Answers a request without a port. */
  readonly inject: (request: InjectOptions) => Promise<LightMyRequestResponse>;
  readonly close: () => Promise<void>;
}

const METHODS: readonly HTTPMethods[] = [
  'GET',
  'HEAD',
  'PUT',
  'POST',
  'DELETE',
  'PATCH',
  'OPTIONS',
];

/** A server that only this machine's clients and its own page may use; it knows no CORS. */
export async function createControl(options: ControlOptions): Promise<Control> {
  const app = fastify({
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    frameworkErrors: (error, _, reply) => void sendProblem(reply, problemOf(error)),
    clientErrorHandler(error, socket) {
      if (error.code === 'ECONNRESET' || !socket.writable) socket.destroy();
      else socket.end(renderRawProblem(problemOfBroken(error.code)));
    },
  });
  app.addHook('onRequest', async (request, reply) => {
    void reply.headers({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    const stranger = refuseStranger(request, options.host);
    return stranger === undefined ? undefined : sendProblem(reply, toProblem(403, stranger));
  });
  app.setErrorHandler((error, _, reply) => sendProblem(reply, problemOf(error)));
  app.setNotFoundHandler((_, reply) => {
    return sendProblem(
      reply,
      toProblem(404, 'Nothing is here; GET /openapi.json tells what is where.'),
    );
  });
  addRoutes(app, options);
  await app.ready();
  return {
    listen: ({ host, port }) =>
      app
        .listen({ host, port })
        .catch((error: unknown) => explainListening(error, host, port, '--control-port')),
    inject: (request) => app.inject(request),
    close: () => app.close(),
  };
}

function addRoutes(app: FastifyInstance, options: ControlOptions): void {
  for (const [url, handlers] of Object.entries(toRoutes(options))) {
    for (const [method, handler] of Object.entries(handlers)) app.route({ method, url, handler });
    const allow = Object.keys(handlers).join(', ');
    app.route({
      method: METHODS.filter((method) => !(method in handlers)),
      url,
      handler: (_, reply) => {
        return sendProblem(reply.header('allow', allow), toProblem(405, `Allowed here: ${allow}.`));
      },
    });
  }
}
