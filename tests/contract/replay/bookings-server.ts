import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';

/** How the server is wrong, or changed since a run found it wrong. */
export type Way = 'unconfirmed' | 'mended' | 'full' | 'hidden' | 'refuses';

export interface Bookings {
  readonly target: string;
  /** What was asked, as `POST /bookings`. */
  readonly asked: readonly string[];
  /** Bookings and guests that are there now. */
  readonly there: () => number;
  readonly close: () => Promise<void>;
}

interface Booking {
  readonly id: number;
  readonly guest_id: string;
  readonly nights: number;
  readonly confirmed_at: string | null;
}

/**
 * A hotel as a framework serves it, whose bookings are of guests that are known. `unconfirmed` shows a null where the
 * description has a date, `full` takes no bookings any more, `hidden` lists none, `refuses` answers a list with 403.
 */
export async function serveBookings(way: Way, first = 1): Promise<Bookings> {
  const app = Fastify();
  const guests = new Map<string, string>();
  const bookings = new Map<number, Booking>();
  const asked: string[] = [];
  let last = first;
  const refused = { reason: 'no' };
  app.addHook('onRequest', (request, _, done) => {
    asked.push(`${request.method} ${request.url}`);
    done();
  });
  app.post<{ Body: { name: string } }>(
    '/guests',
    {
      schema: {
        body: {
          type: 'object',
          required: ['name'],
          properties: { name: { type: 'string', minLength: 1, maxLength: 40 } },
        },
      },
    },
    ({ body: { name } }, reply) => {
      const id = `guest-${(last += 1)}`;
      guests.set(id, name);
      return reply.code(201).send({ id, name });
    },
  );
  app.delete<{ Params: { id: string } }>('/guests/:id', ({ params: { id } }, reply) =>
    guests.delete(id) ? reply.code(204).send() : reply.code(404).send(refused),
  );
  app.get('/bookings', (_, reply) => {
    if (way === 'refuses') return reply.code(403).send(refused);
    return way === 'hidden' ? [] : [...bookings.values()];
  });
  app.post<{ Body: { guest_id: string; nights: number } }>(
    '/bookings',
    {
      schema: {
        body: {
          type: 'object',
          required: ['guest_id', 'nights'],
          properties: {
            guest_id: { type: 'string', minLength: 1, maxLength: 40 },
            nights: { type: 'integer', minimum: 1, maximum: 30 },
          },
        },
      },
    },
    ({ body: { guest_id, nights } }, reply) => {
      if (way === 'full') return reply.code(400).send(refused);
      if (!guests.has(guest_id)) return reply.code(404).send(refused);
      const confirmed_at = way === 'mended' ? '2026-11-30T12:00:00Z' : null;
      const booking = { id: (last += 1), guest_id, nights, confirmed_at };
      bookings.set(booking.id, booking);
      return reply.code(201).send(booking);
    },
  );
  interface OfOne {
    Params: { id: string };
  }
  app.get<OfOne>('/bookings/:id', ({ params: { id } }, reply) => {
    return bookings.get(Number(id)) ?? reply.code(404).send(refused);
  });
  app.delete<OfOne>('/bookings/:id', ({ params: { id } }, reply) =>
    bookings.delete(Number(id)) ? reply.code(204).send() : reply.code(404).send(refused),
  );
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  return {
    target: `http://127.0.0.1:${port}`,
    asked,
    there: () => bookings.size + guests.size,
    async close() {
      app.server.closeAllConnections();
      await app.close();
    },
  };
}
