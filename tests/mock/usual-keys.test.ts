import { expect, test } from 'vitest';
import { loadText, startMock } from './pets.ts';

/** What makes a pet, with a header for a key and a documented refusal or none. */
async function describe(refusal: string | undefined) {
  const schema = {
    type: 'object',
    required: ['id', 'name'],
    properties: {
      id: { type: 'string', format: 'uuid', readOnly: true },
      name: { type: 'string' },
    },
  };
  const content = { 'application/json': { schema } };
  const parameters = [
    { name: 'idempotency-key', in: 'header', schema: { type: 'string' }, example: 'shown' },
  ];
  const responses = {
    201: { description: 'The pet.', content },
    ...(refusal !== undefined && { [refusal]: { description: 'No.' } }),
  };
  const post = { parameters, requestBody: { required: true, content }, responses };
  const id = { name: 'id', in: 'path', required: true, schema: { type: 'string' } };
  const get = { parameters: [id], responses: { 200: { description: 'The pet.', content } } };
  const paths = { '/pets': { post }, '/pets/{id}': { get } };
  const info = { title: 'Pets', version: '1' };
  return await loadText(JSON.stringify({ openapi: '3.1.0', info, paths }));
}

test.each([
  ['422', 422],
  ['409', 409],
  ['400', 201],
  [undefined, 201],
])(
  'a documented Idempotency-Key makes one thing; with %s documented another request gets %i',
  async (refusal, want) => {
    const mock = await startMock([await describe(refusal)]);
    const make = async (key: string, name: string) => {
      const { status, text } = await mock.send('POST', 'http://mock.invalid/pets/pets', {
        headers: { 'Idempotency-Key': key },
        body: { name },
      });
      return { status, id: /"id":"([^"]+)"/.exec(text)?.[1] };
    };
    const first = await make('k1', 'Rex');
    expect(first).toEqual({ status: 201, id: expect.any(String) as unknown });
    const mixed = await make('k1', 'Tom');
    expect(mixed).toEqual(want === 201 ? first : { status: want, id: undefined });
    expect(await make('k1', 'Rex')).toEqual(first);
    expect((await make('k2', 'Rex')).id).not.toBe(first.id);
    const [one, other] = [await make('shown', 'Rex'), await make('shown', 'Rex')];
    expect(one.id).not.toBe(other.id);
  },
);
