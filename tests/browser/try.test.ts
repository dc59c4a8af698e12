import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { loadApis } from '../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../scripts/cli/io.ts';
import { renderSite } from '../../scripts/docs/docs.ts';
import { startMock, type RunningMock } from '../../scripts/library/start-mock.ts';
import { readLibraries } from '../docs/orchard.ts';
import { useChromium } from './chromium.ts';
import { serveSite, type Published } from './publish.ts';
import { visit } from './visit.ts';

vi.setConfig({ testTimeout: 120_000 });

const NAMES = ['clayva', 'clay-com'];
const apis = await loadApis(nodeIo, NAMES);
const { isMissing, browser } = useChromium();

describe.skipIf(isMissing)('a reader tries a call on a mock', () => {
  let published: Published;
  let mock: RunningMock;
  beforeAll(async () => {
    published = await serveSite(renderSite(apis, readLibraries()));
    mock = await startMock(NAMES);
  });
  afterAll(async () => {
    await published?.unpublish();
    await mock?.close();
  });

  test('as it stands in the page, and sees the answer', async () => {
    const unrest = await visit(
      browser(),
      `${published.address}/clayva/operations/trackEvent.html`,
      async (page) => {
        await page.getByRole('link', { name: 'Try it on a mock' }).click();
        await page.getByLabel('Address of the mock').fill(mock.urls['clayva'] ?? '');
        expect(mock.requests()).toEqual([]);
        await page.getByRole('button', { name: 'Send to the mock' }).click();
        await page.getByRole('heading', { name: /^200 in \d+ ms$/ }).waitFor();
        await page.getByText('"success": true').waitFor();
        await page.getByLabel('Body').fill('{}');
        await page.getByRole('button', { name: 'Send to the mock' }).click();
        await page.getByRole('heading', { name: /^400 in/ }).waitFor();
      },
    );
    // Chromium tells of the refusal that was wanted.
    expect(unrest.filter((line) => !line.includes('status of 400'))).toEqual([]);
  });

  test('with a cookie that a call before has set', async () => {
    const unrest = await visit(
      browser(),
      `${published.address}/clay-com/try.html#listWorkspaces`,
      async (page) => {
        const base = page.getByLabel('Address of the mock');
        await page.getByText('send login first').waitFor();
        await page.getByRole('combobox', { name: 'Call' }).selectOption({ label: 'login: Log in' });
        await base.fill(mock.urls['clay-com'] ?? '');
        await page.getByRole('button', { name: 'Send to the mock' }).click();
        await page.getByRole('heading', { name: /^200 in/ }).waitFor();
        await page.getByRole('combobox', { name: 'Call' }).selectOption({ index: 1 });
        await page.getByRole('button', { name: 'Send to the mock' }).click();
        await expect.poll(() => mock.requests().at(-1)?.operation).toBe('listWorkspaces');
        await page.getByRole('heading', { name: /^200 in/ }).waitFor();
      },
    );
    expect(unrest).toEqual([]);
  });

  test.each([
    'https://api.clayva.com/v1',
    'http://127.0.0.1.example.com',
    'http://10.0.0.1',
    'nothing',
  ])('and nobody else: %s', async (address) => {
    const unrest = await visit(browser(), `${published.address}/clayva/try.html`, async (page) => {
      await page.getByLabel('Address of the mock').fill(address);
      await page.getByRole('button', { name: 'Send to the mock' }).click();
      await page.getByRole('heading', { name: 'Not sent' }).waitFor();
    });
    expect(unrest).toEqual([]);
  });

  test('while the policy of the page keeps its own script from asking others', async () => {
    await visit(browser(), `${published.address}/clayva/try.html`, async (page) => {
      const asked = await page.evaluate<string>(
        "fetch('http://10.1.2.3/').then(() => 'asked', () => 'refused')",
      );
      expect(asked).toBe('refused');
      const refused = await page.evaluate<number>(
        "new Promise((done) => { document.addEventListener('securitypolicyviolation', () => done(1)); fetch('https://api.clayva.com/').catch(() => {}); setTimeout(() => done(0), 3000); })",
      );
      expect(refused).toBe(1);
      await page.goto(`${published.address}/clayva/operations/trackEvent.html`);
      const elsewhere = await page.evaluate<string>(
        `fetch('${mock.urls['clayva']}/x').then(() => 'asked', () => 'refused')`,
      );
      expect(elsewhere).toBe('refused');
    });
  });
});
