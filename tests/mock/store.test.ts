import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { groupOf } from '../../scripts/mock/state/namespace.ts';
import { createMemoryStore } from '../../scripts/mock/state/store.ts';

function start(mostBytes?: number) {
  const clock = { at: 0, now: () => clock.at };
  return { clock, store: createMemoryStore(clock, mostBytes) };
}

const idsOf = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id);

test('keeps what was set, counts what was counted, and forgets what was deleted', async () => {
  const { store } = start();
  await store.set('g/', 'a', '1');
  await store.set('g/', 'a', 'two');
  expect(await store.get('g/', 'a')).toBe('two');
  expect([await store.increment('g/', 'n'), await store.increment('g/', 'n')]).toEqual([1, 2]);
  expect([await store.delete('g/', 'a'), await store.delete('g/', 'a')]).toEqual([true, false]);
  expect(await store.get('g/', 'a')).toBeUndefined();
});

test('forgets an entry when its time has come, asked for or not', async () => {
  const { store, clock } = start();
  await store.set('g/', 'a', '1', { until: 10 });
  clock.at = 9;
  expect(await store.get('g/', 'a')).toBe('1');
  clock.at = 10;
  expect(await store.list('g/')).toEqual([]);
  expect([await store.get('g/', 'a'), await store.list('g/')]).toEqual([undefined, []]);
  expect(await store.increment('g/', 'a', { until: 20 })).toBe(1);
});

test('does not grow with entries that expire', async () => {
  const { store, clock } = start();
  for (let window = 0; window < 1000; window += 1) {
    clock.at = window * 1000;
    await store.increment('g/', `client ${window}`, { until: clock.at + 1000 });
    await store.increment('g/', 'long', { until: 1e9 });
  }
  expect(store.size()).toBeLessThan(10);
  expect(await store.get('g/', 'long')).toBe('1000');
});

test('lists the oldest first, and lets it leave a full group', async () => {
  const { store } = start();
  for (const id of ['a', 'b', 'c', 'd']) await store.set('g/', id, id, { most: 3 });
  await store.set('g/', 'b', 'again', { most: 3 });
  expect(idsOf(await store.list('g/'))).toEqual(['b', 'c', 'd']);
});

test('lets the oldest leave when it is full', async () => {
  const { store } = start(10_000);
  for (let i = 0; i < 100; i += 1) await store.set(`g${i % 3}/`, String(i), 'x'.repeat(1000));
  expect(store.size()).toBe(4);
  expect(await store.get('g0/', '99')).toHaveLength(1000);
  await store.set('g0/', '99', 'x'.repeat(100_000));
  await store.set('g0/', 'new', '');
  expect(idsOf(await store.list('g'))).toContain('new');
});

test('tells namespaces apart, also those that begin alike', async () => {
  const { store } = start();
  for (const namespace of ['run', 'run-2']) await store.set(groupOf(namespace, 'x'), 'a', '1');
  await store.clear(groupOf('run'));
  expect(idsOf(await store.list(groupOf('run')))).toEqual([]);
  expect(idsOf(await store.list(groupOf('run-2')))).toEqual(['a']);
  await store.clear('');
  expect(store.size()).toBe(0);
});

test('holds no more memory after a hundred thousand entries than after ten thousand', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const { store } = start();
  const heapAfter = async (from: number, to: number) => {
    for (let i = from; i < to; i += 1) {
      await store.set('full/', `thing ${i}`, String(i), { most: 100 });
      await store.set('changing/', 'one', String(i), { until: i + 1 });
    }
    collect();
    return process.memoryUsage().heapUsed;
  };
  const before = await heapAfter(0, 10_000);
  expect((await heapAfter(10_000, 100_000)) - before).toBeLessThan(1024 * 1024);
});
