import { strict as assert } from 'node:assert';
import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { loadDescription } from '../../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../../scripts/cli/io.ts';
import { toEnvironmentName } from '../../../scripts/generate/names.ts';
import { startMock } from '../../../scripts/library/start-mock.ts';
import { execute } from '../packed/processes.ts';

interface Where {
  /** The program that runs them. */
  readonly node: string;
  /** Where they were compiled, below `out/`. */
  readonly folder: string;
  /** Of the repository. */
  readonly root: string;
}

/** What a sample loads first: it sends to the mock what is meant for the real server. */
const REDIRECT = `const places = JSON.parse(process.env.PLACES);
const send = globalThis.fetch;
globalThis.fetch = async (input) => {
  const [from, to] = places.find(([it]) => input.url.startsWith(it)) ?? [];
  if (from === undefined) throw new Error('nothing is sent to ' + input.url);
  const { method, headers } = input;
  const body = method === 'GET' ? undefined : await input.arrayBuffer();
  return await send(to + input.url.slice(from.length), { method, headers, body });
};
`;

/** Runs compiled samples against a mock of the API that each is named after; throws where one fails or shows nothing. */
export async function runPages(pages: readonly string[], where: Where): Promise<void> {
  const { node, folder, root } = where;
  writeFileSync(join(folder, 'redirect.mjs'), REDIRECT);
  for (const page of pages) {
    const name = basename(page).replace(/-\d+\.ts$/, '');
    const source = `specs/${name}/openapi.yaml`;
    const api = await loadDescription(nodeIo, source);
    await using mock = await startMock(join(root, source));
    const secrets = (mock.credentials[name] ?? [])
      .toReversed()
      .map(({ scheme, secret }) => [toEnvironmentName(name, scheme), secret] as const);
    const places = api.servers.map(({ url }) => [url, mock.urls[name]]);
    const env = { ...process.env, ...Object.fromEntries(secrets), PLACES: JSON.stringify(places) };
    const script = `out/${page.replace(/\.ts$/, '.js')}`;
    const { stdout } = await execute(node, ['--import', './redirect.mjs', script], {
      cwd: folder,
      env,
    });
    assert.ok(stdout.trim().length > 0 && !/^undefined$/m.test(stdout), `${page} shows: ${stdout}`);
  }
}
