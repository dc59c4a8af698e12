import { expect, test, vi } from 'vitest';
import { toMounts } from '../../scripts/mock/mounts.ts';
import type { MockOptions } from '../../scripts/mock/options.ts';
import { renderStartNotice } from '../../scripts/mock/start-notice.ts';
import type { WebhookRequest } from '../../scripts/wire/webhook-request.ts';
import { startControlled } from './controlled.ts';
import { loadText, startMock } from './pets.ts';

const pets = await loadText(`
openapi: 3.1.0
info: {title: Pets, version: '1'}
servers: [{url: https://api.pets.example}]
paths:
  /subscriptions/{kind}:
    parameters: [{name: kind, in: path, required: true, schema: {type: string}}]
    post:
      operationId: subscribe
      parameters: [{name: queryUrl, in: query, schema: {type: string}}]
      requestBody:
        content:
          application/json:
            schema: {type: object, required: [url], properties: {url: {type: string}}}
      responses:
        '201':
          description: Subscribed.
          content: {application/json: {schema: {type: object, required: [id], properties: {id: {type: string}}}, example: {id: s-1}}}
      callbacks:
        petAdded:
          '{$request.body#/url}/{$response.body#/id}?kind={$request.path.kind}':
            post:
              parameters:
                - {name: X-Event, in: header, required: true, schema: {enum: [added]}}
                - {name: at, in: query, required: true, schema: {type: integer}, example: 7}
                - {name: session, in: cookie, required: true, schema: {type: string}, example: abc}
              requestBody:
                content:
                  application/json:
                    schema: {type: object, required: [name, legs], properties: {name: {type: string, minLength: 3}, legs: {const: 4}}}
              responses: {'204': {description: Taken.}}
        petLost: {$ref: '#/components/callbacks/Lost'}
components:
  callbacks:
    Lost:
      $request.query.queryUrl:
        put:
          requestBody: {content: {application/x-www-form-urlencoded: {schema: {type: object}, example: {name: Rex, age: 3}}}}
          responses: {'200': {description: Taken.}}
      x-note: of no meaning
webhooks:
  petFound:
    post:
      requestBody: {content: {application/json: {example: {name: Rex}}}}
      responses: {'200': {description: Taken.}}
`);

/** A mock that sends nothing, and what it would have sent. */
async function start(options: Partial<MockOptions> = {}) {
  const sent: WebhookRequest[] = [];
  const deliver = async (request: WebhookRequest) => {
    sent.push(request);
    if (request.url.includes('down')) throw new Error('refused');
    return 204;
  };
  const behaviour = { deliver, ...options };
  return { sent, ...(await startControlled([pets], {}, {}, behaviour)) };
}

const subscribe = (url: unknown, more: object = {}) => ({
  method: 'POST' as const,
  url: '/pets/subscriptions/new%20pets',
  headers: { 'content-type': 'application/json', ...more },
  payload: JSON.stringify({ url }),
});

test('are sent after the operation was answered, valid and to where their expressions lead', async () => {
  const { mock, sent } = await start();
  const request = subscribe('http://127.0.0.1:8080/hooks');
  const url = `${request.url}?queryUrl=http://localhost:9/lost`;
  const answer = await mock.inject({ ...request, url });
  expect([answer.statusCode, answer.json()]).toEqual([201, { id: 's-1' }]);
  await vi.waitFor(() => expect(mock.deliveries()).toHaveLength(2));
  expect(sent).toEqual([
    {
      url: 'http://127.0.0.1:8080/hooks/s-1?kind=new%20pets&at=7',
      method: 'POST',
      headers: { 'x-event': 'added', cookie: 'session=abc' },
      contentType: 'application/json',
      body: expect.stringMatching(/^\{"name":"[^"]{3,}","legs":4\}$/),
    },
    {
      url: 'http://localhost:9/lost',
      method: 'PUT',
      headers: {},
      contentType: 'application/x-www-form-urlencoded',
      body: 'name=Rex&age=3',
    },
  ]);
  expect(mock.deliveries()).toMatchObject([
    { webhook: 'petAdded', kind: 'callback', operation: 'subscribe', status: 204, isAllowed: true },
    { webhook: 'petLost', kind: 'callback', operation: 'subscribe', status: 204, isAllowed: true },
  ]);
});

test.each([
  ['another machine', 'http://hooks.example', {}, /^not sent: hooks.example is not this machine/],
  ['what is no address', 'somewhere', {}, /no http or https URL/],
  ['another scheme', 'file:///etc', {}, /no http or https URL/],
  ['a receiver that is down', 'http://127.0.0.1/down', {}, /^refused$/],
  [
    'a page from elsewhere',
    'http://127.0.0.1',
    { origin: 'https://evil.example' },
    /not sent for a page/,
  ],
])('to %s are told and not taken', async (_, url, headers, why) => {
  const { mock } = await start();
  await mock.inject(subscribe(url, headers));
  await vi.waitFor(() => expect(mock.deliveries()).toHaveLength(2));
  const failures = mock.deliveries().map(({ failure }) => failure);
  const other = 'origin' in headers ? why : /^\$request.query.queryUrl has no value$/;
  // A receiver takes its time.
  expect(failures.toSorted((one) => (one?.startsWith('$') ? 1 : -1))).toEqual([
    expect.stringMatching(why),
    expect.stringMatching(other),
  ]);
});

test('go to other machines when they are let, and to a target of their name', async () => {
  const { mock, sent } = await start({
    isAnywhere: true,
    webhooks: [{ name: 'petLost', url: 'http://127.0.0.1:1/own' }],
  });
  await mock.inject(subscribe('http://hooks.example', { origin: 'http://app.example' }));
  await vi.waitFor(() => expect(mock.deliveries()).toHaveLength(2));
  expect(sent.map(({ url }) => url)).toEqual([
    'http://hooks.example/s-1?kind=new%20pets&at=7',
    'http://127.0.0.1:1/own',
  ]);
});

test('are not sent after a refusal, nor in a rehearsal', async () => {
  const { mock, sent, ask } = await start();
  await mock.inject(subscribe(7));
  const { url: path, headers, payload } = subscribe('http://127.0.0.1');
  await ask('POST', '/explain', { method: 'POST', path, headers, body: payload });
  await new Promise((resolve) => void setImmediate(() => setImmediate(resolve)));
  expect(sent).toEqual([]);
});

test('a webhook is sent by hand', async () => {
  const { ask, sent } = await start({
    webhooks: [{ name: undefined, url: 'http://127.0.0.1/all' }],
  });
  const delivered = {
    webhook: 'petFound',
    kind: 'webhook',
    operation: null,
    url: 'http://127.0.0.1/all',
    status: 204,
    allowed: true,
  };
  expect(await ask('POST', '/webhooks/petFound')).toMatchObject({
    status: 200,
    json: { webhooks: [delivered] },
  });
  const own = await ask('POST', '/webhooks/petFound', { url: 'http://localhost/own', api: 'pets' });
  expect(own.json).toMatchObject({ webhooks: [{ url: 'http://localhost/own' }] });
  expect(sent.map(({ url, body }) => [url, body])).toEqual([
    ['http://127.0.0.1/all', '{"name":"Rex"}'],
    ['http://localhost/own', '{"name":"Rex"}'],
  ]);
  expect((await ask('GET', '/webhooks')).json).toMatchObject({ webhooks: [{}, {}] });
  const elsewhere = await ask('POST', '/webhooks/petFound', { url: 'http://hooks.example' });
  expect(elsewhere.json).toMatchObject({
    webhooks: [{ status: null, failure: expect.stringMatching(/is not this machine/) }],
  });
});

test.each([
  ['petFond', undefined, 404],
  ['petFound', { api: 'birds' }, 404],
  ['petFound', undefined, 400],
  ['petFound', { address: 'http://127.0.0.1' }, 400],
  ['petFound', { url: 7 }, 400],
  ['petFound', [], 400],
])('the webhook %s with %j is answered %i', async (name, body, status) => {
  const { ask } = await start();
  expect((await ask('POST', `/webhooks/${name}`, body)).status).toBe(status);
});

test('a callback is a target that is known', async () => {
  const webhooks = [{ name: 'petLst', url: 'http://127.0.0.1' }];
  await expect(startMock([pets], { webhooks })).rejects.toMatchObject({
    hint: 'Did you mean petLost? The webhooks are: petFound, petAdded, petLost.',
  });
});

test('the start notice tells what is sent after what', () => {
  const notice = renderStartNotice([pets], toMounts([pets]), 'http://127.0.0.1:1').split('\n');
  expect(notice).toEqual(
    expect.arrayContaining([
      '  sends petLost to $request.query.queryUrl after POST /subscriptions/{kind}',
      '  webhooks: petFound; --webhook URL receives them',
    ]),
  );
});
