import { request } from 'node:http';
import type { Watched } from './watch-process.ts';

const JSON_TYPE = { 'content-type': 'application/json' };
const LONG = `${'a'.repeat(60_000)}!`;
const SHORT = `${'a'.repeat(15_000)}!`;

interface Attack {
  readonly query?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

const multipart = (body: string): Attack => ({
  headers: { 'content-type': 'multipart/form-data; boundary=b' },
  body,
});

const ATTACKS: readonly Attack[] = [
  {},
  { query: 'PATH' },
  { query: `?a=${SHORT}` },
  { query: `?${'a=1&'.repeat(7000)}` },
  { headers: { a: SHORT } },
  { headers: { cookie: `a=${SHORT}` } },
  { headers: { cookie: 'a=1; '.repeat(3000) } },
  { headers: { prefer: 'dynamic=true' } },
  { headers: JSON_TYPE, body: JSON.stringify(LONG) },
  { headers: JSON_TYPE, body: JSON.stringify({ [LONG]: LONG }) },
  { headers: JSON_TYPE, body: '{}' },
  { headers: JSON_TYPE, body: `${'['.repeat(100_000)}${']'.repeat(100_000)}` },
  { headers: JSON_TYPE, body: `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}` },
  { headers: JSON_TYPE, body: JSON.stringify(Array.from({ length: 100_000 }, (_, at) => at)) },
  { headers: JSON_TYPE, body: '1e400' },
  { headers: JSON_TYPE, body: '1e1000000000' },
  { headers: JSON_TYPE, body: '9'.repeat(100_000) },
  {
    headers: { 'content-type': 'application/xml' },
    body: `${'<a>'.repeat(100_000)}${'</a>'.repeat(100_000)}`,
  },
  {
    headers: { 'content-type': 'application/xml' },
    body: `<!DOCTYPE a [<!ENTITY a "${'a'.repeat(1000)}"><!ENTITY b "${'&a;'.repeat(1000)}">]><a>&b;</a>`,
  },
  multipart(
    `${'--b\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n'.repeat(10_000)}--b--\r\n`,
  ),
  multipart(`--b\r\n${'x: y\r\n'.repeat(50_000)}\r\n1\r\n--b--\r\n`),
];

/** Milliseconds in which every answer must have come, on a busy machine. */
const SLOWEST = 15_000;
/** Milliseconds in which a signal must have ended a process. */
const GONE = 1500;

/** Sends what nobody should to a mock, then ends it by a signal: what came of it in a few words. */
export async function attackMock({ child, ended, output }: Watched): Promise<string> {
  const base = /^\s+(http:\S+)\s+for /m.exec(output().out)?.[1];
  if (base === undefined) {
    child.kill('SIGINT');
    return 'not listening';
  }
  const method = /curl -i -X (\w+)/.exec(output().out)?.[1] ?? 'GET';
  const statuses = new Map<string, number>();
  let slowest = 0;
  for (const attack of ATTACKS) {
    const began = performance.now();
    const status = await send(base, method, attack);
    slowest = Math.max(slowest, performance.now() - began);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
  // One that is on its way when the signal comes.
  void send(base, method, ATTACKS[7] ?? {});
  const began = performance.now();
  child.kill('SIGINT');
  await ended;
  const gone = performance.now() - began;
  const isBad = slowest > SLOWEST || gone > GONE || statuses.has('500') || statuses.has('none');
  const counts = [...statuses].map(([status, count]) => `${count}x${status}`).join(' ');
  return `${isBad ? 'FAILED ' : ''}${counts}; slowest ${slowest.toFixed(0)} ms; gone after ${gone.toFixed(0)} ms`;
}

function send(
  base: string,
  method: string,
  { query = '', headers, body }: Attack,
): Promise<string> {
  return new Promise((resolve) => {
    const path = query === 'PATH' ? `/${LONG}` : `/things${query}`;
    const sent = request(
      `${base}${path}`,
      { method, headers, timeout: SLOWEST * 2 },
      (response) => {
        response.resume();
        response.on('end', () => resolve(String(response.statusCode)));
        response.on('error', () => resolve('broken'));
      },
    );
    sent.on('timeout', () => sent.destroy(new Error('timeout')));
    sent.on('error', (error) => resolve(/timeout|REFUSED/.test(error.message) ? 'none' : 'broken'));
    sent.end(body);
  });
}
