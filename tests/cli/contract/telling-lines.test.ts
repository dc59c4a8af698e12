import { describe, expect, test } from 'vitest';
import { tellingLines } from '../../../scripts/cli/contract/telling-lines.ts';

/** As Node prints it, frames and all. */
const OF_NODE = `listening soon
node:internal/modules/cjs/loader:1459
  throw err;
  ^

Error: Cannot find module '/app/nope.mjs'
    at Function._resolveFilename (node:internal/modules/cjs/loader:1456:15)
    at defaultResolveImpl (node:internal/modules/cjs/loader:1066:19)
    at Function._load (node:internal/modules/cjs/loader:1242:25)
    at file:///app/start.mjs:3:1
    at node:internal/main/run_main_module:36:49 {
  code: 'MODULE_NOT_FOUND',
  requireStack: []
}

Node.js v24.0.0
`;

describe('of what a program printed', () => {
  test('the error is shown, without the frames of the runtime', () => {
    expect(tellingLines(OF_NODE)).toEqual([
      "Error: Cannot find module '/app/nope.mjs'",
      '    at file:///app/start.mjs:3:1',
      "  code: 'MODULE_NOT_FOUND',",
      '  requireStack: []',
      '}',
      '',
      'Node.js v24.0.0',
    ]);
  });

  test('the last lines are shown where they hold it, as those of Python do', () => {
    const frames = Array.from({ length: 20 }, (_, line) => `  File "app.py", line ${line}`);
    const log = ['Traceback (most recent call last):', ...frames, "ImportError: no 'x'"].join('\n');
    const lines = tellingLines(`${log}\n\n`);
    expect(lines).toHaveLength(8);
    expect(lines.at(-1)).toBe("ImportError: no 'x'");
  });

  test('the last lines are shown where nothing looks like an error', () => {
    const log = Array.from({ length: 30 }, (_, line) => `request ${line}`).join('\n');
    expect(tellingLines(log)).toEqual(log.split('\n').slice(-8));
    expect(tellingLines('')).toEqual(['']);
  });
});
