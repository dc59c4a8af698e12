import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { fetch, ProxyAgent } from 'undici';
import { findChromium } from '../../browser/find-chromium.ts';
import type { Ask } from './drive.ts';

/** Somebody else's recorder, with a client that goes through it. */
export interface Recorder {
  readonly name: string;
  /** A client of one server, whose exchanges go to one archive. */
  readonly begin: (base: string) => Promise<Client>;
  readonly end: () => Promise<void>;
}

interface Client {
  readonly ask: Ask;
  /** Ends the recording, and says where it is, or that it is written with all others. */
  readonly end: () => Promise<void>;
  readonly archive: string;
}

/** A page in Chromium that fetches, recorded by Playwright. */
export async function createChromium(folder: string): Promise<Recorder> {
  const executablePath = findChromium();
  if (executablePath === undefined) throw new Error('no Chromium is installed here');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  let count = 0;
  return {
    name: `Playwright, in Chromium ${browser.version()}`,
    async begin(base) {
      const archive = join(folder, `chromium-${(count += 1)}.har`);
      const context = await browser.newContext({ recordHar: { path: archive, content: 'embed' } });
      const page = await context.newPage();
      await page.goto(new URL('/', base).href);
      return {
        archive,
        async ask(method, path, { cookie, ...headers } = {}, body) {
          // Cookies are the browser's own affair: only who says so sends them.
          const isOwn = cookie !== undefined || path === '/login';
          const credentials = isOwn ? ('include' as const) : ('omit' as const);
          const sent = body === undefined ? {} : { body };
          const init = { method, headers, credentials, ...sent };
          const asked = { url: `${base}${path}`, init };
          const { status, fields, text } = await page.evaluate(async (it) => {
            const answer = await globalThis.fetch(it.url, it.init);
            const own = { status: answer.status, text: await answer.text() };
            return { ...own, fields: Object.fromEntries(answer.headers) };
          }, asked);
          return { status, header: (name) => fields[name], body: text };
        },
        end: () => context.close(),
      };
    },
    end: () => browser.close(),
  };
}

/** Undici, through a proxy that writes one archive of all it has seen when it ends. */
export async function createMitmproxy(folder: string, program: string): Promise<Recorder> {
  const archive = join(folder, 'mitmproxy.har');
  const port = 20_000 + Math.floor(Math.random() * 20_000);
  const argv = [
    '-q',
    '--listen-host',
    '127.0.0.1',
    '-p',
    String(port),
    '--set',
    `hardump=${archive}`,
  ];
  const proxy = spawn(program, argv, { stdio: ['ignore', 'inherit', 'inherit'] });
  const agent = new ProxyAgent({ uri: `http://127.0.0.1:${port}`, proxyTunnel: false });
  for (let tries = 0; tries < 100; tries += 1) {
    const isUp = await fetch(`http://127.0.0.1:${port}/`).then(
      () => true,
      () => false,
    );
    if (isUp) break;
    await new Promise((done) => void setTimeout(done, 300));
  }
  return {
    name: 'undici through mitmproxy',
    begin: (base) =>
      Promise.resolve({
        archive,
        async ask(method, path, headers = {}, body) {
          const answer = await fetch(`${base}${path}`, {
            method,
            headers: { ...headers },
            ...(body !== undefined && { body }),
            dispatcher: agent,
          });
          const text = await answer.text();
          const header = (name: string) => answer.headers.get(name) ?? undefined;
          return { status: answer.status, header, body: text };
        },
        end: () => Promise.resolve(),
      }),
    async end() {
      await agent.close();
      proxy.kill('SIGINT');
      await once(proxy, 'exit');
    },
  };
}
