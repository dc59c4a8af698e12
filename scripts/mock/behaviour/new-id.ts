import { hash } from 'node:crypto';
import type { Json } from '../../base/json.ts';
import { valueAt, withValueAt, type Pointer } from '../../base/json-pointer.ts';
import { whenThere, type Eventual } from '../../base/eventual.ts';
import { groupOf } from '../state/namespace.ts';
import { withValue, type Asked, type Step, type Surroundings } from './step.ts';

/** Gives each answer an id of its own at a place where the example has one, in the example's form. */
export function toIdStep(surroundings: Surroundings, place: Pointer): Step {
  return (asked, draft) => {
    const example = valueAt(draft.value, place);
    if (example === undefined) return draft;
    return whenThere(newId(surroundings, asked, example), (id) =>
      withValue(surroundings.api, draft, withValueAt(draft.value, place, id)),
    );
  };
}

/** The next id of an operation in a namespace. */
export function newId(
  surroundings: Surroundings,
  { namespace, operation }: Asked,
  example: Json,
): Eventual<Json> {
  return whenThere(nextNumber(surroundings, namespace, operation.id), (it) =>
    idLike(example, it, `${surroundings.seed} ${namespace} ${operation.id} ${it}`),
  );
}

/** Counts on in a series of a namespace. */
export function nextNumber(
  { api, store }: Surroundings,
  namespace: string,
  series: string,
): Eventual<number> {
  return store.increment(groupOf(namespace, 'ids', api.name), series);
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

/** The characters that may stand for one, by that one. */
const HEX = toClasses('0123456789abcdef', '0123456789ABCDEF');
const CLASSES = toClasses('0123456789', 'abcdefghijklmnopqrstuvwxyz', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ');

function toClasses(...classes: readonly string[]): ReadonlyMap<string, string> {
  return new Map(
    classes.toReversed().flatMap((it) => it.split('').map((character) => [character, it])),
  );
}

/** Replaces each character by one of its class, by chance that comes from the source. */
function scramble(text: string, classes: ReadonlyMap<string, string>, source: string): string {
  const bytes = hash('sha512', source, 'buffer');
  let scrambled = '';
  for (let index = 0; index < text.length; index += 1) {
    const character = text.charAt(index);
    const letters = classes.get(character) ?? character;
    scrambled += letters.charAt((bytes[index % bytes.length] ?? 0) % letters.length);
  }
  return scrambled;
}
