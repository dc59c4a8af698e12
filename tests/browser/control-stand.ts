import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect } from 'vitest';
import { createControllableClock } from '../../scripts/base/clock.ts';
import { createControl, type Control } from '../../scripts/mock/control/control.ts';
import { createJournal } from '../../scripts/mock/control/journal.ts';
import { createMock, type Mock } from '../../scripts/mock/mock.ts';
import { DESCRIPTION, FREE, loadPets, loadText, START } from '../mock/pets.ts';
import { type useChromium, witness } from './chromium.ts';

/** Milliseconds in which a page has to show what a test waits for. */
const PATIENCE = 10_000;

const pets = await loadPets();
const birds = await loadText(DESCRIPTION, undefined, 'birds');

/**
 * Serves two mocks and their control page for the tests of a `describe`, as new before each of them.
 * The browser is that of the file.
 */
export function useControlPage(browser: ReturnType<typeof useChromium>['browser']) {
  const clock = createControllableClock({ now: () => START });
  const journal = createJournal({ clock, stopwatch: () => performance.now() });
  let mock: Mock;
  let control: Control;
  let [origin, address] = ['', ''];
  beforeAll(async () => {
    mock = await createMock([pets, birds], { clock, limits: true, watch: journal.watch });
    origin = await mock.listen({ host: '127.0.0.1', port: 0 });
    control = await createControl({ mock, clock, journal, origin });
    address = await control.listen({ host: '127.0.0.1', port: 0 });
  });
  beforeEach(async () => {
    clock.resume();
    journal.clear();
    await mock.reset();
  });
  afterAll(async () => {
    await control.close();
    await mock.close();
  });

  /** Sends a request to the mocks, with the credential of the free plan. */
  const send = (path: string, init: RequestInit = {}) =>
    fetch(`${origin}${path}`, { headers: FREE, ...init });

  /** Sends so many requests that a quota counts. */
  const drain = async (times: number) => {
    for (let i = 0; i < times; i += 1) await send('/pets/v1/pets');
  };

  /** Opens the page in a fresh profile; it may load nothing from elsewhere, and complain of nothing. */
  const visit = async (act: (page: Page) => Promise<void>, options: BrowserContextOptions = {}) => {
    const context = await browser().newContext(options);
    const seen = witness(context);
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    await page.goto(address);
    await page.getByText('live', { exact: true }).waitFor();
    await act(page);
    await context.close();
    expect([...seen.strangers, ...seen.console]).toEqual([]);
  };

  return {
    /** Where the mocks are. */
    origin: () => origin,
    /** Where the page is. */
    address: () => address,
    standings: () => mock.standings(),
    send,
    drain,
    visit,
  };
}
