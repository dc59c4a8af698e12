import { readFileSync } from 'node:fs';
import type { WireRequest } from '../../scripts/wire/exchange.ts';

/** `contract-bare.ts FILE`: sends recorded requests by fetch, four at a time, and judges nothing. */
const [, , file = ''] = process.argv;
type Recorded = WireRequest & { readonly octets?: string };
const requests = readFileSync(file, 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => JSON.parse(line) as Recorded);

/** What a run of ours has under way at once. */
const ABREAST = 4;

let next = 0;
let refused = 0;
async function drive(): Promise<void> {
  for (let request = requests[next++]; request; request = requests[next++]) {
    const { method, url, headers, body, octets } = request;
    const content = octets === undefined ? body : Buffer.from(octets, 'base64');
    try {
      const response = await fetch(url, {
        method,
        headers: headers.map(([name, value]) => [name, value] as [string, string]),
        body: content ?? null,
        redirect: 'manual',
      });
      await response.arrayBuffer();
    } catch {
      // TRACE, or content in a GET: fetch has requests that it does not send.
      refused += 1;
    }
  }
}
await Promise.all(Array.from({ length: ABREAST }, drive));
process.stdout.write(`${JSON.stringify({ refused })}\n`);
