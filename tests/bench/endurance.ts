import { sendLoad, toBytes } from './load-client.ts';
import { spreadOf, type Figures, type Spread } from './measure.ts';
import { startKiln } from './subjects.ts';
import type { Workload } from './workloads.ts';

/** How our mock holds out. */
export interface Endurance {
  /** Milliseconds from the start of the process until all descriptions were served. */
  readonly ready: Spread;
  /** The same request with ever more operations; the first has the fewest. */
  readonly flatness: readonly Figures[];
  readonly heap: { readonly requests: number; readonly before: number; readonly after: number };
  readonly batch: { readonly bytes: number; readonly status: number; readonly perCore: number };
}

/** A batch as an integration sends it: a thousand events, half a megabyte. */
const ITEMS = 1000;
const BATCH_BYTES = 500_000;

/** Times of starts; measured before the processes are kept on one core. */
export async function measureStarts(starts: number): Promise<Spread> {
  const times: number[] = [];
  // The first fills Node's compile cache.
  for (let i = 0; i <= starts; i += 1) {
    const kiln = await startKiln([], { isUnprobed: true });
    if (i > 0) times.push(kiln.ready);
    await kiln.stop();
  }
  return spreadOf(times);
}

/** Bytes in use before and after so many POSTs, those that create something among them. */
export async function measureHeap(workloads: readonly Workload[], requests: number) {
  const posts = workloads.filter(({ method }) => method === 'POST');
  const kiln = await startKiln([]);
  const sendAll = async (): Promise<void> => {
    const each = Math.ceil(requests / posts.length);
    for (const { mounted } of posts) {
      await sendLoad(kiln.port, mounted, { connections: 32, requests: each });
    }
  };
  // All that is bounded is full, and all code compiled, before anything is measured.
  await sendAll();
  const { heap: before } = await kiln.usage(true);
  await sendAll();
  const { heap: after } = await kiln.usage(true);
  await kiln.stop();
  return { requests, before, after };
}

/** One event of a batch. */
function event(i: number, note: string): object {
  return {
    event: 'Product Viewed',
    userId: `user_${i}`,
    properties: { productId: `SKU-${i}`, price: 29.99, note },
  };
}

/** Batches that our mock takes in a second of processor time. */
export async function measureBatches(batches: number) {
  const least = JSON.stringify({ events: Array.from({ length: ITEMS }, (_, i) => event(i, '')) });
  const note = 'x'.repeat(Math.floor((BATCH_BYTES - least.length) / ITEMS));
  const body = JSON.stringify({ events: Array.from({ length: ITEMS }, (_, i) => event(i, note)) });
  const kiln = await startKiln(['clayva']);
  const request = toBytes({
    method: 'POST',
    target: '/clayva/v1/events/batch',
    headers: { authorization: 'Bearer kiln_clayva_pro', 'content-type': 'application/json' },
    body,
  });
  const load = { connections: 4, requests: batches };
  await sendLoad(kiln.port, request, load);
  const before = await kiln.usage();
  const { requests, statuses } = await sendLoad(kiln.port, request, load);
  const after = await kiln.usage();
  await kiln.stop();
  const [status = 0] = statuses.keys();
  return {
    bytes: body.length,
    status,
    perCore: requests / ((after.cpu - before.cpu) / 1_000_000),
  };
}
