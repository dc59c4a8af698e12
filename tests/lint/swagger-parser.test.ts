import { expect, test } from 'vitest';
import { validateWithSwaggerParser } from '../../scripts/lint/swagger-parser.ts';
import { loadText } from '../load/load-files.ts';

const linking = (link: string) => `openapi: 3.1.0
info: {title: T, version: '1'}
paths:
  /a:
    get:
      operationId: a
      responses: {'200': {description: ok, links: {next: ${link}}}}
`;

test.each([
  ['{operationId: a, parameters: {id: 3, on: true, of: [1], to: $response.body#/id}}', []],
  ['{operationId: a, requestBody: {n: 3}}', []],
  ['{operationId: a, nothing: 3}', ['must NOT have unevaluated properties: nothing']],
])('of the link %s is told %j', async (link, told) => {
  const findings = await validateWithSwaggerParser(await loadText(linking(link)));
  expect(findings.map(({ message }) => message)).toEqual(told);
});
