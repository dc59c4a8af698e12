import { isObject } from '../../base/json.ts';
import { ABSENT } from '../../values/violations.ts';
import { namedMembers, type Given, type InputPlace } from './input-place.ts';
import type { UnstatedRule } from './unstated-rule.ts';

/** That a place which may be left out is demanded. */
export function demanded(value: Given): UnstatedRule {
  return {
    keyword: 'required',
    what: 'every request without it',
    state: 'that it is required',
    refused: [ABSENT],
    taken: () => value,
  };
}

/** That a value which may be null must not be. */
export function notNull(value: Given): UnstatedRule {
  return {
    keyword: 'type',
    what: 'null',
    state: 'a type without null',
    refused: [null],
    taken: () => value,
  };
}

/** That an object has no other members than those that are described; undefined where it is no such object. */
export function closedTo(place: InputPlace, value: Given): UnstatedRule | undefined {
  const { schema, part } = place;
  const isOpen = !('additionalProperties' in schema) && !('unevaluatedProperties' in schema);
  const isNamed = namedMembers(place).length > 0 && !('patternProperties' in schema);
  if (!part.media || !isOpen || !isNamed || value === ABSENT || !isObject(value)) return undefined;
  return {
    keyword: 'additionalProperties',
    what: 'every member that the description does not name',
    state: 'additionalProperties: false',
    refused: [
      { ...value, kilnExtra: 'kiln' },
      { ...value, kiln_other: 1 },
      { ...value, kilnmore: true },
    ],
    taken: () => value,
  };
}
