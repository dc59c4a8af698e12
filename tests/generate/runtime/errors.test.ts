import { describe, expect, test } from 'vitest';
import { methodOf, policiesClient } from '../policies.ts';

const refused = () =>
  Response.json(
    { error: 'no s3cret here' },
    {
      status: 403,
      headers: {
        'X-Request-Id': 'r1',
        'Retry-After': '9',
        'Set-Cookie': 'sid=t0ken',
        'X-Echo': 's3cret',
      },
    },
  );

describe('a refusal thrown on demand', () => {
  test('has status, headers, body and the id of the request, and no secret', async () => {
    const { client } = policiesClient({}, refused);
    const error: unknown = await methodOf(
      client,
      'addThing',
    )({ body: { name: 'x' } })
      .orThrow()
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({
      name: 'ResponseError',
      code: 'response-refused',
      message: 'addThing was refused with 403',
      status: 403,
      requestId: 'r1',
      body: { error: 'no [redacted] here' },
    });
    const { headers } = error as { readonly headers: Headers };
    expect([headers.get('retry-after'), headers.get('set-cookie'), headers.get('x-echo')]).toEqual([
      '9',
      null,
      '[redacted]',
    ]);
  });

  test('is a value without it', async () => {
    const { client } = policiesClient({}, refused);
    expect(await methodOf(client, 'addThing')({ body: { name: 'x' } })).toMatchObject({
      status: 403,
    });
  });

  test('a success comes through', async () => {
    const { client } = policiesClient({}, () => Response.json({ name: 'x' }, { status: 201 }));
    const result = await methodOf(client, 'addThing')({ body: { name: 'x' } }).orThrow();
    expect(result.body).toEqual({ name: 'x' });
  });
});

test('an undocumented answer keeps its headers, its id and its body as JSON', async () => {
  const { client } = policiesClient({ retries: 0 }, () =>
    Response.json(
      { gateway: 'down' },
      { status: 503, headers: { 'Retry-After': '3', 'Request-Id': 'g1' } },
    ),
  );
  const error: unknown = await methodOf(client, 'listByPage')().catch((thrown: unknown) => thrown);
  expect(error).toMatchObject({
    name: 'UnexpectedResponseError',
    status: 503,
    requestId: 'g1',
    body: { gateway: 'down' },
  });
  expect((error as { readonly headers: Headers }).headers.get('retry-after')).toBe('3');
});

describe('an input that cannot be sent is one of our own errors', () => {
  const circle: Record<string, unknown> = {};
  circle['self'] = circle;

  test.for([
    ['a circle', { body: circle }, 'body-unusable'],
    [
      'a getter that throws',
      {
        body: {
          get name() {
            throw new TypeError('boom');
          },
        },
      },
      'body-unusable',
    ],
    [
      'a header that HTTP cannot carry',
      { body: { name: 'x' }, headers: { 'X-A': 'a\nb' } },
      'header-unusable',
    ],
    [
      'a name of a header that is none',
      { body: { name: 'x' }, headers: { 'a b': 'c' } },
      'header-unusable',
    ],
  ] as const)('%s', async ([, input, code]) => {
    const { client, requests } = policiesClient();
    const call = methodOf(client, 'addThing')(input);
    await expect(call).rejects.toMatchObject({ name: 'ClientError', code });
    expect(requests).toHaveLength(0);
  });

  test('a bigint is an integer', async () => {
    const { client, requests } = policiesClient({}, () =>
      Response.json({ name: 'x' }, { status: 201 }),
    );
    await methodOf(client, 'addThing')({ body: { id: 2n ** 63n, name: 'x' } });
    expect(await requests[0]?.text()).toBe('{"id":9223372036854775808,"name":"x"}');
  });
});

describe('where requests go in the clear', () => {
  const baseUrl = 'http://mock:4010/v1';

  test('is a host that is named, and no other', async () => {
    const { client, requests } = policiesClient({ baseUrl, allowHttp: ['mock'] }, () =>
      Response.json({ items: [] }),
    );
    await methodOf(client, 'listByPage')();
    expect(requests[0]?.url).toBe('http://mock:4010/v1/things');
    expect(() => policiesClient({ baseUrl, allowHttp: ['other'] })).toThrow('allowHttp');
    expect(() => policiesClient({ baseUrl })).toThrow('allowHttp');
  });
});

test('a relative base is that of a page', async () => {
  expect(() => policiesClient({ baseUrl: '/api' })).toThrow('a relative one needs a page');
  Object.defineProperty(globalThis, 'location', {
    value: { href: 'https://shop.example/a/b' },
    configurable: true,
  });
  try {
    const { client, requests } = policiesClient({ baseUrl: '/api/' }, () =>
      Response.json({ items: [] }),
    );
    await methodOf(client, 'listByPage')();
    expect(requests[0]?.url).toBe('https://shop.example/api/things');
  } finally {
    Reflect.deleteProperty(globalThis, 'location');
  }
});

test('what a redirect of a browser hides is told', async () => {
  const { client } = policiesClient({}, () => {
    const response = new Response(null);
    Object.defineProperty(response, 'type', { value: 'opaqueredirect' });
    Object.defineProperty(response, 'status', { value: 0 });
    Object.defineProperty(response, 'ok', { value: false });
    Object.defineProperty(response, 'clone', { value: () => response });
    return response;
  });
  await expect(methodOf(client, 'listByPage')()).rejects.toThrow(
    'listByPage was redirected elsewhere',
  );
});
