import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { append, withValueAt, type Pointer } from '../../scripts/base/json-pointer.ts';
import type { Json, JsonObject } from '../../scripts/base/json.ts';
import { UserError } from '../../scripts/base/user-error.ts';
import { renderBundle } from '../../scripts/bundle/bundle.ts';
import { renderLandingPage } from '../../scripts/docs/landing-page.ts';
import { searchIndex } from '../../scripts/docs/search/search-index.ts';
import { twinsOf } from '../../scripts/docs/twins/twins-of.ts';
import { siteOf } from '../docs/orchard.ts';
import { renderReferencePage } from '../../scripts/docs/reference-page.ts';
import { renderApiReadme } from '../../scripts/generate/readme.ts';
import { renderClient } from '../../scripts/generate/render-client.ts';
import { renderTypes } from '../../scripts/generate/render-types.ts';
import { toContract } from '../../scripts/generate/to-contract.ts';
import type { ApiModel } from '../../scripts/model/api-model.ts';
import { FAULTY_NAMES } from '../load/faulty-names.ts';
import { FAULTY_OBJECTS } from '../load/faulty-objects.ts';
import { FAULTY_SCHEMAS } from '../load/faulty-schemas.ts';
import { loadText } from '../load/load-files.ts';
import { startMock } from '../mock/pets.ts';
import { checksOf, lintOf } from './abuse.ts';
import { ODD } from './odd.ts';

vi.setConfig({ testTimeout: 60_000 });

const FAULTY = [...FAULTY_NAMES, ...FAULTY_OBJECTS, ...FAULTY_SCHEMAS];
const TEXTS = [
  ...FAULTY.map(([what, text]) => ({ what, text })),
  ...ODD.map(({ what, text }) => ({ what, text })),
];

test.for(TEXTS)(
  '$what: the rest is bundled, generated, documented and served',
  async ({ text }) => {
    const api = await loadText(text);
    expect(await lintOf(api)).toEqual(expect.any(Array));
    expect(await renderAll(api)).toBe('done');
    expect(await serverErrorsOf(api)).toEqual([]);
  },
);

test.for(TEXTS.slice(0, FAULTY.length))('$what: the rest is tested', async ({ text }) => {
  const results = await checksOf(await loadText(text), '{}');
  expect(results.filter(({ outcome }) => outcome === 'unchecked')).toEqual([]);
});

/** What an author may leave in any place of a description. */
const STRAY: readonly Json[] = [
  null,
  true,
  0,
  '',
  'x',
  [],
  {},
  [null],
  { $ref: '#/info' },
  { $ref: '#/nowhere' },
];

test('a description with a stray value anywhere is used without it', async () => {
  const text = readFileSync('tests/load/cases/everything/openapi.yaml', 'utf8');
  // The case is a description.
  const document = parse(text) as JsonObject;
  const place = fc.constantFrom(...pointersOf(document).slice(1));
  await fc.assert(
    fc.asyncProperty(place, fc.constantFrom(...STRAY), async (pointer, value) => {
      const broken = JSON.stringify(withValueAt(document, pointer, value));
      const api = await loadText(broken).catch((error: unknown) => {
        if (error instanceof UserError && pointer === '#/openapi') return undefined;
        throw error;
      });
      if (!api) return;
      expect(await renderAll(api)).toBe('done');
      expect(await serverErrorsOf(api)).toEqual([]);
    }),
    { numRuns: 60, seed: 19 },
  );
});

async function renderAll(api: ApiModel): Promise<'done'> {
  renderBundle(api);
  const site = siteOf([api]);
  renderReferencePage(site, twinsOf(site, api), 'redoc.js');
  renderLandingPage(site);
  searchIndex(site);
  renderTypes(api);
  const contract = toContract(api);
  renderClient(api, contract);
  renderApiReadme(api, contract, 'package');
  return 'done';
}

/** The operations that a mock answers with an error of its own. */
async function serverErrorsOf(api: ApiModel): Promise<string[]> {
  const mock = await startMock([api]);
  const failed: string[] = [];
  for (const { method, path } of api.operations) {
    const base = mock.mounts[0]?.basePath ?? '';
    const url = `${base}${path.replaceAll(/\{[^}]*\}/g, '1')}`;
    const { statusCode, body } = await mock.inject({ method, url });
    if (statusCode >= 500) failed.push(`${method} ${path} ${statusCode} ${body}`);
  }
  await mock.close();
  return failed;
}

function pointersOf(node: Json, at: Pointer = '#'): Pointer[] {
  if (node === null || typeof node !== 'object') return [at];
  return [at, ...Object.entries(node).flatMap(([key, it]) => pointersOf(it, append(at, key)))];
}
