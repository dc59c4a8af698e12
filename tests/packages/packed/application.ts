/** A repository of an application of Fastify, which knows nothing of Kiln but its description and its tests. */
export const APPLICATION: Readonly<Record<string, string>> = {
  'package.json': '{ "name": "books", "private": true, "type": "module" }\n',
  '.gitignore': 'node_modules/\n',
  'openapi.yaml': `openapi: 3.1.0
info: { title: Books, version: 1.0.0 }
servers: [{ url: http://127.0.0.1:PORT }]
paths:
  /books/{id}:
    get:
      operationId: getBook
      parameters:
        - { name: id, in: path, required: true, schema: { type: integer, minimum: 1, maximum: 9 } }
      responses:
        '200':
          description: The book
          content:
            application/json: { schema: { $ref: '#/components/schemas/Book' } }
        '400': { description: No such number }
components:
  schemas:
    Book:
      type: object
      required: [id, title]
      properties: { id: { type: integer }, title: { type: string } }
`,
  'app.js': `import Fastify from 'fastify';

export const app = Fastify();
app.get('/books/:id', async (request, reply) => {
  const id = Number(/^[1-9]$/.exec(request.params.id)?.[0]);
  if (!id) return reply.code(400).send();
  return process.env.BROKEN ? { id } : { id, title: 'Morning' };
});
app.route({
  method: ['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
  url: '/books/:id',
  handler: (_, reply) => reply.code(405).header('allow', 'GET, HEAD').send(),
});
`,
  'server.js': `import { app } from './app.js';

console.log('on Node', process.version);
await app.listen({ port: PORT, host: '127.0.0.1' });
`,
  'with-vitest/contract.test.js': contractTestsOf('vitest'),
  'with-node/contract.test.js': contractTestsOf('node-test'),
  'with-jest/contract.test.js': `import { testContract } from '@kiln-contracts/kiln';
import { app } from '../app.js';

test('the contract holds', async () => {
  const result = await testContract('openapi.yaml', { app, runs: 3 });
  if (!result.holds) throw new Error(String(result));
}, 120_000);
`,
  'with-playwright/mock.spec.js': `import { expect, test } from '@playwright/test';
import { startMock } from '@kiln-contracts/kiln';

test('a page shows what the mock answers', async ({ page }) => {
  const mock = await startMock('openapi.yaml');
  try {
    await page.setContent('<h1></h1>');
    await page.evaluate(async (url) => {
      const book = await (await fetch(url)).json();
      document.querySelector('h1').textContent = \`\${book.id} \${typeof book.title}\`;
    }, \`\${mock.url}/books/3\`);
    await expect(page.locator('h1')).toHaveText('3 string');
  } finally {
    await mock.close();
  }
});
`,
  'playwright.config.js': `export default {
  testDir: 'with-playwright',
  outputDir: 'node_modules/.playwright',
  timeout: 120_000,
  reporter: 'line',
  use: { launchOptions: { executablePath: process.env.CHROMIUM, args: ['--no-sandbox'] } },
};
`,
};

function contractTestsOf(runner: string): string {
  return `import { contractTests } from '@kiln-contracts/kiln/${runner}';
import { app } from '../app.js';

await contractTests('openapi.yaml', { app, runs: 3 });
`;
}
