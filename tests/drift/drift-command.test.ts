import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runKiln, type Seen } from '../cli/run-kiln.ts';
import { parcelsFiles } from './parcels-files.ts';

const PAGE = readFileSync(join(import.meta.dirname, 'documents/parcels.md'), 'utf8');

/** Runs the command over a description in memory; the document of today is `now.md`. */
async function evidence(
  argv: readonly string[],
  files: Record<string, string>,
): Promise<Seen & { files: Record<string, string> }> {
  const all = { ...parcelsFiles(), ...files };
  const seen = await runKiln(['evidence', 'specs/parcels/openapi.yaml', ...argv], {
    readText: (path) => Promise.resolve(all[path] ?? ''),
    exists: (path) => Promise.resolve(path in all),
    writeText: (path, text) => Promise.resolve(void (all[path] = text)),
    list: () => Promise.resolve([]),
  });
  return { ...seen, files: all };
}

async function kept(): Promise<Record<string, string>> {
  return (await evidence(['--source', 'S1=now.md', '--write'], { 'now.md': PAGE })).files;
}

test('--write keeps the facts beside the claims and in a file, and writes the same again', async () => {
  const { files } = await evidence(['--source', 'S1=now.md', '--write'], { 'now.md': PAGE });
  const ledger = files['specs/parcels/evidence.yaml'] ?? '';
  expect(ledger).toContain('    prints: [POST /v2/parcels/batch, 500 parcels, 2 MB]');
  expect(files['specs/parcels/facts/S1.yaml']).toContain("      - 'figure 500 ← parcels'");
  const again = await evidence(['--source', 'S1=now.md', '--write'], files);
  expect(again.files).toEqual(files);
});

test('exit 0 where all is still stated; sources that were not given are named', async () => {
  const { exitCode, out } = await evidence(['--source', 'S1=now.md'], await kept());
  expect(out).toBe(
    'parcels S1: The reference\n0 of 12 claims changed, 12 still stated; 0 facts new\n1 source not given: S2\n',
  );
  expect(exitCode).toBe(0);
});

test('exit 1 where a figure is another one, a field is gone and a path is new', async () => {
  const now = PAGE.replace('up to 500 parcels', 'as many as 750 parcels')
    .replace(/^- `page_token`.*\n/m, '')
    .replace('### Get a parcel', '`DELETE /v2/parcels` removes all.\n\n### Get a parcel');
  const { exitCode, out } = await evidence(['--source', 'S1=now.md'], {
    ...(await kept()),
    'now.md': now,
  });
  expect(out).toContain('was 500 parcels, is now 750 parcels (Parcels, Create a batch)');
  expect(out).toContain('gone: page_token (Parcels, List parcels)');
  expect(out).toContain('new, described nowhere\n    DELETE /v2/parcels (Parcels, List parcels)');
  expect(out).toMatch(/PARCELS-009 \(specs\/parcels\/evidence\.yaml:\d+\)/);
  expect(exitCode).toBe(1);
});

test('--format json has every claim with its state', async () => {
  const now = PAGE.replace('90 days', '30 days');
  const { out } = await evidence(['--source', 'S1=now.md', '--format', 'json'], {
    ...(await kept()),
    'now.md': now,
  });
  const { sources, notGiven } = JSON.parse(out) as {
    sources: { claims: { id: string; state: string; changes: object[] }[] }[];
    notGiven: string[];
  };
  const changed = sources[0]?.claims.filter(({ state }) => state === 'changed');
  expect(changed?.map(({ id, changes }) => [id, changes])).toEqual([
    ['PARCELS-003', [{ was: '90 days', now: '30 days', at: 'Authentication' }]],
  ]);
  expect(notGiven).toEqual(['S2']);
});

test.for([
  { argv: ['--source', 'S9=now.md'], says: 'has no source S9' },
  { argv: ['--source', 'now.md'], says: 'names no source and its document' },
  { argv: ['--source', 'S2=now.md'], says: 'Nothing is kept of what S2' },
  { argv: ['--source', 'S1=empty.html'], says: 'has nothing that can be read' },
  { argv: ['--source', 'S1=picture.png'], says: 'is not a text' },
  { argv: ['--write'], says: '--write needs a document' },
])('exit 2 for $argv', async ({ argv, says }) => {
  const files = {
    ...(await kept()),
    'empty.html': '<html><script>1</script></html>',
    'picture.png': 'PNG\0',
  };
  const { exitCode, err } = await evidence(argv, files);
  expect(err).toContain(says);
  expect(exitCode).toBe(2);
});
