import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const OPEN = new URL('../../scripts/cli/open-thread.ts', import.meta.url).href;

/** What becomes of a thread that does this, in a process with little memory. */
async function endOf(source: string): Promise<unknown> {
  const program = `
    import { openThread } from ${JSON.stringify(OPEN)};
    const module = new URL('data:text/javascript,' + encodeURIComponent(${JSON.stringify(source)}));
    const told = await openThread(module).run({}, () => {}).then(
      () => ({}),
      ({ name, code, message, hint }) => ({ name, code, message, hint }),
    );
    process.stdout.write(JSON.stringify(told));`;
  const argv = ['--max-old-space-size=60', '--input-type=module', '--eval', program];
  const { stdout } = await promisify(execFile)(process.execPath, argv);
  return JSON.parse(stdout);
}

test('a thread that needs too much memory is told as what the user can do about it', async () => {
  const all = 'let last; for (;;) last = { last };';
  expect(await endOf(all)).toMatchObject({
    name: 'UserError',
    code: 'out-of-memory',
    hint: expect.stringContaining('--grep'),
  });
});

test('any other failure of a thread stays what it is', async () => {
  expect(await endOf('throw new TypeError("odd")')).toMatchObject({
    name: 'TypeError',
    message: 'odd',
  });
});
