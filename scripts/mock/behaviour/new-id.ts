import { hash } from 'node:crypto';
import type { Json } from '../../core/json.ts';
import { valueAt, withValueAt, type Pointer } from '../../core/json-pointer.ts';
import { groupOf } from '../state/namespace.ts';
import { withValue, type Asked, type Step, type Surroundings } from './step.ts';

/** Gives each answer an id of its own at a place where the example has one, in the example's form. */
export function toIdStep(surroundings: Surroundings, place: Pointer): Step {
  return async (asked, draft) => {
    const example = valueAt(draft.value, place);
    if (example === undefined) return draft;
    const id = await newId(surroundings, asked, example);
    return withValue(surroundings.api, draft, withValueAt(draft.value, place, id));
  };
}

/** The next id of an operation in a namespace. */
export async function newId(
  { api, store, seed }: Surroundings,
  { namespace, operation }: Asked,
  example: Json,
): Promise<Json> {
  const number = await store.increment(groupOf(namespace, 'ids', api.name), operation.id);
  return idLike(example, number, `${seed} ${namespace} ${operation.id} ${number}`);
}

/**
 * An id in the form of an example: a number counts on, as do digits after the last separator; else what
 * follows it is replaced, letter by letter and digit by digit, so that a UUID stays one.
 */
export function idLike(example: Json, number: number, source: string): Json {
  if (typeof example === 'number') return example + number;
  if (typeof example !== 'string') return example;
  const [, prefix = '', rest = ''] = /^(.*[^0-9a-zA-Z])?([0-9a-zA-Z]*)$/s.exec(example) ?? [];
  if (/^\d{1,15}$/.test(rest)) {
    return prefix + String(Number(rest) + number).padStart(rest.length, '0');
  }
  return prefix + scramble(rest, /^[0-9a-f]{8,}$/i.test(rest) ? HEX : CLASSES, source);
}

const HEX = ['0123456789abcdef', '0123456789ABCDEF'] as const;
const CLASSES = ['0123456789', 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'] as const;

/** Replaces each character by one of its class, by chance that comes from the source. */
function scramble(text: string, classes: readonly string[], source: string): string {
  const bytes = hash('sha512', source, 'buffer');
  return text.replaceAll(/[0-9a-zA-Z]/g, (character, index: number) => {
    const letters = classes.find((it) => it.includes(character));
    if (letters === undefined) return character;
    return letters[(bytes[index % bytes.length] ?? 0) % letters.length] ?? character;
  });
}
