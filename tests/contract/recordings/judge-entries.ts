import { createPassiveRun } from '../../../scripts/contract/passive/passive.ts';
import { readRecorded } from '../../../scripts/contract/passive/recorded.ts';
import type { ApiModel } from '../../../scripts/model/api-model.ts';
import { violationsOf, type ContractRun } from '../../../scripts/result/contract-run.ts';

/** An exchange of the kennels: what was sent, and what came back. */
export interface Entry {
  /** Seconds from the beginning of the recording; the answer takes ten milliseconds unless said. */
  readonly at: number;
  readonly took?: number;
  readonly ask: string;
  readonly as?: string | Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly reply?: unknown;
}

export const BEGAN = Date.parse('2026-03-01T12:00:00Z');

/** An entry of an archive, as a recorder writes it that keeps everything. */
export interface HarEntry {
  readonly startedDateTime: string;
  readonly time: number;
  readonly request: Readonly<Record<string, unknown>>;
  readonly response: Readonly<Record<string, unknown>>;
}

export function toHarEntry(entry: Entry): HarEntry {
  return harEntryAt('https://api.kennels.example/v1', entry);
}

function harEntryAt(
  base: string,
  { at, took = 0.01, ask, as = 'team', body, ...answer }: Entry,
): HarEntry {
  const { status = 200, headers = {}, reply } = answer;
  const [method = '', path = ''] = ask.split(' ');
  const own = typeof as === 'string' ? { authorization: `Bearer kennels_${as}` } : as;
  const sent = body === undefined ? undefined : textOf(body);
  const type = { 'content-type': 'application/json' };
  const text = reply === undefined ? '' : textOf(reply);
  const date = new Date(BEGAN + at * 1000).toUTCString();
  return {
    startedDateTime: new Date(BEGAN + at * 1000).toISOString(),
    time: took * 1000,
    request: {
      method,
      url: `${base}${path}`,
      headers: fields({ ...own, ...(sent !== undefined && type) }),
      bodySize: sent?.length ?? 0,
      ...(sent !== undefined && { postData: { mimeType: 'application/json', text: sent } }),
    },
    response: {
      status,
      headers: fields({ date, ...type, ...headers }),
      content: { size: Buffer.byteLength(text), mimeType: 'application/json', text },
    },
  };
}

export function fields(map: Readonly<Record<string, string>>) {
  return Object.entries(map).map(([name, value]) => ({ name, value }));
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

export async function judgeEntries(api: ApiModel, entries: readonly Entry[]): Promise<ContractRun> {
  const base = api.servers[0]?.url ?? '';
  const archive = entries.map((it) => harEntryAt(base, it));
  return await judgeHar(api, archive);
}

export async function judgeHar(api: ApiModel, entries: readonly unknown[]): Promise<ContractRun> {
  const run = createPassiveRun(api, { file: 'day.har', targets: new Map(), now: () => 0 });
  for (const [i, entry] of entries.entries()) {
    await run.take(readRecorded({ text: JSON.stringify(entry), line: i + 1 }, 'day.har'));
  }
  return await run.end();
}

/** What is found, as `property operation`. */
export async function foundIn(api: ApiModel, entries: readonly Entry[]): Promise<string[]> {
  return namesOf(await judgeEntries(api, entries));
}

export function namesOf({ results }: ContractRun): string[] {
  return violationsOf(results).map(({ property, operation }) => `${property} ${operation}`);
}
