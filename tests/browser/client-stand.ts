import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { OutputFile } from '../../scripts/base/output-file.ts';
import { loadDescription } from '../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../scripts/cli/io.ts';
import { createMock, type Mock } from '../../scripts/mock/mock.ts';
import type { MockEvent, MockOptions } from '../../scripts/mock/options.ts';
import { toMounts } from '../../scripts/mock/mounts.ts';
import type { ApiModel } from '../../scripts/model/api-model.ts';

const GENERATED = resolve(import.meta.dirname, '../../generated');
const FETCH = readFileSync(fileURLToPath(import.meta.resolve('openapi-fetch')), 'utf8');

/** A page that loads the modules of clients when it is told to. */
const PAGE = `<!doctype html><title>clients</title><link rel="icon" href="data:,">
<script type="importmap">{ "imports": { "openapi-fetch": "./openapi-fetch.js" } }</script>
<script type="module">window.load = (path) => import(path);</script>`;

/** The page with the modules beside it. */
export function siteOf(modules: readonly OutputFile[]): OutputFile[] {
  const page = { path: 'index.html', text: PAGE };
  return [...modules, page, { path: 'openapi-fetch.js', text: FETCH }];
}

/** The modules of the clients that are committed. */
export function committedModules(): OutputFile[] {
  return readdirSync(GENERATED, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.js') && !path.startsWith('site'))
    .map((path) => ({ path, text: readFileSync(`${GENERATED}/${path}`, 'utf8') }));
}

/** The beginning of a minute. */
const START = Math.ceil(Date.now() / 60_000) * 60_000;

/** A mock on a port of its own, whose time passes as it does here until somebody moves it on. */
export interface Stand {
  readonly mock: Mock;
  /** Base address of the API. */
  readonly base: string;
  /** What it has answered, a line each: operation and status. Preflights are for no operation. */
  readonly answered: string[];
  readonly advance: (milliseconds: number) => void;
}

/** Serves the mock of a description, whether a file or a model. */
export async function serveMock(
  description: string | ApiModel,
  options: Partial<MockOptions> = {},
  onAnswer: (event: MockEvent, stand: Stand) => void = () => undefined,
): Promise<Stand> {
  const api =
    typeof description === 'string' ? await loadDescription(nodeIo, description) : description;
  const began = Date.now();
  let ahead = 0;
  const answered: string[] = [];
  const mock = await createMock([api], {
    // Its windows begin with the test, so that none ends within it by accident.
    clock: { now: () => START + Date.now() - began + ahead },
    limits: true,
    onRequest(event) {
      if (event.operation === undefined) return;
      answered.push(`${event.operation} ${event.status}`);
      onAnswer(event, stand);
    },
    ...options,
  });
  const origin = await mock.listen({ host: '127.0.0.1', port: 0 });
  const stand: Stand = {
    mock,
    base: `${origin}${toMounts([api])[0]?.basePath ?? ''}`,
    answered,
    advance: (milliseconds) => (ahead += milliseconds),
  };
  return stand;
}
