import { violationsOf, type ContractRun, type TimedExchange } from '../result/contract-run.ts';
import { headerOf, type HeaderFields } from '../wire/exchange.ts';

/** An entry of an archive: an exchange, and the violation that it proves. */
interface Entry extends TimedExchange {
  readonly violation?: string;
}

/** Characters of an archive after which exchanges are left out; violations come first. */
const LARGEST = 128 * 1024 * 1024;

/** The exchanges that prove the violations, as an HTTP archive (HAR 1.2). */
export function renderViolationsHar(run: ContractRun): string {
  return renderHar(violationEntries(run));
}

/**
 * The exchanges that a run kept, and before them those that prove its violations. Every check keeps
 * its first 50, as far as their bodies take no more than 2 Mi characters; `log.comment` says what of
 * them an archive of 128 Mi characters has no room for.
 */
export function renderTrafficHar(run: ContractRun): string {
  const kept = run.results.flatMap(({ exchanges = [] }) => exchanges);
  return renderHar([...violationEntries(run), ...kept.toSorted((one, other) => one.at - other.at)]);
}

function violationEntries(run: ContractRun): Entry[] {
  const at = Date.parse(run.started);
  return violationsOf(run.results).map(({ exchange, id }) => {
    return { exchange, at, milliseconds: 0, violation: id };
  });
}

function renderHar(entries: readonly Entry[]): string {
  const texts: string[] = [];
  let length = 0;
  for (const entry of entries) {
    const text = JSON.stringify(toEntry(entry), null, 1);
    if (length + text.length > LARGEST) break;
    length += text.length;
    texts.push(text);
  }
  const left = entries.length - texts.length;
  const comment = left > 0 ? `${left} more exchanges have no room here` : 'secrets are redacted';
  const head = { version: '1.2', creator: { name: 'Kiln', version: '0.1.0' }, comment };
  const open = JSON.stringify({ log: head }).slice(0, -2);
  return `${open},"entries":[\n${texts.join(',\n')}\n]}}\n`;
}

/** HAR 1.2, section "entries". Sizes are of what is written here; what nobody measured is -1 or 0. */
function toEntry({ exchange, at, milliseconds, violation }: Entry) {
  const { request, response, failure } = exchange;
  const { method, url, headers, body } = request;
  const mimeType = headerOf(request, 'content-type') ?? '';
  return {
    startedDateTime: new Date(at).toISOString(),
    time: milliseconds,
    request: {
      method,
      url,
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: toFields(headers),
      queryString: queryOf(url),
      ...(body !== undefined && { postData: { mimeType, text: body } }),
      headersSize: -1,
      bodySize: body === undefined ? 0 : bytesOf(body),
    },
    response: {
      status: response?.status ?? 0,
      statusText: '',
      httpVersion: 'HTTP/1.1',
      cookies: [],
      headers: toFields(response?.headers ?? []),
      content: {
        size: bytesOf(response?.body ?? ''),
        mimeType: (response && headerOf(response, 'content-type')) ?? 'x-unknown',
        text: response?.body ?? '',
      },
      redirectURL: (response && headerOf(response, 'location')) ?? '',
      headersSize: -1,
      bodySize: -1,
      ...(failure !== undefined && { _error: failure }),
    },
    cache: {},
    timings: { send: 0, wait: milliseconds, receive: 0 },
    ...(violation !== undefined && { _violation: violation }),
  };
}

function toFields(headers: HeaderFields) {
  return headers.map(([name, value]) => ({ name, value }));
}

function queryOf(url: string) {
  const at = url.indexOf('?');
  const pairs = at < 0 ? [] : [...new URLSearchParams(url.slice(at))];
  return pairs.map(([name, value]) => ({ name, value }));
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
