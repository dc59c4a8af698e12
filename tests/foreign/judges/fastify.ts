import { fastify } from 'fastify';
import { SCHEMAS } from '../cell.ts';
import { isList, isObjectKind, plainRoute, type Judge } from '../judge.ts';
import type { RunningServer } from '../server.ts';

async function serve(): Promise<RunningServer> {
  const app = fastify({ ajv: { customOptions: { coerceTypes: 'array' } } });
  for (const kind of ['string', 'integer', 'number', 'boolean', 'strings', 'integers'] as const) {
    const schema = { type: 'object', properties: { p: SCHEMAS[kind] }, required: ['p'] };
    app.get<{ Querystring: { p: unknown } }>(
      `/query/${kind}`,
      { schema: { querystring: schema } },
      ({ query }, reply) => reply.send({ value: query.p }),
    );
    app.get<{ Params: { p: unknown } }>(
      `/path/${kind}/:p`,
      { schema: { params: schema } },
      ({ params }, reply) => reply.send({ value: params.p }),
    );
    app.get<{ Headers: { 'x-p': unknown } }>(
      `/header/${kind}`,
      { schema: { headers: { ...schema, properties: { 'x-p': SCHEMAS[kind] }, required: [] } } },
      ({ headers }, reply) => reply.send({ value: headers['x-p'] }),
    );
  }
  for (const kind of ['object', 'special'] as const) {
    app.get(`/query/${kind}`, { schema: { querystring: SCHEMAS[kind] } }, ({ query }, reply) =>
      reply.send({ value: query }),
    );
  }
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  return { address, stop: () => app.close() };
}

/** Its numbers are doubles. */
const EXACT = ['string', 'text', 'integer', 'number', 'boolean'] as const;

/** Fastify with its own parser of queries, and Ajv, which turns texts into what a schema asks for. */
export const FASTIFY: Judge = {
  name: 'Fastify',
  packages: ['fastify'],
  program: serve,
  readsDescription: false,
  route(cell) {
    if ('label' in cell || cell.place === 'cookie' || cell.content !== undefined) return undefined;
    const isPlain = cell.style === 'form' || cell.style === 'simple';
    if (!isPlain) return undefined;
    if (isObjectKind(cell) && !(cell.place === 'query' && cell.explode)) return undefined;
    if (isList(cell) && cell.place !== 'query') return undefined;
    return plainRoute('', cell);
  },
  claims: [
    { place: 'path', how: ['simple'], kinds: EXACT, as: 'yes' },
    { place: 'header', how: ['simple'], kinds: EXACT, as: 'yes' },
    { place: 'query', how: ['form'], kinds: EXACT, as: 'yes' },
    {
      place: 'query',
      how: ['form, explode'],
      kinds: ['strings', 'texts', 'integers', 'single', 'object', 'special'],
      as: 'yes',
    },
  ],
};
