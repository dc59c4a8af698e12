import { describe, expect, expectTypeOf, test } from 'vitest';
import type { Input } from '../../../scripts/generate/runtime/input.ts';
import type { Result } from '../../../scripts/generate/runtime/result.ts';
import { petsClient } from '../pets.ts';

const auth = { token: 't', session: 's' };

function json(status: number, body: unknown): () => Response {
  return () => Response.json(body, { status });
}

function bond(type: string): () => Response {
  return () => new Response('007', { headers: { 'content-type': type } });
}

describe('a documented answer is a value', () => {
  test.for([
    { respond: json(200, [{ name: 'Rex' }]), status: 200, ok: true, body: [{ name: 'Rex' }] },
    { respond: json(429, { wait: 3 }), status: 429, ok: false, body: { wait: 3 } },
    { respond: json(418, { error: 'teapot' }), status: 418, ok: false, body: { error: 'teapot' } },
    {
      respond: () =>
        new Response('{"wait": 1}', { status: 429, headers: { 'content-type': 'text/plain' } }),
      status: 429,
      ok: false,
      body: { wait: 1 },
    },
  ])('$status', async ({ respond, ...want }) => {
    const { client } = await petsClient({ auth }, respond);
    expect(await client.listPets()).toMatchObject(want);
  });

  test('default stands for every other status', async () => {
    const { client } = await petsClient({ auth }, json(503, { error: 'down' }));
    const result = await client.addPet({ body: { name: 'Rex' } });
    expect(result).toMatchObject({ ok: false, status: 503, body: { error: 'down' } });
  });

  test('one without content has no body, whatever comes', async () => {
    const { client } = await petsClient({}, () => new Response(null, { status: 204 }));
    expect(await client['get /health']()).toMatchObject({ ok: true, status: 204, body: undefined });
  });

  test('the media type decides between text and bytes', async () => {
    const path = { petId: 'p' };
    const caption = await petsClient({ auth }, bond('text/plain; charset=utf-8'));
    const photo = await petsClient({ auth }, bond('image/png'));
    expect((await caption.client.readPhoto({ path })).body).toBe('007');
    expect((await photo.client.readPhoto({ path })).body).toBeInstanceOf(Blob);
  });
});

describe('an undocumented answer is an error, with what it said', () => {
  test.for([
    [
      503,
      '<h1>down</h1>',
      'text/html',
      'listPets answered 503 which its description does not document',
    ],
    [200, '', 'application/json', 'listPets answered 200 with no body'],
    [403, '', 'application/json', 'listPets answered 403 with no body'],
    [403, '<h1>no</h1>', 'text/html', 'listPets answered 403 with a body that is not JSON'],
    [302, '', 'text/html', 'listPets answered 302 which its description does not document'],
  ] as const)('%s %o', async ([status, body, type, message]) => {
    const { client } = await petsClient(
      { auth },
      () =>
        new Response(body, { status, headers: { 'content-type': type, location: '/elsewhere' } }),
    );
    await expect(client.listPets()).rejects.toMatchObject({
      name: 'UnexpectedResponseError',
      message,
      status,
      body,
    });
  });

  test('also where a media type was promised that is not JSON', async () => {
    const { client } = await petsClient({ auth }, json(200, {}));
    const read = client.readPhoto({ path: { petId: 'p' } });
    await expect(read).rejects.toThrow('readPhoto answered 200 with application/json');
  });
});

interface Operation {
  parameters: { query?: { page?: number }; header?: never; path: { id: string }; cookie?: never };
  requestBody: { content: { 'application/json': { a: 1 }; 'text/plain': string } };
  responses: {
    200: { content: { 'application/json': { id: string } } };
    202: { content?: never };
    429: { content: { 'application/problem+json': { wait: number } } };
    '4XX': { content: { 'text/plain': string } };
    default: { content: { 'image/png': string } };
  };
}

type BodyAt<Status> = Extract<Result<Operation>, { status: Status }>['body'];

test('the status tells the type of the body', () => {
  expectTypeOf<BodyAt<200>>().toEqualTypeOf<{ id: string }>();
  expectTypeOf<BodyAt<202>>().toEqualTypeOf<undefined>();
  expectTypeOf<BodyAt<429>>().toEqualTypeOf<{ wait: number }>();
});

test('a range and the default stand for the statuses that nothing else names', () => {
  type Answers = Result<Operation>;
  type StatusWith<Body> = Extract<Answers, { body: Body }>['status'];
  expectTypeOf<404>().toExtend<StatusWith<string>>();
  expectTypeOf<429>().not.toExtend<StatusWith<string>>();
  expectTypeOf<201 | 304 | 503>().toExtend<StatusWith<Blob>>();
  expectTypeOf<404>().not.toExtend<StatusWith<Blob>>();
  expectTypeOf<Extract<Answers, { ok: true; body: Blob }>['status'] & 503>().toBeNever();
});

test('an input has the places that the operation has, and names one of several media types', () => {
  expectTypeOf<{ path: { id: string }; contentType: 'text/plain'; body: string }>().toExtend<
    Input<Operation>
  >();
  expectTypeOf<{ path: { id: string }; body: string }>().not.toExtend<Input<Operation>>();
  expectTypeOf<{ contentType: 'text/plain'; body: string }>().not.toExtend<Input<Operation>>();
  expectTypeOf<Input<Operation>>().not.toHaveProperty('cookie');
});
