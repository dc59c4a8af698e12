import type { ApiModel, Operation } from '../../model/api-model.ts';
import {
  arrayOf,
  isObject,
  objectOf,
  textOf,
  type Json,
  type JsonObject,
} from '../../base/json.ts';
import { append, valueAt } from '../../base/json-pointer.ts';
import { atSites } from '../at-sites.ts';
import { filledTo, LONGEST, resize } from '../constraints.ts';
import { inputSitesOf, type InputSite } from '../input-sites.ts';
import { fittingRequest, sizeOfRequest } from '../site-requests.ts';
import type { Operator, Sent } from '../operator.ts';
import { readSent, toSent } from '../request-parts.ts';
import { locate, without } from '../schema-sites.ts';
import { isRefusable, refusingPlace } from './written-inputs.ts';

/** An operator that refuses values which a constraint allows. */
interface Refusing {
  readonly id: string;
  readonly title: string;
  readonly keyword: string;
  readonly difficulty: 1 | 2;
  /** The valid values that it refuses. */
  readonly isRefused: (value: Json, schema: JsonObject, name: string) => boolean;
  /** Such values, made from a valid one. */
  readonly candidates: (value: Json, schema: JsonObject, name: string) => readonly Json[];
}

const REFUSING: readonly Refusing[] = [
  {
    id: 'refuses-longest-text',
    title: 'refuses a text of exactly the maximum length',
    keyword: 'maxLength',
    difficulty: 1,
    isRefused: (value, { maxLength }) =>
      typeof value === 'string' && Array.from(value).length === maxLength,
    candidates: (value, { maxLength }) => [resize(textOf(value), Number(maxLength))],
  },
  {
    id: 'refuses-shortest-text',
    title: 'refuses a text of exactly the minimum length',
    keyword: 'minLength',
    difficulty: 1,
    isRefused: (value, { minLength }) =>
      typeof value === 'string' && Array.from(value).length === minLength,
    candidates: (value, { minLength }) => [resize(textOf(value), Number(minLength))],
  },
  {
    id: 'counts-bytes-of-text',
    title: 'counts the bytes of a text where its characters are limited',
    keyword: 'maxLength',
    difficulty: 2,
    isRefused: (value, { maxLength }) =>
      typeof value === 'string' && Buffer.byteLength(value) > Number(maxLength),
    candidates: (_, { maxLength }) => ['é'.repeat(Math.min(Number(maxLength), LONGEST))],
  },
  {
    id: 'refuses-maximum',
    title: 'refuses a number that equals the maximum',
    keyword: 'maximum',
    difficulty: 1,
    isRefused: (value, { maximum }) => value === maximum,
    candidates: (_, { maximum = 0 }) => [maximum],
  },
  {
    id: 'refuses-minimum',
    title: 'refuses a number that equals the minimum',
    keyword: 'minimum',
    difficulty: 1,
    isRefused: (value, { minimum }) => value === minimum,
    candidates: (_, { minimum = 0 }) => [minimum],
  },
  {
    id: 'refuses-most-items',
    title: 'refuses as many items as the maximum',
    keyword: 'maxItems',
    difficulty: 1,
    isRefused: (value, { maxItems }) => Array.isArray(value) && value.length === maxItems,
    candidates: (value, { maxItems }) => [filledTo(arrayOf(value), Number(maxItems))],
  },
  {
    id: 'refuses-fewest-items',
    title: 'refuses as few items as the minimum',
    keyword: 'minItems',
    difficulty: 1,
    isRefused: (value, { minItems }) => Array.isArray(value) && value.length === minItems,
    candidates: (value, { minItems }) => [filledTo(arrayOf(value), Number(minItems))],
  },
  {
    id: 'refuses-listed-word',
    title: 'refuses the last word of a list',
    keyword: 'enum',
    difficulty: 1,
    isRefused: (value, schema) => value !== undefined && value === arrayOf(schema['enum']).at(-1),
    candidates: (_, schema) => arrayOf(schema['enum']).slice(-1),
  },
  {
    id: 'refuses-null',
    title: 'refuses null where it is allowed',
    keyword: 'type',
    difficulty: 1,
    isRefused: (value) => value === null,
    candidates: (_, { type }) => (arrayOf(type).includes('null') ? [null] : []),
  },
  {
    id: 'refuses-other-letters',
    title: 'refuses a text with letters outside ASCII',
    keyword: 'type',
    difficulty: 1,
    isRefused: (value) => typeof value === 'string' && /[^\p{ASCII}]/u.test(value),
    candidates: (_, { type }) => ([type].flat().includes('string') ? ['Zoë 東京'] : []),
  },
  {
    id: 'refuses-negative-number',
    title: 'refuses a negative number that is allowed',
    keyword: 'type',
    difficulty: 1,
    isRefused: (value) => typeof value === 'number' && value < 0,
    candidates: (_, { type }) => (/number|integer/.test(textOf(type)) ? [-3] : []),
  },
  {
    id: 'refuses-above-an-unstated-maximum',
    title: 'refuses a number above a maximum that nobody states',
    keyword: 'type',
    difficulty: 1,
    isRefused: (value, schema) =>
      typeof value === 'number' && value > UNSTATED_MAXIMUM && isUnbounded(schema),
    candidates: (_, schema) => (isUnbounded(schema) ? [UNSTATED_MAXIMUM + 1] : []),
  },
  {
    id: 'refuses-empty-text',
    title: 'refuses a text without characters where none is needed',
    keyword: 'type',
    difficulty: 1,
    isRefused: (value, { minLength }) => value === '' && minLength === undefined,
    candidates: (_, { type, minLength }) =>
      [type].flat().includes('string') && minLength === undefined ? [''] : [],
  },
  {
    id: 'refuses-empty-list',
    title: 'refuses a list without items where none is needed',
    keyword: 'type',
    difficulty: 1,
    isRefused: (value, { minItems }) =>
      Array.isArray(value) && value.length === 0 && minItems === undefined,
    candidates: (_, { type, minItems }) =>
      [type].flat().includes('array') && minItems === undefined ? [[]] : [],
  },
  {
    id: 'demands-optional-property',
    title: 'refuses an object without a property that is optional',
    keyword: 'properties',
    difficulty: 1,
    isRefused: (value, schema) => {
      const name = optionalOf(schema);
      return isObject(value) && name !== undefined && !Object.hasOwn(value, name);
    },
    candidates: (value, schema) => {
      const name = optionalOf(schema);
      return name === undefined ? [] : [without(value, append('#', name))];
    },
  },
  {
    id: 'refuses-open-property',
    title: 'refuses a property that an open object may have',
    keyword: 'properties',
    difficulty: 1,
    isRefused: (value, { properties }) =>
      isObject(value) && Object.keys(value).some((it) => !Object.hasOwn(objectOf(properties), it)),
    candidates: (value) => (isObject(value) ? [{ ...value, kilnExtra: true }] : []),
  },
];

/** A figure that servers count up to, and no description of ours states. */
const UNSTATED_MAXIMUM = 100_000;

function isUnbounded({ type, maximum, exclusiveMaximum, format }: JsonObject): boolean {
  const isNumber = [type].flat().some((it) => it === 'integer' || it === 'number');
  return isNumber && [maximum, exclusiveMaximum, format].every((it) => it === undefined);
}

function optionalOf({ properties, required }: JsonObject): string | undefined {
  const needed = arrayOf(required).map(String);
  return Object.keys(objectOf(properties)).find((name) => !needed.includes(name));
}

/** Operators that refuse values which a constraint allows. */
export const REFUSING_OPERATORS: readonly Operator[] = REFUSING.map((refusing) => {
  const { id, title, keyword, difficulty, isRefused, candidates } = refusing;
  return atSites({
    id,
    class: 'input',
    difficulty,
    title,
    changes: 'verdict',
    sites: (api, operation) =>
      isRefusable(operation) ? inputSitesOf(api, operation, [keyword]) : [],
    sizeOf: sizeOfRequest,
    placeAt(api, operation, site) {
      const draft = fittingRequest(api, operation, site, candidates);
      const name = site.path.at(-1) ?? '';
      const isMeant = (sent: Sent) =>
        valuesAt(api, operation, site, sent).some((it) => isRefused(it, site.schema, name));
      return draft && isMeant(toSent(draft))
        ? refusingPlace(api, operation, site.at, site.constraint, draft, isMeant)
        : undefined;
    },
  });
});

/** The values of a site in a request. */
function valuesAt(
  api: ApiModel,
  operation: Operation,
  { part, path }: InputSite,
  sent: Sent,
): readonly Json[] {
  const read = readSent(api, operation, sent);
  const whole =
    part === 'body'
      ? read?.body
      : read?.parameters.find(({ parameter }) => parameter.pointer === part.pointer)?.value;
  return whole === undefined ? [] : locate(whole, path).map((at) => valueAt(whole, at) ?? null);
}
