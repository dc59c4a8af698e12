import { InvalidArgumentError } from '@commander-js/extra-typings';

/** Parses a count or a seed. */
export function toCount(text: string): number {
  if (/^\d+$/.test(text) && Number.isSafeInteger(Number(text))) return Number(text);
  throw new InvalidArgumentError('It must be a whole number.');
}

/** Parses the base address of a server, without a slash at its end. */
export function toUrl(text: string): string {
  if (/^https?:$/.test(URL.parse(text)?.protocol ?? '')) return text.replace(/\/+$/, '');
  throw new InvalidArgumentError(
    'It must be an http or https address: http://127.0.0.1:4010/pets/v1.',
  );
}
