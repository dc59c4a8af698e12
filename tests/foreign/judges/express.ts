import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import express from 'express';
import qs from 'qs';
import type { Cell } from '../cell.ts';
import { isList, isObjectKind, plainRoute, SCALARS, type Judge } from '../judge.ts';
import type { RunningServer } from '../server.ts';

/** Beyond its limits qs reads lists as objects and drops what it does not want. */
const GENEROUS = {
  arrayLimit: 1000,
  parameterLimit: 10_000,
  depth: 10,
  plainObjects: true,
  allowPrototypes: true,
} as const;

async function serve(): Promise<RunningServer> {
  const app = express();
  app.set('query parser', (text: string) => qs.parse(text, GENEROUS));
  app.use(express.urlencoded({ extended: true }));
  app.get('/path/:kind/:p', ({ params }, answer) => void answer.json({ value: params.p }));
  app.get('/query/:kind', ({ query }, answer) => void answer.json({ value: query['p'] }));
  app.get('/query-whole', ({ query }, answer) => void answer.json({ value: query }));
  app.get('/header/:kind', (asked, answer) => void answer.json({ value: asked.get('X-P') }));
  app.post('/form/:kind', (asked, answer) => {
    // The parser of bodies leaves an object, or nothing.
    const body = asked.body as Record<string, unknown> | undefined;
    answer.json({ value: body?.['p'] });
  });
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  // An address of a listening TCP server is never a path.
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    stop: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Express 5 with qs as its parser of queries and forms: texts, lists and nested objects, and no types. */
export const EXPRESS: Judge = {
  name: 'Express + qs',
  packages: ['express', 'qs'],
  program: serve,
  readsDescription: false,
  route(cell) {
    if (cell.place === 'cookie' || cell.place === 'multipart') return undefined;
    if ('content' in cell && cell.content !== undefined) return undefined;
    if ('style' in cell && !['simple', 'form', 'deepObject'].includes(cell.style)) return undefined;
    // qs takes the brackets for a list, and the name is what stands before them.
    if ('name' in cell && cell.name !== undefined) return '/query/strings';
    const isWhole = isObjectKind(cell) && isExploded(cell);
    if (isWhole) return cell.place === 'query' ? '/query-whole' : undefined;
    if (isObjectKind(cell) && 'style' in cell && cell.style === 'form') return undefined;
    const isField = cell.place === 'header' || cell.place === 'path';
    if (isField && (isList(cell) || isObjectKind(cell))) return undefined;
    return plainRoute('', cell);
  },
  claims: [
    { place: 'path', how: ['simple'], kinds: SCALARS, as: 'text' },
    { place: 'header', how: ['simple'], kinds: SCALARS, as: 'text' },
    { place: 'query', how: ['form'], kinds: SCALARS, as: 'text' },
    {
      place: 'query',
      how: ['form, explode'],
      kinds: ['strings', 'texts', 'integers', 'object', 'special'],
      as: 'text',
    },
    { place: 'query', how: ['deepObject, explode'], kinds: ['object', 'special'], as: 'text' },
    { place: 'urlencoded', how: ['no encoding', 'form'], kinds: SCALARS, as: 'text' },
    {
      place: 'urlencoded',
      how: ['no encoding', 'form, explode'],
      kinds: ['strings', 'texts', 'integers'],
      as: 'text',
    },
    { place: 'urlencoded', how: ['deepObject'], kinds: ['object'], as: 'text' },
  ],
};

function isExploded(cell: Cell): boolean {
  return 'style' in cell && cell.style === 'form' && cell.explode;
}
