import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { expect, test, vi } from 'vitest';
import { startMock } from '../../scripts/library/start-mock.ts';

vi.setConfig({ testTimeout: 60_000 });

const ROOT = resolve(import.meta.dirname, '../..');
const LIBRARY = pathToFileURL(join(ROOT, 'scripts/library/index.ts')).href;
const [, EXAMPLE = ''] =
  /^```ts\n([^`]*mockFetch\('shop\.yaml'\)[^]*?)^```$/m.exec(readFileSync('README.md', 'utf8')) ??
  [];

/** What the README's example prints, with these lines after it and a server in the place of its own. */
async function printed(lines: string, target: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'kiln-fetches-'));
  const run = (...argv: string[]) => promisify(execFile)(process.execPath, argv, { cwd: folder });
  try {
    cpSync(join(import.meta.dirname, 'project/shop.yaml'), join(folder, 'shop.yaml'));
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'dir');
    await run(join(ROOT, 'scripts/cli/kiln.mjs'), 'generate', 'shop.yaml');
    const code = `${EXAMPLE}${lines}`
      .replace("'@kiln-contracts/kiln'", JSON.stringify(LIBRARY))
      .replace('http://127.0.0.1:3000', target);
    writeFileSync(join(folder, 'example.mts'), code);
    return (await run('example.mts')).stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

test('the example of mockFetch and checkedFetch does what its comment says, and what is said of it', async () => {
  const [, said] = /console\.log\(.*\); \/\/ (.*)/.exec(EXAMPLE) ?? [];
  await using mock = await startMock(join(import.meta.dirname, 'project/shop.yaml'));
  const right = `
const again = await staging.addBook({ body: { title: 'Evening', pages: 8 } });
console.log(again.status);
`;
  expect(await printed(right, mock.url)).toBe(`${said}\n201\n`);
});

test('checkedFetch gives no answer of a server that is not what the description says', async () => {
  const server = createServer((_, response) => {
    response.writeHead(201, { 'Content-Type': 'application/json' }).end('{"pages":"many"}');
  });
  await new Promise<void>((done) => void server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { readonly port: number };
  const wrong = `
const refused = await staging.addBook({ body: { title: 'Evening', pages: 8 } }).catch((error) => error);
console.log(refused.code, refused.message);
`;
  const told = await printed(wrong, `http://127.0.0.1:${port}`);
  server.close();
  expect(told.split('\n')[1]).toMatch(/^response-unexpected .*shop\.yaml:\d+/);
});
