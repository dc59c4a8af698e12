import { objectOf, type Json, type JsonObject } from '../../base/json.ts';
import { essenceOf } from '../../base/media-type.ts';
import { isRefusal, refuse, type Refusal } from '../../refusal/refusal.ts';
import { fieldIn } from '../../wire/call.ts';
import type { Asked } from '../behaviour/step.ts';
import { change } from './arrange.ts';
import type { Context } from './context.ts';
import { asThing } from '../../model/named.ts';
import { momentsOf } from './moments.ts';
import { jsonPatch, mergePatch } from './patch.ts';
import { valueOf, type StoredThing } from './shelf.ts';
import { lacksOf, writableNames } from './writable.ts';

/** The thing as a request changes it: PUT says all of it, PATCH what becomes different. */
export function updated(
  context: Context,
  asked: Asked,
  thing: Omit<StoredThing, 'isDeleted'>,
): StoredThing | Refusal {
  const { policy, surroundings } = context;
  const changed = changedThing(context, asked, thing);
  const moments = momentsOf(surroundings, policy.name, 'changed');
  if (isRefusal(changed) || Object.keys(moments).length === 0) return changed;
  return { ...changed, fields: { ...changed.fields, ...moments } };
}

function changedThing(
  context: Context,
  asked: Asked,
  thing: Omit<StoredThing, 'isDeleted'>,
): StoredThing | Refusal {
  const { policy, surroundings } = context;
  const { operation, call } = asked;
  const said = valueOf(asked, policy.input ?? '#');
  const type = essenceOf(fieldIn(call, 'content-type') ?? '');
  if (type === 'application/json-patch+json' && Array.isArray(said)) {
    const patched = jsonPatch(thing.fields, said as readonly Json[]);
    if (patched === undefined) {
      return refuse('invalid', 'The changes cannot be made to what is there (RFC 6902).', {
        path: [],
        stage: 'behaviour',
      });
    }
    return withFields(thing, objectOf(patched));
  }
  const input = asThing(policy, objectOf(said));
  if (type === 'application/merge-patch+json') {
    return withFields(thing, objectOf(mergePatch(thing.fields, input)));
  }
  if (operation.method !== 'put') return withFields(thing, change(thing.fields, input));
  if (!policy.inferred) {
    return { ...thing, fields: input, lacks: lacksOf(context, asked, input), isDeleted: false };
  }
  // What a request cannot say stays as it is.
  const writable = writableNames(surroundings.api, operation, policy);
  const own = Object.entries(thing.fields).filter(([name]) => !writable.has(name));
  const fields = { ...input, ...Object.fromEntries(own) };
  return { ...thing, fields, lacks: lacksOf(context, asked, fields), isDeleted: false };
}

/** What had been there and is not any more, or is there now, is remembered as such. */
function withFields(thing: Omit<StoredThing, 'isDeleted'>, fields: JsonObject): StoredThing {
  const gone = Object.keys(thing.fields).filter((name) => !Object.hasOwn(fields, name));
  const lacks = [...(thing.lacks ?? []), ...gone].filter((name) => !Object.hasOwn(fields, name));
  return { ...thing, fields, ...(lacks.length > 0 && { lacks }), isDeleted: false };
}
