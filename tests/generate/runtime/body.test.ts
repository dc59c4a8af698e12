import { describe, expect, test } from 'vitest';
import type { BodyWriter } from '../../../scripts/generate/runtime/body.ts';
import { createClient } from '../../../scripts/generate/runtime/client.ts';
import { writeParameters } from '../../../scripts/generate/runtime/parameters.ts';
import { writeAnyBody } from '../../../scripts/generate/runtime/write-any-body.ts';
import { writePlainBody } from '../../../scripts/generate/runtime/write-plain-body.ts';
import { toContract } from '../../../scripts/generate/to-contract.ts';
import { loadCase } from '../pets.ts';

type Send = (input: object) => Promise<unknown>;

const contract = toContract(await loadCase('bodies'));

/** What a call sends: its media type and its text. */
async function sent(id: string, input: object, writer: BodyWriter = writeAnyBody) {
  const requests: Request[] = [];
  const fetch = (request: Request) => {
    requests.push(request);
    return Promise.resolve(new Response(null, { status: 204 }));
  };
  // The client has a method for each operation of the contract.
  const client = createClient(
    contract,
    { fetch },
    { writeBody: writer, writeParameters },
  ) as Readonly<Record<string, Send>>;
  await client[id]?.(input);
  const [request] = requests;
  if (request === undefined) throw new Error('nothing was sent');
  return { type: request.headers.get('content-type'), request };
}

async function textOf(id: string, body: unknown) {
  const { type, request } = await sent(id, { body });
  return [type, await request.text()];
}

const JSON_TYPE = 'application/json';
const FORM_TYPE = 'application/x-www-form-urlencoded';

describe('a body is written by its media type', () => {
  test.for([
    ['sendJson', { id: 9_007_199_254_740_993n }, JSON_TYPE, '{"id":9007199254740993}'],
    ['sendJson', { at: new Date(0) }, JSON_TYPE, '{"at":"1970-01-01T00:00:00.000Z"}'],
    ['sendJson', 'text', JSON_TYPE, '"text"'],
    ['sendJson', null, JSON_TYPE, 'null'],
    ['sendJson', false, JSON_TYPE, 'false'],
    ['sendForm', { flat: ['red', 'blue'] }, FORM_TYPE, 'flat=red,blue'],
    ['sendForm', { deep: { a: 1 } }, FORM_TYPE, 'deep%5Ba%5D=1'],
    ['sendForm', { raw: 'a/b?c' }, FORM_TYPE, 'raw=a/b?c'],
    ['sendForm', { plain: { k: 1 }, none: null }, FORM_TYPE, 'plain=%7B%22k%22%3A1%7D'],
    ['sendForm', { plain: [1, 2n] }, FORM_TYPE, 'plain=1&plain=2'],
    ['sendForm', { plain: new Date(0) }, FORM_TYPE, 'plain=1970-01-01T00%3A00%3A00.000Z'],
    ['sendForm', 'a=b', FORM_TYPE, 'a=b'],
    ['sendForm', new URLSearchParams({ a: 'b c' }), FORM_TYPE, 'a=b+c'],
    ['sendLines', [{ a: 1 }, { a: 2n }], 'application/x-ndjson', '{"a":1}\n{"a":2}\n'],
    ['sendXml', '<own/>', 'application/xml', '<own/>'],
    [
      'sendXml',
      { id: 1, label: 'a<b', branches: [{ id: 2, branches: [{ id: 3 }] }] },
      'application/xml',
      '<branch id="1"><label>a&lt;b</label><branches><branch id="2"><branches><branch id="3"/></branches></branch></branches></branch>',
    ],
    ['sendAnything', new Blob(['x'], { type: 'image/gif' }), 'image/gif', 'x'],
    ['sendAnything', new Blob(['x']), 'image/png', 'x'],
    ['sendAnything', new URLSearchParams('x=1'), FORM_TYPE, 'x=1'],
    ['sendAnything', Uint8Array.of(120), 'image/png', 'x'],
    ['sendAnything', Uint8Array.of(120).buffer, 'image/png', 'x'],
  ] as const)('%s %o', async ([id, body, type, want]) => {
    expect(await textOf(id, body)).toEqual([type, want]);
  });

  test('and by the one that the caller names', async () => {
    const { type, request } = await sent('sendJson', { body: 'a,b', contentType: 'text/csv' });
    expect([type, await request.text()]).toEqual(['text/csv', 'a,b']);
  });
});

describe('parts are written by the Encoding Object', () => {
  test('each with the type that it has', async () => {
    const body = { meta: { a: 1 }, csv: 'a,b', image: Uint8Array.of(120) };
    const { type, request } = await sent('sendParts', { body });
    const [, boundary = ''] = /^multipart\/form-data; boundary=(\S+)$/.exec(type ?? '') ?? [];
    const text = await request.text();
    expect(text.split(`--${boundary}`).map((part) => part.trim())).toEqual([
      '',
      'Content-Disposition: form-data; name="meta"\r\nContent-Type: application/json\r\n\r\n{"a":1}',
      'Content-Disposition: form-data; name="csv"\r\nContent-Type: text/csv\r\nX-Kind: table\r\n\r\na,b',
      'Content-Disposition: form-data; name="image"; filename="image.png"\r\nContent-Type: image/png\r\n\r\nx',
      '--',
    ]);
  });

  test('files keep their names, types and octets', async () => {
    const files = [
      new File([Uint8Array.of(0, 255)], 'a "b".gif', { type: 'image/gif' }),
      new Blob(['plain']),
    ];
    const { request } = await sent('sendParts', { body: { files } });
    const form = await request.formData();
    const [first, second] = form.getAll('files');
    if (!(first instanceof File) || !(second instanceof File)) throw new Error('no files');
    expect([first.name, first.type]).toEqual(['a "b".gif', 'image/gif']);
    expect(await first.bytes()).toEqual(Uint8Array.of(0, 255));
    expect([second.type, await second.text()]).toEqual(['application/octet-stream', 'plain']);
  });

  test('a form of the caller’s own is sent as the platform writes it', async () => {
    const form = new FormData();
    form.set('a', 'b');
    const { type, request } = await sent('sendParts', { body: form });
    expect(type).toMatch(/^multipart\/form-data; boundary=/);
    expect((await request.formData()).get('a')).toBe('b');
  });
});

describe('a body that cannot be written is refused before it is sent', () => {
  const circle: Record<string, unknown> = {};
  circle['self'] = circle;

  test.for([
    ['sendJson', circle],
    ['sendForm', { plain: circle }],
    ['sendNameless', { a: 1 }],
  ] as const)('%s', async ([id, body]) => {
    await expect(sent(id, { body })).rejects.toMatchObject({
      name: 'ClientError',
      code: 'body-unusable',
    });
  });

  test('also where a client has no writer for it', async () => {
    await expect(sent('sendXml', { body: { id: 1 } }, writePlainBody)).rejects.toMatchObject({
      message:
        'sendXml cannot write its body: no call here is described with application/xml, so send it as text or bytes',
    });
    expect((await sent('sendXml', { body: '<a/>' }, writePlainBody)).type).toBe('application/xml');
    const json = await sent('sendJson', { body: { a: 1n } }, writePlainBody);
    expect(await json.request.text()).toBe('{"a":1}');
  });
});

test('a contract says only what media types do not', () => {
  const said = Object.entries(contract.operations).map(([id, { bodies }]) => [id, bodies]);
  expect(Object.fromEntries(said)).toEqual({
    sendJson: undefined,
    sendForm: {
      [FORM_TYPE]: {
        fields: {
          flat: { style: 'form', explode: false },
          deep: { style: 'deepObject' },
          raw: { allowReserved: true },
          plain: expect.anything(),
        },
      },
    },
    sendParts: {
      'multipart/form-data': {
        fields: {
          csv: { contentType: 'text/csv', headers: [['X-Kind', 'table']] },
          image: { contentType: 'image/png, image/gif', isFile: true },
          files: { isFile: true },
        },
      },
    },
    sendXml: { 'application/xml': { xml: 0 } },
    sendNameless: undefined,
    sendLines: undefined,
    sendAnything: undefined,
  });
  expect(contract.xml).toEqual([
    { name: 'branch', properties: { id: 1, branches: 2 } },
    { attribute: true },
    { wrapped: true, items: 3 },
    // The root, which is called so as a component, is inside of itself by its own name.
    { name: 'branch', properties: { id: 1, branches: 2 } },
  ]);
});
