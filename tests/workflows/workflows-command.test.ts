import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { loadApis } from '../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../scripts/cli/io.ts';
import { createMock } from '../../scripts/mock/mock.ts';
import { runKiln } from '../cli/run-kiln.ts';

// Redocly is a process of its own for each file, which takes seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

const ORDERS = 'tests/workflows/cases/orders';
const FILE = 'workflows/place.arazzo.yaml';

const folders: string[] = [];
afterAll(async () => {
  const reports = ['reports/workflows/orders-place.json'];
  await Promise.all([...folders, ...reports].map((it) => rm(it, { recursive: true, force: true })));
});

/** A copy of the orders in which one text of the workflow is another, and a line for its file. */
async function altered(from: string | RegExp, to: string) {
  const folder = await mkdtemp(join(tmpdir(), 'kiln-workflows-'));
  folders.push(folder);
  const copy = join(folder, 'orders');
  await cp(ORDERS, copy, { recursive: true });
  const file = join(copy, FILE);
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace(from, to));
  return { root: join(copy, 'openapi.yaml'), file, folder };
}

test('every workflow of every description passes on the mock, step by step', async () => {
  const want: string[] = [];
  for (const api of (await nodeIo.list('specs')).toSorted()) {
    for (const name of (await nodeIo.list(`specs/${api}/workflows`)).toSorted()) {
      const text = await readFile(`specs/${api}/workflows/${name}`, 'utf8');
      for (const [id = '', ...steps] of text.split('- workflowId: ').slice(1).map(toWords)) {
        want.push(`${api} ${id} ${steps.length} steps passed`);
      }
    }
  }
  const { exitCode, out, err } = await runKiln(['workflows']);
  const [table = '', verdict] = out.split('\n\n');
  expect(table.split('\n').map((line) => line.replaceAll(/ {2,}/g, ' '))).toEqual(want);
  expect({ exitCode, err, verdict }).toEqual({
    exitCode: 0,
    err: '',
    verdict: `All ${want.length} workflows pass.\n`,
  });
});

/** The id of a workflow, and those of its steps. */
function toWords(workflow: string): string[] {
  const [id = ''] = workflow.split('\n');
  return [id, ...workflow.matchAll(/stepId: (\w+)/g).map(([, step = '']) => step)];
}

test('exits 1 where an expectation fails, with the line of the step', async () => {
  const { root, file } = await altered("'placed'", "'shipped'");
  const { exitCode, out } = await runKiln(['workflows', root]);
  expect(exitCode).toBe(1);
  expect(out.replaceAll(file, 'FILE')).toBe(
    [
      'orders  place-and-cancel  1 step passed, 1 failed, 1 not reached',
      '',
      'FILE:23  place-and-cancel, read: GET /orders/v1/orders/order_8 answered 200',
      "  does not hold: $response.body#/state == 'shipped'",
      '',
      'Failed: place-and-cancel.',
      '',
    ].join('\n'),
  );
});

test('exits 1 where a step calls an operation that the description does not have', async () => {
  const { root, file } = await altered('deleteOrder', 'cancelOrder');
  const { exitCode, out } = await runKiln(['workflows', root]);
  expect(exitCode).toBe(1);
  expect(out.replaceAll(file, 'FILE')).toMatch(
    /FILE:30 {2}place-and-cancel, cancel\n {2}unexpected error: Unknown operationId cancelOrder/,
  );
});

test('runs on a server', async () => {
  const root = `${ORDERS}/openapi.yaml`;
  const mock = await createMock(await loadApis(nodeIo, [root]), {
    clock: { now: nodeIo.now },
    limits: true,
  });
  const origin = await mock.listen({ host: '127.0.0.1', port: 0 });
  const { exitCode, out } = await runKiln(['workflows', root, '--target', `${origin}/orders/v1`]);
  await mock.close();
  expect(out).toBe('orders  place-and-cancel  3 steps passed\n\nThe workflow passes.\n');
  expect(exitCode).toBe(0);
});

test('takes values from a file, and keeps them to itself', async () => {
  const { root, folder } = await altered("'placed'", "'shipped'");
  const credentials = join(folder, 'credentials.yaml');
  await writeFile(credentials, 'key: orders_wrong_key\ncustomer: Ada\n');
  const argv = ['workflows', root, '--credentials', credentials];
  const started: string[] = [];
  const node: typeof nodeIo.node = (script, args, variables) => {
    started.push(...args);
    return nodeIo.node(script, args, variables);
  };
  const { exitCode, out } = await runKiln(argv, { node });
  expect(exitCode).toBe(1);
  expect(out).toContain('place: POST /orders/v1/orders answered 401');
  const report = await readFile('reports/workflows/orders-place.json', 'utf8');
  // What a process was started with, every user of the machine can read.
  expect(started).toContain('respect');
  expect(`${out}${report}${started.join(' ')}`).not.toContain('orders_wrong_key');
});

test.for([
  {
    from: 'the configuration',
    lines: '    credentials: {key: "${ORDERS_KEY}"}\n',
    variable: 'ORDERS_KEY',
  },
  { from: 'the environment', lines: '', variable: 'KILN_KEY' },
])('takes the credential of a server from $from', async ({ lines, variable }) => {
  const sent: (string | undefined)[] = [];
  const server = createServer(({ headers }, response) => {
    sent.push(headers.authorization);
    response.writeHead(401).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const target = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const config = `apis:\n  orders:\n    description: ${ORDERS}/openapi.yaml\n${lines}`;
  const { exitCode } = await runKiln(['workflows', 'orders', '--target', target], {
    exists: (path) => (path === 'kiln.config.yaml' ? Promise.resolve(true) : nodeIo.exists(path)),
    readText: (path) =>
      path === 'kiln.config.yaml' ? Promise.resolve(config) : nodeIo.readText(path),
    variable: (name) => (name === variable ? 'orders-secret' : nodeIo.variable(name)),
  });
  server.close();
  expect(exitCode).toBe(1);
  expect(sent[0]).toBe('Bearer orders-secret');
});

test.for([
  {
    name: 'nothing answers',
    argv: ['--target', 'http://127.0.0.1:1/v1'],
    error: 'Nothing answers at http://127.0.0.1:1/v1: fetch failed',
  },
  {
    name: 'the server is not this machine, and no values are given',
    argv: ['--target', 'https://orders.test/v1'],
    error: 'orders.test is not this machine, and no credentials are given (no-credentials)',
  },
  {
    name: 'an input has no value',
    argv: ['--target', 'https://orders.test/v1', '--credentials', 'KEY'],
    error: 'FILE:12: There is no value for the input customer (no-input)',
  },
  {
    name: 'a target shall serve several APIs',
    argv: [`${ORDERS}/openapi.yaml`, '--target', 'http://127.0.0.1:1'],
    error: 'A --target serves one API (one-target)',
  },
  {
    name: 'the file is not YAML',
    change: ['workflows:', 'workflows: ]'],
    error: 'FILE:5: ',
  },
  {
    name: 'the file is not Arazzo',
    change: ['stepId: place', 'step: place'],
    error: 'Redocly cannot run FILE: [1] ',
  },
  {
    name: 'a source is another description',
    change: ['../openapi.yaml', 'https://orders.test/openapi.yaml'],
    error: 'FILE:4: "orders" is another description than ROOT (foreign-source)',
  },
] as { name: string; argv?: string[]; change?: [string, string]; error: string }[])(
  'exits 2 where $name',
  async ({ argv = [], change = ['', ''], error }) => {
    const { root, file, folder } = await altered(...change);
    const key = join(folder, 'key.yaml');
    await writeFile(key, 'key: orders_placeholder_key\n');
    const options = argv.map((it) => (it === 'KEY' ? key : it));
    const { exitCode, out, err } = await runKiln(['workflows', root, ...options]);
    expect({ exitCode, out }).toEqual({ exitCode: 2, out: '' });
    expect(err.replaceAll(file, 'FILE').replaceAll(root, 'ROOT')).toContain(`error: ${error}`);
    expect(err).toContain('\nhint: ');
  },
);

test('says where a workflow would stand when there is none', async () => {
  const { exitCode, err } = await runKiln(['workflows', 'tests/mock/cases/pets/openapi.yaml']);
  expect(exitCode).toBe(2);
  expect(err).toBe(
    'error: There is no workflow to run (no-workflows)\nhint: Write one beside the description: workflows/NAME.arazzo.yaml.\n',
  );
});

test('a key does not go to where an answer leads', async () => {
  const asked: string[] = [];
  const elsewhere = createServer((request, response) => {
    asked.push(String(request.headers['x-api-key']));
    response.writeHead(200, { 'content-type': 'application/json' }).end('{"for": "Ada"}');
  });
  await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
  const { port } = elsewhere.address() as AddressInfo;
  const server = createServer((_, response) => {
    response.writeHead(307, { location: `http://127.0.0.1:${port}/orders` }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const target = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { root, folder } = await altered(
    "name: Authorization, value: 'Bearer {$inputs.key}'",
    "name: X-Api-Key, value: '{$inputs.key}'",
  );
  const credentials = join(folder, 'credentials.yaml');
  await writeFile(credentials, 'key: my-secret\ncustomer: Ada\n');
  const argv = ['workflows', root, '--target', target, '--credentials', credentials];
  const { exitCode, err } = await runKiln(argv);
  for (const it of [server, elsewhere]) it.close();
  expect({ exitCode, asked }).toEqual({ exitCode: 2, asked: [] });
  expect(err).toContain('an answer leads to another host');
});
