import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveSite, type ServedSite } from '../../scripts/cli/serve-site.ts';

let folder = '';
let site: ServedSite;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'kiln-served-'));
  await mkdir(join(folder, 'site/pets'), { recursive: true });
  await writeFile(join(folder, 'secret.txt'), 'secret');
  const files = {
    'index.html': 'home',
    '404.html': 'missing',
    'pets/index.html': 'pets',
    'pets/one.html': 'one',
    'a.md': '# a',
  };
  for (const [path, text] of Object.entries(files))
    await writeFile(join(folder, 'site', path), text);
  site = await serveSite(join(folder, 'site'), 0);
});
afterAll(async () => {
  await site.stop();
  await rm(folder, { recursive: true });
});

/** As it is written: `fetch` would tidy the path first. */
function ask(path: string): Promise<string> {
  return new Promise((done, fail) => {
    const { port } = new URL(site.address);
    request({ port, path, host: '127.0.0.1' }, (response) => {
      let text = '';
      response.on('data', (chunk) => (text += String(chunk)));
      response.on('end', () =>
        done(`${response.statusCode} ${response.headers['content-type']?.split(';')[0]} ${text}`),
      );
    })
      .on('error', fail)
      .end();
  });
}

test.each([
  ['/', '200 text/html home'],
  ['/pets/', '200 text/html pets'],
  ['/pets', '200 text/html pets'],
  ['/pets/one', '200 text/html one'],
  ['/pets/one.html?a=1', '200 text/html one'],
  ['/a.md', '200 text/markdown # a'],
  ['/nothing', '404 text/html missing'],
  ['/../secret.txt', '404 text/html missing'],
  ['/%2e%2e/secret.txt', '404 text/html missing'],
  ['/..%2fsecret.txt', '404 text/html missing'],
  ['/%', '404 text/html missing'],
  ['//', '200 text/html home'],
  ['//example.com/', '404 text/html missing'],
  ['*', '404 text/html missing'],
])('%s is %s', async (path, want) => {
  expect(await ask(path)).toBe(want);
});

test('says which port is taken', async () => {
  const port = Number(new URL(site.address).port);
  await expect(serveSite(folder, port)).rejects.toThrow(`Cannot listen on port ${port}`);
});
