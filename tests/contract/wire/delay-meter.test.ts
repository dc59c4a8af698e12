import { expect, test } from 'vitest';
import { createDelayMeter } from '../../../scripts/contract/wire/delay-meter.ts';

test.for<[what: string, ticks: readonly number[], sum: number]>([
  ['a loop that is in time', [100, 100, 100], 0],
  ['one that is a little late', [150, 250, 100], 0],
  ['a process that was stopped for a while', [100, 12_100, 100], 12_000],
  ['one that was stopped twice', [1100, 100, 2100], 3000],
])('tells of %s', ([, ticks, sum]) => {
  let now = 0;
  const meter = createDelayMeter(() => now);
  meter.stop();
  for (const passed of ticks) {
    now += passed;
    meter.read();
  }
  expect(meter.read()).toBe(sum);
});
