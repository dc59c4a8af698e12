import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { generateClients } from '../../scripts/generate/generate.ts';
import { parseManifest } from '../../scripts/generate/manifest.ts';
import { packageSources } from '../generate/package-sources.ts';
import { loadCase } from '../generate/pets.ts';
import { useChromium } from './chromium.ts';
import { serveSite, type Published } from './publish.ts';
import { visit } from './visit.ts';

const FETCH = readFileSync(fileURLToPath(import.meta.resolve('openapi-fetch')), 'utf8');

/** A page that makes calls which nobody answers, and shows what they send. */
const PAGE = `<!doctype html><title>calls</title><link rel="icon" href="data:,">
<script type="importmap">{ "imports": { "openapi-fetch": "./openapi-fetch.js" } }</script>
<script type="module">
  import { createBodiesClient } from './bodies/client.js';
  // A browser without it writes bigints all the same.
  delete JSON.rawJSON;
  const sent = [];
  const fetch = async (request) => {
    sent.push([request.headers.get('content-type'), await request.text()]);
    return new Response(null, { status: 204 });
  };
  const client = createBodiesClient({ fetch });
  await client.sendJson({ body: { id: 9007199254740993n, at: new Date(0) } });
  await client.sendForm({ body: { flat: ['a', 'b'], raw: 'a/b' } });
  await client.sendParts({ body: { csv: 'a', files: [new File(['x'], 'x.gif', { type: 'image/gif' })] } });
  await client.sendXml({ body: { id: 1, label: 'ä' } });
  window.sent = sent;
</script>`;

const chromium = useChromium();

describe.skipIf(chromium.isMissing)('a client in a browser', () => {
  let site: Published;

  beforeAll(async () => {
    const parts = {
      ...packageSources(),
      bundles: [],
      recorded: parseManifest(undefined),
      bundler: 'none',
    };
    const files = await generateClients([await loadCase('bodies')], parts);
    const page = { path: 'index.html', text: PAGE };
    site = await serveSite([...files, page, { path: 'openapi-fetch.js', text: FETCH }]);
  }, 30_000);

  afterAll(() => site.unpublish());

  test('writes bodies as it does elsewhere', { timeout: 30_000 }, async () => {
    const reported = await visit(chromium.browser(), `${site.address}/index.html`, async (page) => {
      await page.waitForFunction('window.sent');

      expect(await page.evaluate('window.sent')).toEqual([
        ['application/json', '{"id":9007199254740993,"at":"1970-01-01T00:00:00.000Z"}'],
        ['application/x-www-form-urlencoded', 'flat=a,b&raw=a/b'],
        expect.arrayContaining([
          expect.stringContaining('name="files"; filename="x.gif"\r\nContent-Type: image/gif\r\n'),
        ]),
        ['application/xml', '<branch id="1"><label>ä</label></branch>'],
      ]);
    });
    expect(reported).toEqual([]);
  });
});
