import { textOf } from '../../base/json.ts';
import type { ApiModel, Operation } from '../../model/api-model.ts';
import { CONSTRAINTS, type BreakableConstraint } from '../constraints.ts';
import { atSites } from '../at-sites.ts';
import { breakingRequest, sizeOfRequest } from '../site-requests.ts';
import {
  inputSitesOf,
  isAt,
  likeExample,
  repair,
  valueAtSite,
  type InputSite,
} from '../input-sites.ts';
import type { Operator, FaultPlace, Sent } from '../operator.ts';
import { readSent, type SentBreach } from '../request-parts.ts';
import { stepsOf } from './spots.ts';
import { statusOfRefusal } from '../../refusal/documented-refusal.ts';

type Only = (value: unknown, bound: number) => boolean;

const lengthOf = (value: unknown) => Array.from(textOf(value)).length;
const countOf = (value: unknown) => (Array.isArray(value) ? value.length : Number.NaN);

/** Keywords that are not enforced. */
const IGNORED = [
  ['accepts-missing-property', 'accepts an object without a required property', 'required'],
  ['accepts-wrong-type', 'accepts a value of another type', 'type'],
  ['accepts-unknown-word', 'accepts a word that is not in the list', 'enum'],
  ['accepts-other-constant', 'accepts another value than the constant', 'const'],
  ['accepts-broken-pattern', 'accepts a text that breaks its pattern', 'pattern'],
  ['accepts-broken-format', 'accepts a text that breaks its format', 'format'],
  ['accepts-short-text', 'accepts a text that is too short', 'minLength'],
  ['accepts-long-text', 'accepts a text that is too long', 'maxLength'],
  ['accepts-small-number', 'accepts a number below the minimum', 'minimum'],
  ['accepts-large-number', 'accepts a number above the maximum', 'maximum'],
  ['accepts-lower-bound', 'accepts a bound that excludes itself from below', 'exclusiveMinimum'],
  ['accepts-upper-bound', 'accepts a bound that excludes itself from above', 'exclusiveMaximum'],
  ['accepts-broken-multiple', 'accepts a number between two steps', 'multipleOf'],
  ['accepts-too-few-items', 'accepts too few items', 'minItems'],
  ['accepts-too-many-items', 'accepts too many items', 'maxItems'],
  ['accepts-repeated-items', 'accepts an item twice', 'uniqueItems'],
  ['accepts-too-few-properties', 'accepts an object with too few properties', 'minProperties'],
  ['accepts-too-many-properties', 'accepts an object with too many properties', 'maxProperties'],
  ['accepts-unknown-property', 'accepts a property that is not known', 'additionalProperties'],
  [
    'accepts-unevaluated-property',
    'accepts a property that no part knows',
    'unevaluatedProperties',
  ],
] as const;

/** Only values that pass the bound by one are let through. */
const OFF_BY_ONE = [
  [
    'accepts-one-item-more',
    'accepts one item more than the maximum',
    'maxItems',
    (value, most) => countOf(value) === most + 1,
  ],
  [
    'accepts-one-item-less',
    'accepts one item less than the minimum',
    'minItems',
    (value, least) => countOf(value) === least - 1,
  ],
  [
    'accepts-one-character-more',
    'accepts one character more than the maximum',
    'maxLength',
    (value, most) => lengthOf(value) === most + 1,
  ],
  [
    'accepts-one-character-less',
    'accepts one character less than the minimum',
    'minLength',
    (value, least) => lengthOf(value) === least - 1,
  ],
  [
    'accepts-one-above',
    'accepts the number after the maximum',
    'maximum',
    (value, most) => value === most + 1,
  ],
  [
    'accepts-one-below',
    'accepts the number before the minimum',
    'minimum',
    (value, least) => value === least - 1,
  ],
] as const satisfies readonly (readonly [string, string, string, Only])[];

function toOperator(
  [id, title, keyword]: readonly [string, string, string],
  difficulty: 1 | 2,
  only?: Only,
): Operator {
  const constraint = CONSTRAINTS.find((it) => it.keyword === keyword);
  return atSites({
    id,
    class: 'input',
    difficulty,
    title,
    changes: 'verdict',
    sites: (api, operation) =>
      constraint && statusOfRefusal(operation, 'invalid') >= 400
        ? inputSitesOf(api, operation, [keyword])
        : [],
    sizeOf: sizeOfRequest,
    placeAt: (api, operation, site) =>
      constraint && acceptingPlace(api, operation, site, constraint, only),
  });
}

function acceptingPlace(
  api: ApiModel,
  operation: Operation,
  site: InputSite,
  { breaking, mend }: BreakableConstraint,
  only: Only | undefined,
): FaultPlace | undefined {
  const draft = breakingRequest(api, operation, site, breaking);
  if (!draft) return undefined;
  const bound = Number(site.schema[site.keyword]);
  const breachesOf = (sent: Sent) => readSent(api, operation, sent)?.breaches ?? [];
  const before = (sent: Sent): Sent => {
    const read = readSent(api, operation, sent);
    if (!read) return sent;
    const isMeant = (breach: SentBreach) =>
      isAt(site, breach) && (only === undefined || only(valueAtSite(read, breach), bound));
    const breach = read.breaches.find(isMeant);
    if (!breach) return sent;
    const mended = [
      repair(api, operation, sent, read, breach, mend),
      likeExample(api, operation, site, sent),
    ].find((it) => breachesOf(it).length < read.breaches.length);
    // One more place may break it; what breaks another constraint stays refused.
    return mended && breachesOf(mended).some(isMeant) ? before(mended) : (mended ?? sent);
  };
  return {
    at: site.at,
    clause: site.constraint,
    deviate: () => ({ before }),
    witness: () => stepsOf(draft),
  };
}

/** Operators that let through what a constraint forbids. */
export const ACCEPTING_OPERATORS: readonly Operator[] = [
  ...IGNORED.map((row) => toOperator(row, 1)),
  ...OFF_BY_ONE.map(([id, title, keyword, only]) => toOperator([id, title, keyword], 2, only)),
];
