import { essenceOf, isJsonType } from '../base/media-type.ts';
import { UserError } from '../base/user-error.ts';

/** What came from an address. */
export interface FetchedText {
  readonly text: string;
  /** Where it came from in the end: a server may lead to another path of its own. */
  readonly address: string;
}

const LARGEST = 32 * 1024 * 1024;
const PATIENCE = 30_000;
const MOST_REDIRECTS = 5;

export interface FetchOptions {
  /** Most bytes of an answer. */
  readonly largest?: number;
  /** Most milliseconds for all of it. */
  readonly patience?: number;
  /** Whether a page for people is wanted as well. */
  readonly mayBePage?: boolean;
}

/** Fetches a description, because somebody has asked for it; throws a UserError where there is none. */
export async function fetchText(
  address: string,
  { largest = LARGEST, patience = PATIENCE, mayBePage = false }: FetchOptions = {},
): Promise<FetchedText> {
  const start = URL.parse(address);
  if (!start)
    throw unread(
      address.replace(/^(\w+:\/*)[^/?#]*@/, '$1'),
      'it is no address',
      'It must be like http://127.0.0.1:8000/openapi.json.',
    );
  if (start.username !== '' || start.password !== '') {
    const hint = 'Download the file, and pass its path.';
    throw unread(withoutSecrets(start), 'an address with a user or a password is not asked', hint);
  }
  start.hash = '';
  const signal = AbortSignal.timeout(patience);
  try {
    let url = start;
    for (let turns = 0; turns <= MOST_REDIRECTS; turns += 1) {
      const headers = { accept: 'application/json, application/yaml, text/yaml, */*;q=0.1' };
      const response = await fetch(url.href, { redirect: 'manual', signal, headers });
      const next = nextOf(response, url);
      if (!next)
        return { text: await textOf(response, url, { largest, mayBePage }), address: url.href };
      await response.body?.cancel();
      url = next;
    }
    throw unread(address, 'it leads from one address to the next', 'Pass the address of the file.');
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    const reason = signal.aborted ? `no answer within ${patience / 1000} s` : reasonOf(cause);
    throw unread(
      start.href,
      reason,
      'Start the server, or download the file and pass its path.',
      cause,
    );
  }
}

/** Where a redirect leads: the host that the user has named is asked, and no other. */
function nextOf({ status, headers }: Response, from: URL): URL | undefined {
  const location = headers.get('location');
  if (status < 300 || status > 399 || location === null) return undefined;
  const next = URL.parse(location, from.href);
  if (next?.origin === from.origin) {
    // Who asks for an address with a user and a password would show them to whoever listens.
    [next.username, next.password] = ['', ''];
    return next;
  }
  const hint = 'If you trust it, pass that address.';
  throw unread(
    from.href,
    `it leads to another host: ${withoutQuery(next?.href ?? location)}`,
    hint,
  );
}

async function textOf(
  response: Response,
  { href }: URL,
  { largest, mayBePage }: { readonly largest: number; readonly mayBePage: boolean },
): Promise<string> {
  const { status, headers, body } = response;
  const type = headers.get('content-type') ?? '';
  const isPage = mayBePage && /^(?:text\/|application\/xhtml)/.test(essenceOf(type));
  if (!response.ok || !(isDescription(type) || isPage)) {
    await body?.cancel();
    const what = response.ok ? `the answer is ${essenceOf(type)}` : `the answer is ${status}`;
    throw unread(href, what, 'Pass the address of the JSON or YAML file, such as …/openapi.json.');
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.length;
    if (size > largest) {
      const limit = `it has more than ${largest / 1024 / 1024} MiB`;
      throw unread(href, limit, 'Download the file, and pass its path.');
    }
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

/** Many servers call a YAML file plain text, or a stream of octets. */
function isDescription(type: string): boolean {
  const essence = essenceOf(type);
  return essence === '' || isJsonType(type) || /yaml|^text\/plain$|octet-stream/.test(essence);
}

function reasonOf(cause: unknown): string {
  const inner = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
  return inner instanceof Error ? inner.message || inner.name : String(inner);
}

function withoutSecrets({ origin, pathname }: URL): string {
  return `${origin}${pathname}`;
}

/** What stands behind the question mark may be a key: `?token=…`. */
function withoutQuery(address: string): string {
  return address.replace(/\?.*$/s, '?…');
}

function unread(address: string, reason: string, hint: string, cause?: unknown): UserError {
  const shown = withoutQuery(address);
  return new UserError('address-not-read', `Cannot read ${shown}: ${reason}`, { hint, cause });
}
