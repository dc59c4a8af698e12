import { expect, test } from 'vitest';
import { withMethodNames } from '../../scripts/generate/with-method-names.ts';
import { loadText } from '../load/load-files.ts';

const OPERATION = "responses: {'200': {description: OK.}}";

test('an operation is called as the method of a client can be, and no two are called alike', async () => {
  const api = await loadText(`openapi: 3.1.0
info: {title: Pets, version: '1'}
paths:
  /a: {get: {operationId: then, ${OPERATION}}}
  /b: {get: {operationId: http, ${OPERATION}}}
  /c: {get: {operationId: http_, ${OPERATION}}}
  /d: {$ref: '#/components/pathItems/Pet'}
  /e: {$ref: '#/components/pathItems/Pet'}
components: {pathItems: {Pet: {get: {operationId: getPet, ${OPERATION}}}}}
`);
  expect(withMethodNames(api).operations.map(({ path, id }) => `${path} ${id}`)).toEqual([
    '/a then_',
    '/b http_2',
    '/c http_',
    '/d getPet',
    '/e getPet_2',
  ]);
});
