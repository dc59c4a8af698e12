import { Busboy } from '@fastify/busboy';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Response } from 'undici';
import type { Json } from '../../../scripts/base/json.ts';
import { bindingOf } from '../cell.ts';
import { isList, isScalar, type Judge } from '../judge.ts';
import type { RunningServer } from '../server.ts';

interface ForeignFile {
  readonly filename: string;
  readonly type: string;
  readonly base64: string;
}
type Entry = string | ForeignFile;

/** `/busboy/KIND` and `/undici/KIND` read forms, `/search/KIND` the query. */
async function serve(): Promise<RunningServer> {
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const [, reader = '', kind = ''] = pathname.split('/');
    read(reader, request, searchParams).then(
      (entries) => response.end(JSON.stringify({ value: pick(entries, kind) })),
      (error: unknown) => {
        response.statusCode = 400;
        response.end(JSON.stringify({ refused: String(error) }));
      },
    );
  });
  server.listen(0, '127.0.0.1');
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

async function read(
  reader: string,
  request: IncomingMessage,
  query: URLSearchParams,
): Promise<readonly Entry[]> {
  if (reader === 'search') return query.getAll('p');
  return reader === 'busboy' ? readByBusboy(request) : readByUndici(request);
}

async function readByBusboy(request: IncomingMessage): Promise<readonly Entry[]> {
  const entries: Entry[] = [];
  const contentType = request.headers['content-type'] ?? '';
  const busboy = new Busboy({ headers: { ...request.headers, 'content-type': contentType } });
  busboy.on('field', (name, value) => {
    if (name === 'p') entries.push(value);
  });
  busboy.on('file', (name, stream, filename, _, type) => {
    const chunks: Buffer[] = [];
    stream.on('data', (chunk: Buffer) => chunks.push(chunk));
    stream.on('end', () => {
      const base64 = Buffer.concat(chunks).toString('base64');
      if (name === 'p') entries.push({ filename, type, base64 });
    });
  });
  const finished = once(busboy, 'finish');
  request.pipe(busboy);
  await finished;
  return entries;
}

async function readByUndici(request: IncomingMessage): Promise<readonly Entry[]> {
  const chunks: Buffer[] = [];
  // A request without an encoding is read as buffers.
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const headers = { 'content-type': request.headers['content-type'] ?? '' };
  const form = await new Response(Buffer.concat(chunks), { headers }).formData();
  return Promise.all(
    form.getAll('p').map(async (entry) => {
      if (typeof entry === 'string') return entry;
      const base64 = Buffer.from(await entry.arrayBuffer()).toString('base64');
      return { filename: entry.name, type: entry.type, base64 };
    }),
  );
}

function pick(entries: readonly Entry[], kind: string): Json {
  const isOfMany = kind.endsWith('s');
  const values = entries.map((entry) => (typeof entry === 'string' ? entry : { ...entry }));
  return isOfMany ? values : (values[0] ?? null);
}

function formRoute(reader: string): Judge['route'] {
  return (cell) => {
    if (!('label' in cell)) return undefined;
    const isFile = cell.kind === 'file' || cell.kind === 'files';
    return isFile || isScalar(cell) || isList(cell) ? `/${reader}/${bindingOf(cell)}` : undefined;
  };
}

const TEXTS = ['string', 'text', 'integer', 'long', 'number', 'boolean'] as const;
const REPEATED = ['strings', 'texts', 'integers', 'single', 'files'] as const;

const FORM_CLAIMS: Judge['claims'] = [
  ...(['urlencoded', 'multipart'] as const).flatMap((place) => [
    { place, how: ['no encoding', 'form'], kinds: TEXTS, as: 'text' } as const,
    { place, how: ['no encoding', 'form, explode'], kinds: REPEATED, as: 'text' } as const,
  ]),
  {
    place: 'multipart',
    how: ['no encoding', 'contentType image/png'],
    kinds: ['file'],
    as: 'text',
  },
];

/** The parser of forms behind Fastify's plugins. */
export const BUSBOY: Judge = {
  name: 'busboy',
  packages: ['@fastify/busboy'],
  program: serve,
  readsDescription: false,
  route: formRoute('busboy'),
  claims: FORM_CLAIMS,
};

const search: Judge['route'] = (cell) =>
  cell.place === 'query' &&
  cell.content === undefined &&
  cell.style === 'form' &&
  cell.name === undefined
    ? isScalar(cell) || isList(cell)
      ? `/search/${bindingOf(cell)}`
      : undefined
    : undefined;

/** What WHATWG's fetch makes of a form (`Response.formData`), and `URLSearchParams` of a query. */
export const UNDICI: Judge = {
  name: 'WHATWG (undici)',
  packages: ['undici'],
  program: serve,
  readsDescription: false,
  route: (cell) => search(cell) ?? formRoute('undici')(cell),
  claims: [
    ...FORM_CLAIMS,
    { place: 'query', how: ['form'], kinds: TEXTS, as: 'text' },
    {
      place: 'query',
      how: ['form, explode'],
      kinds: ['strings', 'texts', 'integers', 'single'],
      as: 'text',
    },
  ],
};
