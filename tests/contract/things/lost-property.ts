import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';

/** What is wrong with the desk. */
export type Flaw =
  | 'full'
  | 'read-fails'
  | 'lost-at-once'
  | 'stays'
  | 'change-lost'
  | 'fails-once-gone'
  | 'fails-without-marks';

interface Desk {
  readonly target: string;
  /** What is there now, by id. */
  readonly things: ReadonlyMap<number, unknown>;
  readonly close: () => Promise<void>;
}

/** A desk for lost things as a framework serves it: its ids are its own, and no description tells them. */
export async function serveDesk(flaw?: Flaw): Promise<Desk> {
  const app = Fastify({
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false } },
  });
  const things = new Map<number, Record<string, unknown>>();
  for (const id of [900_001, 900_002]) things.set(id, { id, what: 'umbrella', shelf: 1 });
  let last = 4_000;
  const body = {
    type: 'object',
    required: ['what'],
    additionalProperties: false,
    properties: {
      what: { type: 'string', minLength: 1, maxLength: 40 },
      shelf: { type: 'integer', minimum: 0, maximum: 9 },
      marks: { type: 'array', maxItems: 3, items: { type: 'string', maxLength: 9 } },
    },
  };
  const id = { type: 'object', properties: { id: { type: 'string', pattern: '^[1-9][0-9]*$' } } };
  const notFound = { statusCode: 404, error: 'Not Found', message: 'no such thing' };
  app.get('/things', () => [...things.values()]);
  app.post<{ Body: Record<string, unknown> }>('/things', { schema: { body } }, (request, reply) => {
    if (flaw === 'full') return reply.code(409).send(notFound);
    last += 1;
    if (flaw !== 'lost-at-once') things.set(last, { id: last, ...request.body });
    return reply
      .code(201)
      .header('location', `/things/${last}`)
      .send({ id: last, ...request.body });
  });
  interface OfOne {
    Params: { id: string };
    Body: Record<string, unknown>;
  }
  const gone = new Set<number>();
  app.get<OfOne>('/things/:id', { schema: { params: id } }, (request, reply) => {
    if (flaw === 'fails-once-gone' && gone.has(Number(request.params.id))) throw new Error('gone');
    const thing = things.get(Number(request.params.id));
    if (flaw === 'read-fails' && thing) throw new Error('cannot read');
    const { marks } = (thing ?? {}) as { readonly marks?: readonly string[] };
    if (flaw === 'fails-without-marks' && marks?.length === 0) throw new Error('no first mark');
    return thing ?? reply.code(404).send(notFound);
  });
  app.put<OfOne>('/things/:id', { schema: { params: id, body } }, (request, reply) => {
    const which = Number(request.params.id);
    if (!things.has(which)) return reply.code(404).send(notFound);
    const changed = { id: which, ...request.body };
    if (flaw !== 'change-lost') things.set(which, changed);
    return changed;
  });
  app.delete<OfOne>('/things/:id', { schema: { params: id } }, (request, reply) => {
    const which = Number(request.params.id);
    if (!things.has(which)) return reply.code(404).send(notFound);
    gone.add(which);
    if (flaw !== 'stays') things.delete(which);
    return reply.code(204).send();
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  return { target: `http://127.0.0.1:${port}`, things, close: () => app.close() };
}
