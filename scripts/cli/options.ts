import { InvalidArgumentError } from '@commander-js/extra-typings';
import type { Targets } from '../contract/contract.ts';
import type { ApiModel } from '../core/api-model.ts';
import { arrayOf } from '../core/json.ts';
import { UserError } from '../core/user-error.ts';

/** Parses a count or a seed. */
export function toCount(text: string): number {
  if (/^\d+$/.test(text) && Number.isSafeInteger(Number(text))) return Number(text);
  throw new InvalidArgumentError('It must be a whole number.');
}

/** Parses a regular expression, and gives its text. */
export function toPattern(text: string): string {
  try {
    return new RegExp(text).source;
  } catch {
    throw new InvalidArgumentError('It must be a regular expression.');
  }
}

/** Parses the base address of a server, without a slash at its end. */
export function toUrl(text: string): string {
  if (/^https?:$/.test(URL.parse(text)?.protocol ?? '')) return text.replace(/\/+$/, '');
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
