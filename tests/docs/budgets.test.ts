import { expect, test } from 'vitest';
import { loadApis } from '../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../scripts/cli/io.ts';
import { besideOf, guidesOf } from '../../scripts/cli/site-parts.ts';
import { renderSite } from '../../scripts/docs/docs.ts';
import { sampleCalls } from '../../scripts/generate/sample-call.ts';
import { LIBRARY_STUBS } from './orchard.ts';

const KB = 1000;
const apis = await loadApis(nodeIo, []);
const files = renderSite(apis, LIBRARY_STUBS, {
  clientCall: (api, operation) => sampleCalls(api)(operation),
  guides: await guidesOf(nodeIo),
  beside: await besideOf(nodeIo, apis),
});
const sizeOf = (text: string) => Buffer.byteLength(text);

test('the landing page is under 60 kB', () => {
  const landing = files.find(({ path }) => path === 'index.html');
  expect(sizeOf(landing?.text ?? '')).toBeGreaterThan(10 * KB);
  expect(sizeOf(landing?.text ?? '')).toBeLessThan(60 * KB);
});

test('the page of each operation and webhook is under 40 kB, and there is one for each', () => {
  const twins = files.filter(({ path }) => /\/(?:operations|webhooks)\/[^/]*\.html$/.test(path));
  const wanted = apis.reduce((sum, it) => sum + it.operations.length + it.webhooks.length, 0);
  expect(twins).toHaveLength(wanted);
  const large = twins.filter(({ text }) => sizeOf(text) >= 40 * KB);
  expect(large.map(({ path, text }) => `${path}: ${sizeOf(text)}`)).toEqual([]);
});
