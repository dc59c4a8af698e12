import { expect, test } from 'vitest';
import { nodeIo } from '../../scripts/cli/io.ts';
import { runKiln } from './run-kiln.ts';

const isOurs = (path: string) => path.startsWith('generated/');

/** A file system in which nothing below generated/ is real. */
function inMemory() {
  const written = new Map<string, string>();
  const io = {
    readText: (path: string) =>
      isOurs(path) ? Promise.resolve(written.get(path) ?? '') : nodeIo.readText(path),
    exists: (path: string) =>
      isOurs(path) ? Promise.resolve(written.has(path)) : nodeIo.exists(path),
    writeText: (path: string, text: string) => {
      written.set(path, text);
      return Promise.resolve();
    },
    remove: (folder: string) => {
      for (const path of written.keys()) if (path.startsWith(`${folder}/`)) written.delete(path);
      return Promise.resolve();
    },
  };
  return { io, written };
}

const PARCELS = 'tests/contract/cases/parcels/openapi.yaml';
const KENNELS = 'tests/mock/cases/kennels/openapi.yaml';

test('the site of one API keeps the pages of those that it showed before', async () => {
  const { io, written } = inMemory();
  await runKiln(['docs', PARCELS], io);
  const { out } = await runKiln(['docs', KENNELS], io);
  expect(out).toBe('wrote generated/site/index.html and 2 reference pages\n');
  expect([...written.keys()].filter((path) => path.endsWith('index.html')).toSorted()).toEqual([
    'generated/site/guides/index.html',
    'generated/site/index.html',
    'generated/site/kennels/index.html',
    'generated/site/parcels/index.html',
  ]);
  expect(written.get('generated/site/index.html')).toContain('id="parcels"');
});

test('a description that is gone leaves the site, and somebody says so', async () => {
  const { io, written } = inMemory();
  await runKiln(['docs', PARCELS], io);
  written.set('generated/site/sources.json', '["tests/no/such.yaml", 7, {}]');
  const { out, err } = await runKiln(['docs', KENNELS], io);
  expect(out).toBe('wrote generated/site/index.html and 1 reference page\n');
  expect(err).toContain('tests/no/such.yaml is no longer in the site: Cannot read');
});

test('names the address at which it will be published', async () => {
  const { io, written } = inMemory();
  await runKiln(['docs', PARCELS, '--address', 'https://docs.example/apis'], io);
  expect(written.get('generated/site/sitemap.xml')).toContain(
    '<loc>https://docs.example/apis/parcels/all.html</loc>',
  );
  const { exitCode, err } = await runKiln(['docs', PARCELS, '--address', 'docs.example'], io);
  expect([exitCode, err]).toEqual([2, expect.stringContaining('https://docs.example.com/')]);
});
