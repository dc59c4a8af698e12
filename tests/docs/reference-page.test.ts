import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { renderReferencePage } from '../../scripts/docs/reference-page.ts';
import { twinsOf } from '../../scripts/docs/twins/twins-of.ts';
import { loadOrchard, siteOf } from './orchard.ts';

const api = await loadOrchard();
const site = siteOf([api]);
const page = renderReferencePage(site, twinsOf(site, api), '../assets/redoc.js');

test('embeds the description so that no text of it can end its script', () => {
  const [, json = ''] = /<script type="application\/json"[^>]*>([^]*?)<\/script>/.exec(page) ?? [];
  expect(JSON.parse(json)).toMatchObject({
    info: { description: expect.stringContaining('A </script> in prose') },
  });
});

test('admits exactly its own inline script', () => {
  const [, script = ''] = /<script>([^]*?)<\/script>/.exec(page) ?? [];
  const hash = createHash('sha256').update(script).digest('base64');
  expect(page).toContain(`script-src &#39;self&#39; &#39;sha256-${hash}&#39;`);
});

test('forbids connections and everything else it does not need', () => {
  expect(page).toContain('content="default-src &#39;none&#39;; ');
  expect(page).not.toContain('connect-src');
});

test('switches telemetry off', () => {
  expect(page).toContain('"disableTelemetry":true');
});
