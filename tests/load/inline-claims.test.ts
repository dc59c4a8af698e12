import { expect, test } from 'vitest';
import { loadFiles, refusalOf } from './load-files.ts';

const ROOT = `openapi: 3.1.0
info:
  title: Pets
  version: '1'
  x-evidence:
    - P-1
    - id: P-2
      status: documented
      sources: [S1]
      at: Start
      says: Pets are kept.
paths: {}
components:
  schemas:
    Pet:
      type: string
      maxLength: 80
      x-evidence:
        maxLength:
          - { id: P-3, status: inferred, says: A name is short., because: It is cut. }
`;
const SOURCES = `sources:
  S1: { title: Guide, address: https://pets.test, retrieved: '2026-01-31' }
`;
const LISTED = `${SOURCES}claims:
  - { id: P-1, status: documented, sources: [S1], at: Start, says: It is an API. }
`;
const load = (ledger: string, root = ROOT) =>
  loadFiles({ 'pets/openapi.yaml': root, 'pets/evidence.yaml': ledger });

test('a claim beside its node is one of the ledger, at its own line', async () => {
  const { ledger, claimsAt, document } = await load(LISTED);
  expect(
    [...(ledger?.claims.values() ?? [])].map(({ id, file, line }) => [id, file, line]),
  ).toEqual([
    ['P-1', undefined, 4],
    ['P-2', 'pets/openapi.yaml', 7],
    ['P-3', 'pets/openapi.yaml', 20],
  ]);
  expect(claimsAt('#/info/title')).toEqual(['P-1', 'P-2']);
  expect(claimsAt('#/components/schemas/Pet/maxLength')).toEqual(['P-3']);
  expect(JSON.stringify(document)).not.toContain('Pets are kept');
});

test('what the author wrote keeps them, so that a bundle says all', async () => {
  const { written } = await load(LISTED);
  expect(JSON.stringify(written)).toContain('Pets are kept');
});

test('a ledger may have sources alone', async () => {
  const { ledger } = await load(SOURCES);
  expect([...(ledger?.claims.keys() ?? [])]).toEqual(['P-2', 'P-3']);
});

test('one that is misshapen, repeated or without a ledger is refused at its line', async () => {
  expect(
    await refusalOf(load(SOURCES, ROOT.replace('status: documented', 'status: sure'))),
  ).toContain('pets/openapi.yaml:7');
  expect(await refusalOf(load(LISTED, ROOT.replace('id: P-2', 'id: P-1')))).toContain(
    'Claim P-1 stands in the ledger twice',
  );
  expect(await refusalOf(loadFiles({ 'pets/openapi.yaml': ROOT }))).toContain(
    'pets/openapi.yaml:7',
  );
});
