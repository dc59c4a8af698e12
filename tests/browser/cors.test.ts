import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generateClients } from '../../scripts/generate/generate.ts';
import { parseManifest } from '../../scripts/generate/manifest.ts';
import { packageSources } from '../generate/package-sources.ts';
import { loadPets, startMock, type TestMock } from '../mock/pets.ts';
import { useChromium } from './chromium.ts';
import { serveSite, type Published } from './publish.ts';
import { visit } from './visit.ts';

const FETCH = readFileSync(fileURLToPath(import.meta.resolve('openapi-fetch')), 'utf8');

/** A page that uses a mock on another port, by the generated client and by itself. */
function pageFor(base: string): string {
  return `<!doctype html><title>cors</title><link rel="icon" href="data:,">
<script type="importmap">{ "imports": { "openapi-fetch": "./openapi-fetch.js" } }</script>
<script type="module">
  import { createPetsClient } from './pets/client.js';
  const pets = createPetsClient({ baseUrl: '${base}', auth: { bearer: 'pets_free' } });
  const seen = {};
  try {
    const created = await pets.createPet({ body: { name: 'Ada' } });
    seen.created = [created.status, created.body.name, created.headers.get('x-ratelimit-limit')];
    const listed = await pets.listPets({});
    seen.listed = [listed.status, listed.headers.get('x-page')];
    const stranger = createPetsClient({ baseUrl: '${base}', auth: { bearer: 'nobody' } });
    seen.refused = await stranger.listPets({}).catch(({ status }) => status);
    const cookies = await fetch('${base}/pets', {
      credentials: 'include', headers: { authorization: 'Bearer pets_free' },
    });
    seen.cookies = [cookies.status, cookies.headers.get('x-page')];
    seen.method = (await fetch('${base}/pets', { method: 'DELETE' })).status;
    seen.nowhere = (await fetch('${base}/nowhere', { headers: { 'x-any': '1' } })).status;
  } catch (error) { seen.error = String(error); }
  window.seen = seen;
</script>`;
}

const chromium = useChromium();

describe.skipIf(chromium.isMissing)('a page of another origin', () => {
  const stands: { readonly site: Published; readonly mock: TestMock }[] = [];

  /** A page, and a mock that it is let use or not. */
  async function open(cors?: false): Promise<string> {
    const pets = await loadPets();
    const mock = await startMock([pets], { cors });
    const origin = await mock.listen({ host: '127.0.0.1', port: 0 });
    const parts = {
      ...packageSources(),
      bundles: [],
      recorded: parseManifest(undefined),
      bundler: 'none',
    };
    const files = await generateClients([pets], parts);
    const page = { path: 'index.html', text: pageFor(`${origin}/pets/v1`) };
    const site = await serveSite([...files, page, { path: 'openapi-fetch.js', text: FETCH }]);
    stands.push({ site, mock });
    return `${site.address}/index.html`;
  }

  let [shared, closed] = ['', ''];
  beforeAll(async () => {
    [shared, closed] = [await open(), await open(false)];
  }, 60_000);
  afterAll(async () => {
    for (const { site, mock } of stands) {
      await site.unpublish();
      await mock.close();
    }
  });

  test('uses the mock with the generated client, and reads its refusals', async () => {
    await visit(chromium.browser(), shared, async (page) => {
      await page.waitForFunction('window.seen');
      expect(await page.evaluate('window.seen')).toEqual({
        created: [201, 'Ada', '3'],
        listed: [200, '1'],
        refused: 401,
        cookies: [200, '1'],
        method: 405,
        nowhere: 404,
      });
    });
  }, 30_000);

  test('is kept out where the mock shares nothing', async () => {
    await visit(chromium.browser(), closed, async (page) => {
      await page.waitForFunction('window.seen');
      expect(await page.evaluate('window.seen')).toEqual({
        error: expect.stringContaining('Failed to fetch'),
      });
    });
  }, 30_000);
});
