import { expect, test } from 'vitest';
import { createClient } from '../../scripts/generate/runtime/client.ts';
import { writeParameters } from '../../scripts/generate/runtime/parameters.ts';
import { writePlainBody } from '../../scripts/generate/runtime/write-plain-body.ts';
import { toContract } from '../../scripts/generate/to-contract.ts';
import { AnswerError, checkedFetch, mockFetch } from '../../scripts/library/index.ts';
import { loadOne } from '../../scripts/library/load-description.ts';
import { KEY, toFetching } from './shelf.ts';

const SHELF = 'tests/library/shelf.yaml';
const BOOK = 'https://shelf.example.com/v1/books/1';

type Call = (input: object) => Promise<{ readonly status: number; readonly body: unknown }>;
type Fetching = (request: Request) => Promise<Response>;

/** A client as it is generated of the shelf's description. */
async function clientWith(fetch: Fetching): Promise<Readonly<Record<'readBook', Call>>> {
  const contract = toContract(await loadOne(SHELF));
  const options = { fetch, auth: { key: KEY } };
  return createClient(contract, options, {
    writeBody: writePlainBody,
    writeParameters,
  }) as Readonly<Record<'readBook', Call>>;
}

/** The shelf, and how often it was asked. */
function asked(fault?: Parameters<typeof toFetching>[0]) {
  const shelf = toFetching(fault);
  const requests: string[] = [];
  const fetch = async (request: Request) => {
    requests.push(request.url);
    return await shelf(request);
  };
  return { requests, fetch };
}

test('an answer that is as described comes whole, refusals too', async () => {
  const client = await clientWith(await checkedFetch(SHELF, { fetch: asked().fetch }));
  const found = await client.readBook({ path: { id: 1 } });
  expect(found).toMatchObject({ status: 200, body: { title: 'The first', pages: 3 } });
  expect((await client.readBook({ path: { id: 2 } })).status).toBe(404);
});

test('an answer that is not is an error that names the clause, and nothing is sent again', async () => {
  const { fetch, requests } = asked('leaves-pages-out');
  const client = await clientWith(await checkedFetch(SHELF, { fetch }));
  await expect(client.readBook({ path: { id: 1 } })).rejects.toMatchObject({
    name: 'ClientError',
    code: 'response-unexpected',
    message:
      'readBook: GET /v1/books/1 answers 200 with a body that breaks required: body/pages is absent ' +
      `(${SHELF}:54 states required: ["id","title","pages"])`,
  });
  expect(requests).toHaveLength(1);
});

test('by itself it rejects with what is broken, and shows no credential', async () => {
  const fetch = await checkedFetch(SHELF, { fetch: asked('leaves-pages-out').fetch });
  const error: unknown = await fetch(BOOK, { headers: { 'X-Key': KEY } }).catch(
    (cause: unknown) => cause,
  );
  if (!(error instanceof AnswerError)) throw new Error('it did not reject', { cause: error });
  expect(error.violations.map(({ operation, property }) => [operation, property])).toEqual([
    ['readBook', 'conformance'],
  ]);
  expect(error.message + JSON.stringify(error.violations)).not.toContain(KEY);
});

test('a request for nothing that is described is told as that', async () => {
  const fetch = await checkedFetch(SHELF, {
    fetch: () => Promise.resolve(Response.json({ message: 'no' })),
  });
  await expect(fetch('http://127.0.0.1:9/books/1?key=secret')).rejects.toThrow(
    'shelf describes no GET http://127.0.0.1:9/books/1: say where its server is with "target"',
  );
});

test('the answers of a mock without a port are as described, wherever the client believes its server', async () => {
  await using mock = await mockFetch(SHELF);
  const client = await clientWith(await checkedFetch(SHELF, { fetch: mock.fetch }));
  const [secret] = mock.credentials['shelf'] ?? [];
  expect(secret?.secret).not.toBe(KEY);
  expect((await client.readBook({ path: { id: 1 } })).status).toBe(401);
});

test('a stream is handed on before it ends', async () => {
  let ends = false;
  const endless = new ReadableStream({
    start: (controller) => controller.enqueue(new TextEncoder().encode('data: 1\n\n')),
    cancel: () => void (ends = true),
  });
  const headers = { 'content-type': 'text/event-stream' };
  const fetch = await checkedFetch('tests/generate/cases/policies/openapi.yaml', {
    fetch: () => Promise.resolve(new Response(endless, { headers })),
  });
  const response = await fetch('https://policies.example/v1/events');
  await response.body?.cancel();
  expect(ends).toBe(true);
});
