import { writeFile } from 'node:fs/promises';
import { generateDescription, generatedWorkload } from './descriptions.ts';
import { sendLoad, toBytes } from './load-client.ts';
import { spreadOf, type Figures, type Spread } from './measure.ts';
import { startKiln } from './subjects.ts';

/** How our mock holds out. */
export interface Endurance {
  /** Milliseconds from the start of the process until all descriptions were served. */
  readonly ready: Spread;
  /** The same request with ever more operations; the first has the fewest. */
  readonly flatness: readonly Figures[];
  readonly heap: { readonly requests: number; readonly before: number; readonly after: number };
  readonly batch: { readonly bytes: number; readonly status: number; readonly perCore: number };
}

export interface EnduranceOptions {
  readonly starts: number;
  readonly requests: number;
  readonly batches: number;
  readonly folder: string;
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

export async function measureHeap({ requests, folder }: EnduranceOptions) {
  const document = `${folder}/generated-100.json`;
  await writeFile(document, JSON.stringify(generateDescription(100)));
  const kiln = await startKiln([document]);
  const { mounted } = generatedWorkload('generated-100', 100, 'shown');
  // The ring of requests is full, and all code compiled, before anything is measured.
  await sendLoad(kiln.port, mounted, { connections: 32, requests: 20_000 });
  const { heap: before } = await kiln.usage(true);
  await sendLoad(kiln.port, mounted, { connections: 32, requests });
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

export async function measureBatches({ batches }: EnduranceOptions) {
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
