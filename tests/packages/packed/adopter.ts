/** What somebody has who takes the package: a description, and two servers, one of which breaks it. */
export const FILES: Readonly<Record<string, string>> = {
  'package.json': '{ "name": "adopter", "private": true, "type": "module" }\n',
  'api.yaml': `openapi: 3.1.0
info: { title: Papers, version: 1.0.0, license: { name: MIT, identifier: MIT } }
servers: [{ url: http://127.0.0.1:4010 }]
security: []
paths:
  /papers/{id}:
    get:
      operationId: getPaper
      summary: Get a paper
      parameters:
        - { name: id, in: path, required: true, schema: { type: integer, minimum: 1, maximum: 9 } }
      responses:
        '200':
          description: The paper
          content:
            application/json: { schema: { $ref: '#/components/schemas/Paper' } }
        '400': { description: No such number }
components:
  schemas:
    Paper:
      type: object
      required: [id, title]
      properties: { id: { type: integer }, title: { type: string } }
`,
  'contract.test.mjs': `import { contractTests } from '@kiln-contracts/kiln/node-test';
await contractTests('api.yaml', { target: process.env.TARGET, runs: 3 });
`,
  'library.ts': `import {
  checkedFetch, checkExchange, mockFetch, startMock, testContract, type RunningMock,
} from '@kiln-contracts/kiln';
const mock: RunningMock = await startMock('api.yaml');
const request = new Request(\`\${mock.url}/papers/3\`);
const exchange = { request, response: await fetch(request) };
const { operation, violations } = await checkExchange('api.yaml', exchange, { target: mock.url });
const { holds } = await testContract('api.yaml', { target: mock.url, runs: 3 });
console.log(operation, violations.length, holds);
const checked = await checkedFetch('api.yaml', { target: mock.url });
const { status } = await checked(new Request(\`\${mock.url}/papers/3\`));
await mock.close();
const without = await mockFetch('api.yaml');
const answered = await without.fetch(new Request('http://127.0.0.1:4010/papers/3'));
console.log(status, answered.status, without.requests().length);
await without.close();
`,
  'server.mjs': serverOf("{ id, title: 'Morning' }"),
  'broken-server.mjs': serverOf('{ id }'),
};

function serverOf(answer: string): string {
  return `import { createServer } from 'node:http';
createServer(({ method, url }, response) => {
  const id = Number(/^\\/papers\\/([1-9])$/.exec(url)?.[1]);
  const status = !id ? 400 : method === 'GET' ? 200 : 405;
  const body = status === 200 ? JSON.stringify(${answer}) : undefined;
  response.writeHead(status, {
    ...(body && { 'content-type': 'application/json' }),
    ...(status === 405 && { allow: 'GET' }),
  });
  response.end(method === 'HEAD' ? undefined : body);
}).listen(0, '127.0.0.1', function () {
  console.log(\`http://127.0.0.1:\${this.address().port}\`);
});
`;
}
