import { InvalidArgumentError } from '@commander-js/extra-typings';
import type { Targets } from '../contract/check-options.ts';
import { isOfHttp } from '../contract/generation/sendable.ts';
import type { HeaderFields } from '../wire/exchange.ts';
import type { ApiModel } from '../model/api-model.ts';
import { toMounts } from '../mock/mounts.ts';
import type { Shard } from '../result/contract-run.ts';
import { arrayOf } from '../base/json.ts';
import { parseProgress } from '../model/job-progress.ts';
import { PACKAGE_NAME_PATTERN } from '../load/config-shape.ts';
import { UserError } from '../base/user-error.ts';

/** Parses a count or a seed. */
export function toCount(text: string): number {
  if (/^\d+$/.test(text) && Number.isSafeInteger(Number(text))) return Number(text);
  throw new InvalidArgumentError('It must be a whole number.');
}

/** Parses a count of at least one. */
export function toPositive(text: string): number {
  const count = toCount(text);
  if (count > 0) return count;
  throw new InvalidArgumentError('It must be at least 1.');
}

/** Parses a header field, such as `X-Key: 123`, and adds it to those given before (RFC 9110, section 5.1). */
export function toHeaders(text: string, former: HeaderFields = []): HeaderFields {
  const [, name, value] = /^([!#$%&'*+.^_`|~\w-]+):[ \t]*([^\0\r\n]*?)[ \t]*$/.exec(text) ?? [];
  if (name === undefined || value === undefined) {
    throw new InvalidArgumentError('It must be a name and a value, such as "X-Key: 123".');
  }
  if (isOfHttp({ in: 'header', name })) {
    throw new InvalidArgumentError(`HTTP itself needs ${name} in every request.`);
  }
  return [...former, [name, value]];
}

/** Parses the address of a folder, which then ends with a slash. */
export function toFolderUrl(text: string): string {
  const url = URL.parse(text);
  if (url?.protocol !== 'https:' && url?.protocol !== 'http:') {
    throw new InvalidArgumentError('It must be an address such as https://docs.example.com/.');
  }
  return new URL('.', url.href.replace(/[?#].*$/, '').replace(/\/?$/, '/')).href;
}

/** Parses the name of an npm package, such as `@acme/clients`. */
export function toPackageName(text: string): string {
  if (text.length <= 214 && new RegExp(PACKAGE_NAME_PATTERN).test(text)) return text;
  throw new InvalidArgumentError('It must be the name of a package, such as @acme/clients.');
}

/** Parses a port to listen on; 0 takes any free one. */
export function toPort(text: string): number {
  if (/^\d+$/.test(text) && Number(text) <= 65_535) return Number(text);
  throw new InvalidArgumentError('A port is a whole number from 0 to 65535.');
}

/** Parses a time, such as `500ms`, `60s` or `2m`, as milliseconds. */
export function toMilliseconds(text: string): number {
  const time = parseProgress(text);
  // Longer ones would overflow a timer, and end at once.
  if (time?.kind === 'time' && time.milliseconds >= 1 && time.milliseconds < 2 ** 31) {
    return time.milliseconds;
  }
  throw new InvalidArgumentError('It must be a time, such as 500ms, 60s or 2m.');
}

/** Parses how many requests may go in a second, which may be a fraction. */
export function toRate(text: string): number {
  if (/^\d{1,6}(\.\d{1,6})?$/.test(text) && Number(text) > 0) return Number(text);
  throw new InvalidArgumentError('It must be a number of requests per second, such as 5 or 0.5.');
}

/** Parses which part of a run is done, such as `1/4`. */
export function toShard(text: string): Shard {
  const [, index, count] = /^(\d{1,4})\/(\d{1,4})$/.exec(text)?.map(Number) ?? [];
  if (index !== undefined && count !== undefined && index >= 1 && index <= count) {
    return { index, count };
  }
  throw new InvalidArgumentError('It must be a part of a whole, from 1/4 to 4/4.');
}

/** Parses a regular expression, and gives its text. */
export function toPatternText(text: string): string {
  try {
    return new RegExp(text).source;
  } catch {
    throw new InvalidArgumentError('It must be a regular expression.');
  }
}

/** Parses the base address of a server, without a slash at its end. */
export function toUrl(text: string): string {
  const url = URL.parse(text);
  if (url && (url.username !== '' || url.password !== '')) {
    // Of what is wrong with an option all of its value would be told.
    throw new UserError(
      'address-with-secret',
      'The address of a server holds a user or a password',
      {
        hint: 'Take them out, and give them by --credentials FILE or by KILN_<SCHEME>.',
      },
    );
  }
  if (/^https?:$/.test(url?.protocol ?? '')) return text.replace(/\/+$/, '');
  throw new InvalidArgumentError(
    'It must be an http or https address: http://127.0.0.1:4010/pets/v1.',
  );
}

/**
 * The addresses to test: `--target` stands for the servers of the root, and each `--server` names a
 * documented server and its address. Throws a UserError for a server the description does not have.
 */
export function toTargets(
  { servers, document }: ApiModel,
  target: string,
  others: readonly string[],
): Targets {
  const roots = arrayOf(document['servers']).length;
  const targets = new Map(servers.slice(0, Math.max(1, roots)).map(({ url }) => [url, target]));
  for (const other of others) {
    const split = other.indexOf('=');
    const documented = other.slice(0, Math.max(0, split));
    if (!servers.some(({ url }) => url === documented)) {
      throw new UserError('unknown-server', `The description has no server "${documented}"`, {
        hint: `Its servers are: ${servers.map(({ url }) => url).join(', ')}.`,
      });
    }
    targets.set(documented, toUrl(other.slice(split + 1)));
  }
  return targets;
}

/** Where a "kiln mock" serves each server of an API. */
export function toMockTargets(api: ApiModel, origin: string): Targets {
  return new Map(toMounts([api]).map(({ server, basePath }) => [server, `${origin}${basePath}`]));
}
