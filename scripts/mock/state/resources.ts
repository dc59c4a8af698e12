import type { Operation } from '../../model/api-model.ts';
import { isEqual, textOf, type Json } from '../../base/json.ts';
import { append } from '../../base/json-pointer.ts';
import { whenThere } from '../../base/eventual.ts';
import { documentedIds, idsInExamples } from '../../model/documented-ids.ts';
import { responseFor } from '../../model/documented-response.ts';
import type { ResourcePolicy } from '../../model/policies.ts';
import { statusOfRefusal } from '../../refusal/documented-refusal.ts';
import { isRefusal, refuse, type Refusal } from '../../refusal/refusal.ts';
import type { Step, Surroundings } from '../behaviour/step.ts';
import { wholeBody } from '../behaviour/whole-body.ts';
import { isShownByExamples } from '../../values/shown-ids.ts';
import { isMissed, type Action } from './context.ts';
import { toCountStep } from './count.ts';
import { rememberNew } from './remember-new.ts';
import { requestedId } from './ids.ts';
import { toListStep } from './list.ts';
import { fitted } from './fitted.ts';
import { guarded } from './guarded.ts';
import { emptyOld } from './held.ts';
import { renewedIn } from './composed.ts';
import { memberChange, withMembers } from './member-changes.ts';
import { renamed, showAll, shownBefore, updateMany } from './update-many.ts';
import { toSeeds, type Seeds, type Unshaped } from './seeds.ts';
import { shelfOf, type Shelf } from './shelf.ts';
import { show } from './show.ts';
import { updated } from './update-thing.ts';

/**
 * What was created can be read, listed, updated and deleted, until the mock is reset: by `x-resource`, or by
 * what paths and schemas say where there is none.
 */
export function toResourceStep(
  surroundings: Surroundings,
  operation: Operation,
  policy: ResourcePolicy,
  shown: Unshaped,
): Step {
  const seeds = toSeeds(surroundings, policy, shown);
  const documented = documentedIds(surroundings.api, policy.name);
  const notFound = (id: Json, isDeleted: boolean) => toNotFound(operation, policy, id, isDeleted);
  if (policy.action === 'list') {
    const { items, count } = policy;
    const step =
      items === undefined && count !== undefined
        ? toCountStep(surroundings, policy, count)
        : toListStep(surroundings, operation, policy);
    return guarded(surroundings, operation, policy, step);
  }
  const act = ACTIONS[policy.action];
  const isShown = policy.inferred === true && isShownByExamples(surroundings.api, policy.name);
  const named = idsInExamples(surroundings.api, policy.name);
  return guarded(surroundings, operation, policy, (asked, draft) =>
    whenThere(seeds(), (known) => {
      const taken = policy.inferred ? new Set(known.keys()) : documented;
      const context = { surroundings, policy, documented: taken, named, notFound, isShown };
      const shelf = withSeeds(shelfOf(surroundings, policy, asked), known);
      const whole = { ...asked, body: wholeBody(surroundings, asked) };
      if (policy.inferred) return act(context, whole, draft, shelf);
      return whenThere(fitted(surroundings, policy, whole), (fit) =>
        isRefusal(fit)
          ? fit
          : whenThere(memberChange(surroundings, policy, fit), (change) =>
              withMembers(change, () => act(context, fit, draft, shelf)),
            ),
      );
    }),
  );
}

/** What a description shows is there until it is changed. */
function withSeeds(shelf: Shelf, seeds: Seeds): Shelf {
  if (seeds.size === 0) return shelf;
  return {
    ...shelf,
    find: (id) => whenThere(shelf.find(id), (thing) => thing ?? seeds.get(textOf(id))),
  };
}

const ACTIONS: Readonly<Record<Exclude<ResourcePolicy['action'], 'list'>, Action>> = {
  create: rememberNew,

  read(context, asked, draft, shelf) {
    const id = requestedId(context, asked);
    if (id === undefined) return draft;
    return whenThere(shelf.find(id), (thing) => {
      if (thing && !thing.isDeleted) return show(context, draft, thing);
      return whenThere(isMissed(context, shelf, id, thing), (isGone) =>
        isGone ? (context.notFound(id, thing !== undefined) ?? draft) : draft,
      );
    });
  },

  async update(context, asked, draft, shelf) {
    const { policy } = context;
    const id = requestedId(context, asked);
    if (id === undefined) return updateMany(context, asked, draft, shelf);
    const thing = await shelf.find(id);
    if (await isMissed(context, shelf, id, thing)) {
      return context.notFound(id, thing !== undefined) ?? draft;
    }
    // What the example shows is there as well, until it is changed.
    const before = thing?.fields ?? shownBefore(context, draft, id);
    const next = renamed(policy, updated(context, asked, { ...thing, id, fields: before }));
    if (isRefusal(next)) return next;
    const changed = { ...next, fields: { ...next.fields, ...renewedIn(policy, draft.value) } };
    if (isEqual(changed.id, id)) await shelf.put(changed);
    else {
      // What only an example shows has no place yet.
      if (!thing) await shelf.put({ id, fields: {}, isDeleted: true });
      await (thing ? shelf.replace(id, changed) : shelf.put(changed));
    }
    if (policy.items !== undefined) return showAll(context, asked, draft);
    return thing || policy.inferred ? show(context, draft, changed) : draft;
  },

  async upsert(context, asked, draft, shelf) {
    const id = requestedId(context, asked);
    const thing = id === undefined ? undefined : await shelf.find(id);
    return thing && !thing.isDeleted
      ? ACTIONS.update(context, asked, draft, shelf)
      : ACTIONS.create(context, asked, draft, shelf);
  },

  async delete(context, asked, draft, shelf) {
    const id = requestedId(context, asked);
    // Who names none means all.
    const all = async () => [...(await idsOn(shelf)), ...context.documented];
    const ids = Array.isArray(id) ? id : id === undefined ? await all() : [id];
    if (id !== undefined && !Array.isArray(id)) {
      const thing = await shelf.find(id);
      if (await isMissed(context, shelf, id, thing))
        return context.notFound(id, thing !== undefined) ?? draft;
      if (thing?.isMade) await emptyOld(context.surroundings, context.policy, asked, id);
      await shelf.put({ ...thing, id, fields: {}, isDeleted: true });
      return draft;
    }
    if (id === undefined) await shelf.empty();
    for (const each of ids as readonly Json[]) {
      await shelf.put({ id: each, fields: {}, isDeleted: true });
    }
    return draft;
  },
};

async function idsOn(shelf: Shelf): Promise<readonly Json[]> {
  return (await shelf.list()).map(({ id }) => id);
}

/**
 * Only a documented answer is given: an operation without one answers as if nothing had been deleted. Where
 * nobody has written down what is remembered, what was deleted is gone all the same (RFC 9110, section 15.5.5).
 */
function toNotFound(
  operation: Operation,
  { name, inferred }: ResourcePolicy,
  id: Json,
  isDeleted: boolean,
): Refusal | undefined {
  const status = statusOfRefusal(operation, 'notFound');
  const isDocumented = responseFor(operation, status) !== undefined;
  if (!isDocumented && !(inferred && isDeleted)) return undefined;
  const shown = `"${textOf(id).slice(0, 100)}"`;
  return refuse(
    'notFound',
    inferred ? `There is no ${shown} at ${name}.` : `There is no ${name} ${shown}.`,
    {
      constraint: inferred
        ? append('#/paths', operation.path)
        : append(operation.pointer, 'x-resource'),
      stage: 'behaviour',
    },
  );
}
