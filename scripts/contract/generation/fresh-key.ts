import { createHash } from 'node:crypto';
import type { ApiModel, Operation } from '../../model/api-model.ts';
import { keyParameterOf } from '../../model/key-parameter.ts';
import type { Draft } from './draft.ts';

/** Letters and digits that make a key one of its own. */
const FEWEST = 8;
const UUID = /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/i;

/**
 * The request with a key that no other has, as a client sends it that wants something new (`Idempotency-Key`). It
 * is as long as the one that was made up, so that its limits are tried; one that is not allowed stays, and any
 * without a source.
 */
export function withFreshKey(
  api: ApiModel,
  operation: Operation,
  draft: Draft,
  source: string | undefined,
): Draft {
  if (source === undefined) return draft;
  const parameter = keyParameterOf(operation);
  const given = draft.parameters.find((it) => it.parameter === parameter);
  if (!parameter || !given || ['get', 'head'].includes(operation.method)) return draft;
  const { schema } = parameter;
  const isAllowed = (value: string | number) =>
    schema === undefined || api.schemas.check(schema, value, 'request').length === 0;
  const { value } = given;
  if ((typeof value !== 'string' && typeof value !== 'number') || !isAllowed(value)) return draft;
  const digest = createHash('sha512').update(source).digest('hex');
  const fresh = candidates(String(value), digest).find((it) => isAllowed(it));
  const number = Number.parseInt(digest.slice(0, 8), 16);
  const key = typeof value === 'number' && isAllowed(number) ? number : fresh;
  if (key === undefined) return draft;
  const parameters = draft.parameters.map((it) => (it === given ? { parameter, value: key } : it));
  return { ...draft, parameters };
}

/** The request with a key, where it has none and one can be made up. */
export function withKey(api: ApiModel, operation: Operation, draft: Draft): Draft | undefined {
  const parameter = keyParameterOf(operation);
  if (!parameter || draft.parameters.some((it) => it.parameter === parameter)) return draft;
  const { schema } = parameter;
  const digest = createHash('sha512').update(operation.id).digest('hex');
  const value = [...candidates('', digest), Number.parseInt(digest.slice(0, 8), 16)].find(
    (it) => schema === undefined || api.schemas.check(schema, it, 'request').length === 0,
  );
  if (value === undefined || value === '') return undefined;
  return { ...draft, parameters: [...draft.parameters, { parameter, value }] };
}

function candidates(given: string, digest: string): readonly string[] {
  const cut = (from: number, to: number) => digest.slice(from, to);
  const uuid = `${cut(0, 8)}-${cut(8, 12)}-4${cut(13, 16)}-a${cut(17, 20)}-${cut(20, 32)}`;
  if (UUID.test(given)) return [uuid];
  const alike = scrambled(given, digest);
  const digits = given.replaceAll(/\d/g, (_, at: number) => scrambled('0', digest.slice(at)));
  const own = given.replaceAll(/[^\da-z]/gi, '').length < FEWEST ? [] : [alike, digits];
  const long = digest.repeat(Math.ceil(given.length / digest.length)).slice(0, given.length);
  return [...own, ...(given.length < FEWEST ? [] : [long]), uuid, cut(0, 32), cut(0, 16), alike];
}

/** Other letters for letters, and other digits for digits. */
function scrambled(given: string, digest: string): string {
  return Array.from({ length: given.length }, (_, i) => {
    const letter = given.charAt(i);
    const drawn = Number.parseInt(digest.charAt(i % digest.length), 16);
    if (/\d/.test(letter)) return String(drawn % 10);
    if (/[a-f]/.test(letter)) return 'abcdef'.charAt(drawn % 6);
    if (/[A-F]/.test(letter)) return 'ABCDEF'.charAt(drawn % 6);
    if (/[g-z]/.test(letter)) return 'ghijklmnopqrstuv'.charAt(drawn);
    return /[G-Z]/.test(letter) ? 'GHIJKLMNOPQRSTUV'.charAt(drawn) : letter;
  }).join('');
}
