import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { arrayOf, objectOf } from '../../scripts/base/json.ts';
import { valueAt } from '../../scripts/base/json-pointer.ts';
import { renderReferencePage } from '../../scripts/docs/reference-page.ts';
import { twinsOf } from '../../scripts/docs/twins/twins-of.ts';
import { loadOrchard, siteOf } from './orchard.ts';

const api = await loadOrchard();
const site = siteOf([api]);
const page = renderReferencePage(site, twinsOf(site, api), '../assets/redoc.js');

test('embeds the description so that no text of it can end its script', () => {
  const [, json = ''] = /<script type="application\/json"[^>]*>([^]*?)<\/script>/.exec(page) ?? [];
  expect(JSON.parse(json)).toMatchObject({
    info: { description: expect.stringContaining('A &lt;/script> in prose') },
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

test('calls a security scheme by what it asks for, with each operation too', () => {
  const [, json = ''] = /<script type="application\/json"[^>]*>([^]*?)<\/script>/.exec(page) ?? [];
  const document = objectOf(JSON.parse(json));
  const schemes = objectOf(objectOf(document['components'])['securitySchemes']);
  const titles = Object.keys(schemes);
  expect(titles).toContain('API key in the Authorization header as "Token …"');
  for (const id of api.securitySchemes.keys()) expect(titles).not.toContain(id);
  const used = api.operations.flatMap(({ pointer }) =>
    arrayOf(objectOf(valueAt(document, pointer))['security']).flatMap((it) =>
      Object.keys(objectOf(it)),
    ),
  );
  expect(used.length).toBeGreaterThan(0);
  expect(titles).toEqual(expect.arrayContaining(used));
});

test('holds every operation for print and for readers without scripts', () => {
  for (const { id, summary = id } of [...api.operations, ...api.webhooks]) {
    expect(page).toMatch(new RegExp(`<article id="\\w+-${id}">\\s*<h2[^>]*>${summary}</h2>`));
  }
});

test('answers the links of its predecessor', () => {
  const [, places = ''] = /const PLACES = (.*);\n/.exec(page) ?? [];
  expect(JSON.parse(places)).toMatchObject({
    operations: { plantTree: '#/trees/planttree' },
    tags: { trees: '#/trees' },
  });
});
