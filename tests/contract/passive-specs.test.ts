import { afterAll, expect, test } from 'vitest';
import { loadApis } from '../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../scripts/cli/io.ts';
import { targetsOf } from '../../scripts/cli/run-all.ts';
import { createPassiveRun } from '../../scripts/contract/passive/passive.ts';
import { readRecorded } from '../../scripts/contract/passive/recorded.ts';
import { entriesOf } from '../../scripts/contract/passive/slices.ts';
import { createSender } from '../../scripts/contract/wire/send.ts';
import { violationsOf } from '../../scripts/result/contract-run.ts';
import { renderViolation } from '../../scripts/result/violation-text.ts';
import { createMock } from '../../scripts/mock/mock.ts';
import { renderTrafficHar } from '../../scripts/report/har.ts';
import { inPieces, recordRun } from './record-traffic.ts';

const apis = await loadApis(nodeIo, []);
const mock = await createMock(apis, { clock: { now: Date.now }, limits: true });
const origin = await mock.listen({ host: '127.0.0.1', port: 0 });
const { send, close } = createSender({ timeout: 5000, largest: 1e7 });

afterAll(async () => {
  close();
  await mock.close();
});

test.for(apis.map((api) => ({ name: api.name, api })))(
  'what is sent to a mock of $name, and what it answers, holds when it is read back',
  { timeout: 60_000 },
  async ({ api }) => {
    const targets = targetsOf(mock, api, origin);
    const archive = renderTrafficHar(await recordRun(api, targets, send, 3));
    const run = createPassiveRun(api, { file: 'traffic.har', targets, now: () => 0 });
    for await (const slice of entriesOf(inPieces(archive, 65_536), 'traffic.har')) {
      await run.take(readRecorded(slice, 'traffic.har'));
    }
    const { results, traffic } = await run.end();
    expect(violationsOf(results).map(renderViolation)).toEqual([]);
    expect(results.filter(({ outcome }) => outcome === 'held').length).toBeGreaterThan(
      api.operations.length,
    );
    expect(traffic?.matched).toBeGreaterThan(10 * api.operations.length);
  },
);
