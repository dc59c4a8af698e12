import type { MediaType } from '../../model/api-model.ts';
import { isEqual, isObject, type Json, type JsonObject } from '../../base/json.ts';
import { valueAt, withValueAt, type Pointer } from '../../base/json-pointer.ts';
import { spell } from '../../base/spell.ts';
import {
  withValue,
  type Asked,
  type AnswerDraft,
  type Step,
  type Surroundings,
} from '../behaviour/step.ts';
import { wholeBody } from '../behaviour/whole-body.ts';
import { fill } from './fill.ts';
import { findTargets, type ReflectTargets } from './targets.ts';

/** Objects of a request deeper than this are values, not places of values. */
const DEEPEST = 2;

/**
 * Puts what a request says into the answer's example: parameters of path and query and the fields of
 * the body, wherever the answer has a property of that name and the value fits its schema.
 */
export function toReflectStep(surroundings: Surroundings): Step {
  const { api } = surroundings;
  const known = new Map<MediaType, { readonly value: Json; readonly targets: ReflectTargets }>();

  const targetsOf = ({ media, value }: AnswerDraft): ReflectTargets | undefined => {
    if (!media) return undefined;
    const found = known.get(media);
    if (found?.value === value) return found.targets;
    const targets = findTargets(api.document, media.schema, value);
    known.set(media, { value, targets });
    return targets;
  };

  return (asked, draft) => {
    const targets = targetsOf(draft);
    const facts = targets
      ? factsOf({ ...asked, body: wholeBody(surroundings, asked) }, targets)
      : [];
    return facts.length === 0 ? draft : putAll(api, asked, draft, facts);
  };
}

/** Something that a request says, and where the answer says it. */
interface Fact {
  readonly at: Pointer;
  readonly value: Json;
}

/** What a request says and its answer would say otherwise; parameters first, then the body, outermost first. */
function factsOf({ parameters, body }: Asked, targets: ReflectTargets): readonly Fact[] {
  const said = new Set<Pointer>();
  const different: Fact[] = [];
  const add = (name: string, value: Json): void => {
    const target = targets.get(spell(name));
    if (!target || said.has(target.at)) return;
    said.add(target.at);
    if (!isEqual(target.shown ?? null, value)) different.push({ at: target.at, value });
  };
  for (const { parameter, value } of parameters) {
    if (parameter.in === 'path' || parameter.in === 'query') add(parameter.name, value);
  }
  const addFields = (level: readonly JsonObject[], depth: number): void => {
    const below: JsonObject[] = [];
    for (const fields of level) {
      for (const name of Object.keys(fields)) {
        const value = fields[name] ?? null;
        add(name, value);
        if (isObject(value)) below.push(value);
      }
    }
    if (below.length > 0 && depth < DEEPEST) addFields(below, depth + 1);
  };
  if (isObject(body)) addFields([body], 1);
  return different;
}

/** All facts together where the schema allows it, else as many as it does. */
function putAll(
  api: Surroundings['api'],
  { operation }: Asked,
  draft: AnswerDraft,
  facts: readonly Fact[],
): AnswerDraft {
  // A PATCH names what changes and leaves the rest (RFC 5789, section 2).
  const isPatch = operation.method === 'patch';
  const put = (value: Json, fact: Fact) => {
    const example = valueAt(value, fact.at);
    return withValueAt(
      value,
      fact.at,
      isPatch ? merge(example, fact.value) : complete(example, fact.value),
    );
  };
  const together = withValue(api, draft, facts.reduce(put, draft.value));
  if (together !== draft) return together;
  return facts.reduce((shaped, fact) => {
    const example = valueAt(shaped.value, fact.at);
    const candidates = [put(shaped.value, fact)].concat(
      fit(example, fact.value).map((value) => withValueAt(shaped.value, fact.at, value)),
    );
    for (const candidate of candidates) {
      const next = withValue(api, shaped, candidate);
      if (next !== shaped) return next;
    }
    return shaped;
  }, draft);
}

/** A list of objects with what answers add to each, such as its id; anything else as it is. */
function complete(example: Json | undefined, value: Json): Json {
  if (!Array.isArray(example) || !Array.isArray(value)) return value;
  const template = (example as readonly Json[])[0] ?? null;
  const isObjects = isObject(template) && value.every((item) => isObject(item));
  return isObjects ? (value as readonly Json[]).map((item) => fill(template, item, false)) : value;
}

function merge(example: Json | undefined, value: Json): Json {
  return isObject(example) && isObject(value) ? { ...example, ...value } : value;
}

/** A value in forms that the example may have: a number as text, items with all that answers add to them. */
function fit(example: Json | undefined, value: Json): readonly Json[] {
  if (typeof example === 'number' && typeof value === 'string') {
    return /^-?\d{1,15}$/.test(value) ? [Number(value)] : [];
  }
  if (typeof example === 'string' && typeof value === 'number') return [String(value)];
  if (!Array.isArray(example) || !Array.isArray(value)) return [];
  const template = (example as readonly Json[])[0] ?? null;
  const items = value as readonly Json[];
  return [false, true].map((isStrict) => items.map((item) => fill(template, item, isStrict)));
}
