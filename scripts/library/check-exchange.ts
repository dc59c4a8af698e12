import { nodeIo } from '../cli/io.ts';
import { createPassiveRun } from '../contract/passive/passive.ts';
import type { ApiModel } from '../model/api-model.ts';
import { violationsOf, type Violation } from '../result/contract-run.ts';
import type { HeaderFields } from '../wire/exchange.ts';
import { loadOne } from './load-description.ts';

/** One message: a `Request` or `Response` of the Fetch API, or what it says. */
interface Message {
  readonly headers?: Headers | Readonly<Record<string, string>>;
  /** Its content as text; none when left out. */
  readonly body?: string;
}

/** A request, and what it was answered. */
export interface GivenExchange {
  readonly request: Request | (Message & { readonly method: string; readonly url: string });
  readonly response: Response | (Message & { readonly status: number });
}

/** What is known of where the exchange took place. */
export interface ExchangeSettings {
  /** Base address of the server, where it is none that the description names. */
  readonly target?: string | URL;
}

/** What came of an exchange. */
export interface CheckedExchange {
  /** Id of the operation; undefined where the request is for none of the description. */
  readonly operation: string | undefined;
  readonly violations: readonly Violation[];
}

/**
 * Judges one exchange, whoever sent it: whether the answer is documented, and whether a request that breaks a
 * constraint was taken. Bodies of the Fetch API are read from a clone. Throws a UserError where the
 * description cannot be read.
 */
export async function checkExchange(
  description: string | URL,
  { request, response }: GivenExchange,
  { target }: ExchangeSettings = {},
): Promise<CheckedExchange> {
  return await judgeExchange(
    await loadOne(description),
    { request, response, hasContent: true },
    target,
  );
}

/** Judges an exchange by a description that has been read; without its content where that is not known. */
export async function judgeExchange(
  api: ApiModel,
  { request, response, hasContent }: GivenExchange & { readonly hasContent: boolean },
  target: ExchangeSettings['target'],
): Promise<CheckedExchange> {
  const address = target === undefined ? undefined : String(target).replace(/\/+$/, '');
  const run = createPassiveRun(api, {
    file: 'exchange',
    targets: new Map(address === undefined ? [] : api.servers.map(({ url }) => [url, address])),
    now: nodeIo.now,
  });
  const [sent, answered] = [await contentOf(request), await contentOf(response)];
  await run.take({
    exchange: {
      request: {
        method: request.method.toUpperCase(),
        url: request.url,
        headers: fieldsOf(request),
        body: sent === '' ? undefined : sent,
      },
      response: { status: response.status, headers: fieldsOf(response), body: answered },
    },
    hasBody: true,
    hasContent,
    isCached: false,
    began: nodeIo.now(),
    ended: nodeIo.now(),
    location: { file: 'exchange', line: 1, column: 1 },
  });
  const { results, traffic } = await run.end();
  const violations = violationsOf(results);
  const isMatched = (traffic?.matched ?? 0) > 0;
  const operation = results.find(({ requests }) => requests > 0)?.operation;
  return { operation: isMatched ? (operation ?? violations[0]?.operation) : undefined, violations };
}

/** Whether an answer may never end, so that nobody waits for all of it. */
export function isStream({ headers }: Response): boolean {
  const streamed =
    /^(?:text\/event-stream|application\/(?:x-?ndjson|jsonl|x-jsonlines|json-seq))\b/i;
  return streamed.test(headers.get('content-type') ?? '');
}

async function contentOf(message: GivenExchange['request'] | GivenExchange['response']) {
  if (message instanceof Request || message instanceof Response) {
    return message.bodyUsed ? '' : await message.clone().text();
  }
  return message.body ?? '';
}

function fieldsOf({ headers = {} }: { readonly headers?: Message['headers'] }): HeaderFields {
  return headers instanceof Headers ? [...headers] : Object.entries(headers);
}
