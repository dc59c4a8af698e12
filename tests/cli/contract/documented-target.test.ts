import { expect, test } from 'vitest';
import { documentedTarget } from '../../../scripts/cli/contract/documented-target.ts';

// OpenAPI 3.1.1, sections 4.6 and 4.8.5: relative to where the description is; "/" where there is none.
test.for<[source: string, servers: readonly string[], want: string | undefined]>([
  ['http://127.0.0.1:8000/openapi.json', ['/'], 'http://127.0.0.1:8000'],
  ['http://127.0.0.1:8000/docs/openapi.json', ['../v2/'], 'http://127.0.0.1:8000/v2'],
  ['http://127.0.0.1:8000/docs/openapi.json', ['v2'], 'http://127.0.0.1:8000/docs/v2'],
  ['https://shop.test/openapi.json', ['/api'], 'https://shop.test/api'],
  ['https://shop.test/openapi.json', ['https://shop.test/v1'], 'https://shop.test/v1'],
  ['https://shop.test/openapi.json', ['https://api.shop.test/v1'], undefined],
  ['api/openapi.yaml', ['http://localhost:3000/v1/'], 'http://localhost:3000/v1'],
  ['api/openapi.yaml', ['https://shop.test', 'http://[::1]:3000'], 'http://[::1]:3000'],
  ['api/openapi.yaml', ['https://shop.test'], undefined],
  ['api/openapi.yaml', ['/v1'], undefined],
  ['api/openapi.yaml', ['ftp://127.0.0.1/'], undefined],
])('%s with %j is served at %s', ([source, servers, want]) => {
  expect(documentedTarget({ source, servers: servers.map((url) => ({ url })) })).toBe(want);
});
