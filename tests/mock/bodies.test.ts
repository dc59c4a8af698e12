import { expect, test } from 'vitest';
import { loadText, startMock } from './pets.ts';

const DESCRIPTION = `
openapi: 3.1.1
info: {title: Bodies, version: '1'}
servers: [{url: 'https://api.pets.example/v1'}]
paths:
  /form:
    post:
      operationId: sendForm
      requestBody:
        required: true
        content:
          application/x-www-form-urlencoded:
            schema:
              allOf:
                - {required: [n], properties: {n: {type: integer}}}
                - oneOf:
                    - {required: [kind], properties: {kind: {const: a}}}
                    - {required: [kind], properties: {kind: {const: b}}}
                - properties:
                    flat: {type: array, maxItems: 2, items: {enum: [red, blue]}}
                    deep: {type: object, properties: {a: {type: integer}}}
                    o: {type: object, required: [k], properties: {k: {type: integer}}}
            encoding:
              flat: {style: form, explode: false}
              deep: {style: deepObject, explode: true}
      responses: {'200': {description: Taken}}
  /parts:
    post:
      operationId: sendParts
      requestBody:
        required: true
        content:
          multipart/form-data:
            schema:
              type: object
              required: [title, file]
              properties:
                title: {type: string, maxLength: 5}
                file: {type: string, format: binary, minLength: 2, maxLength: 3}
                meta: {type: object, required: [a], properties: {a: {type: integer}}}
                tags: {type: array, items: {type: string}, minItems: 1}
            encoding: {meta: {contentType: application/json}}
      responses: {'200': {description: Taken}}
  /xml:
    post:
      operationId: sendXml
      requestBody:
        content:
          application/xml:
            schema:
              type: object
              required: [id]
              xml: {name: pet}
              properties: {id: {type: integer, xml: {attribute: true}}, name: {type: string}}
          application/x-ndjson: {schema: {type: array, items: {type: object, required: [a]}}}
          text/plain: {schema: {type: string, maxLength: 3}}
          image/png: {schema: {type: string, maxLength: 3}}
      responses: {'200': {description: Taken}}
`;

const B = '\r\nContent-Type: application/octet-stream';
const part = (name: string, content: string, rest = '') =>
  `--b\r\nContent-Disposition: form-data; name="${name}"${rest}\r\n\r\n${content}\r\n`;
const FILE = part('file', 'ab', `; filename="a"${B}`);
const multipart = (body: string | Buffer, status: number): Row => [
  '/parts',
  'multipart/form-data; boundary=b',
  body,
  status,
];
const form = (body: string, status: number): Row => [
  '/form',
  'application/x-www-form-urlencoded',
  body,
  status,
];
type Row = readonly [path: string, type: string, body: string | Buffer, status: number];

test.for<Row>([
  form('n=1&kind=a', 200),
  form('n=x&kind=a', 400),
  form('kind=a', 400),
  form('n=1&kind=c', 400),
  form('n=1&kind=a&flat=red,blue', 200),
  form('n=1&kind=a&flat=red%2Cblue', 200),
  form('n=1&kind=a&flat=red,blue,red', 400),
  form('n=1&kind=a&flat=green', 400),
  form('n=1&kind=a&deep[a]=1', 200),
  form('n=1&kind=a&deep%5Ba%5D=x', 400),
  form('n=1&kind=a&o=%7B%22k%22%3A1%7D', 200),
  form('n=1&kind=a&o=%7B%7D', 400),
  multipart(`${part('title', 'a')}${FILE}--b--`, 200),
  multipart(`${FILE}--b--`, 400),
  multipart(`${part('title', 'abcdef')}${FILE}--b--`, 400),
  multipart(`${part('title', 'a')}${part('file', 'abcd', '; filename=a')}--b--`, 400),
  multipart(
    Buffer.from(`${part('title', 'a')}${part('file', '\xff\xfe', '; filename=a')}--b--`, 'latin1'),
    200,
  ),
  multipart(`${part('title', 'a')}${FILE}${part('meta', '{"a":1}')}--b--`, 200),
  multipart(
    `${part('title', 'a')}${FILE}${part('meta', '{}', '\r\nContent-Type: application/json')}--b--`,
    400,
  ),
  multipart(`${part('title', 'a')}${FILE}${part('tags', 'x')}${part('tags', 'y')}--b--`, 200),
  multipart(`${part('title', 'a')}${FILE}`, 400),
  ['/parts', 'multipart/form-data', `${part('title', 'a')}${FILE}--b--`, 400],
  ['/xml', 'application/xml', '<pet id="1"><name>Rex</name></pet>', 200],
  ['/xml', 'application/xml', '<pet><name>Rex</name></pet>', 400],
  ['/xml', 'application/xml', '<pet id="1">', 400],
  ['/xml', 'application/xml', '{"id":1}', 400],
  ['/xml', 'application/x-ndjson', '{"a":1}\n{"a":2}\n', 200],
  ['/xml', 'application/x-ndjson', '{"a":1}\n{}\n', 400],
  ['/xml', 'application/x-ndjson', '{"a":1}\n{', 400],
  ['/xml', 'text/plain', 'abc', 200],
  ['/xml', 'text/plain', 'abcd', 400],
  ['/xml', 'image/png', 'abc', 200],
  ['/xml', 'image/png', 'abcd', 400],
])('answers %s in %s, row %$', async ([path, type, body, status]) => {
  const mock = await startMock([await loadText(DESCRIPTION)]);
  const answer = await mock.send('POST', path, {
    headers: { 'content-type': type },
    body,
  });
  expect(answer.status, answer.text).toBe(status);
});
