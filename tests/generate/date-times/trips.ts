const time = { type: 'string', format: 'date-time' };
const json = (schema: object) => ({ 'application/json': { schema } });
const trip = { $ref: '#/components/schemas/Trip' };
const trips = { type: 'array', items: trip };
const since = { name: 'since', in: 'query', schema: time };

/** An API that has times in all the places in which a client reads or writes one. */
export const TRIPS = {
  openapi: '3.1.0',
  info: { title: 'Trips', version: '1' },
  servers: [{ url: 'https://trips.test' }],
  paths: {
    '/trips': {
      get: {
        operationId: 'listTrips',
        parameters: [since, { name: 'If-Modified-Since', in: 'header', schema: time }],
        responses: { 200: { description: 'All.', content: json(trips) } },
      },
      post: {
        operationId: 'addTrip',
        requestBody: { required: true, content: json(trip) },
        responses: {
          201: { description: 'Made.', content: json(trip) },
          '4XX': {
            description: 'Refused.',
            content: json({
              type: 'object',
              required: ['until'],
              properties: { until: time },
            }),
          },
        },
      },
    },
    '/trips/{left}': {
      get: {
        operationId: 'watchTrips',
        parameters: [{ name: 'left', in: 'path', required: true, schema: time }],
        responses: {
          200: { description: 'Each.', content: { 'application/x-ndjson': { schema: trips } } },
        },
      },
    },
    '/forms': {
      post: {
        operationId: 'sendForm',
        requestBody: {
          required: true,
          content: {
            'application/x-www-form-urlencoded': { schema: trip },
            'multipart/form-data': { schema: trip },
            'application/xml': { schema: trip },
          },
        },
        responses: { 204: { description: 'Taken.' } },
      },
    },
  },
  webhooks: {
    tripLeft: {
      post: {
        operationId: 'tripLeft',
        requestBody: { required: true, content: json(trip) },
        responses: { 204: { description: 'Heard.' } },
      },
    },
  },
  components: {
    schemas: {
      Trip: {
        type: 'object',
        required: ['left'],
        properties: {
          left: time,
          note: { type: 'string' },
          arrived: { ...time, type: ['string', 'null'] },
        },
        xml: { name: 'trip' },
      },
    },
  },
};

/** What a caller may write, and what must not compile. */
export const USE = `import { createTripsClient, receiveTripsWebhook, type Input, type Result } from './trips/client.js';
import type { Trip } from './trips/models.js';
import { addTrip, connect, listTrips } from './trips/calls.js';
import type { paths } from './trips/types.js';

const client = createTripsClient();
const trip: Trip = { left: new Date(), arrived: null };
const added = await client.addTrip({ body: trip });
if (added.status === 201) added.body.left.getTime();
else added.body.until.getTime();
await client.addTrip({ body: { left: '2026-03-01T10:00:00+02:00' } });
// @ts-expect-error: a number is no time
await client.addTrip({ body: { left: 1 } });
// @ts-expect-error: a note is a text
await client.addTrip({ body: { left: new Date(), note: new Date() } });
for (const { arrived } of await client.listTrips({ query: { since: new Date() } }).orThrow().then((it) => it.body)) {
  arrived?.getTime();
}
const watched = await client.watchTrips({ path: { left: new Date() } });
for await (const { left } of watched.body) left.getTime();
const { data } = await client.http.GET('/trips', { params: { query: { since: '2026-03-01T10:00:00Z' } } });
data?.[0]?.left.startsWith('2026');
receiveTripsWebhook('tripLeft', ({ payload }) => void payload.left.getTime());
const connection = connect();
const one: Result<paths['/trips']['post']> = await addTrip(connection, { body: { left: new Date() } });
const input: Input<paths['/trips']['get']> = { query: { since: '2026-03-01T10:00:00Z' } };
await listTrips(connection, input);
export { one };
`;
