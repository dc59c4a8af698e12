import { arrayOf, objectOf, textOf, type Json, type JsonObject } from '../../base/json.ts';
import { valueAt } from '../../base/json-pointer.ts';
import { inTurn, whenThere, type Eventual } from '../../base/eventual.ts';
import type { ApiModel } from '../../model/api-model.ts';
import type { ResourcePolicy } from '../../model/policies.ts';
import type { Asked, Surroundings } from '../behaviour/step.ts';
import { distinctValues } from './distinct.ts';
import { asThing, keyProperty } from '../../model/named.ts';
import { momentsOf } from './moments.ts';
import { completed, nextPlace, withNumber } from './composed.ts';
import { namedOwners } from './known-owners.ts';
import { holderOf, isBegunWithin, makerOf, begunMark, ownersIn } from './owners.ts';
import { shelfWithin, valueOf } from './shelf.ts';

/** What a new thing has within it: what its request lists, and what each has from the start. */
export function fillNew(
  surroundings: Surroundings,
  policy: ResourcePolicy,
  asked: Asked,
  id: Json,
): Eventual<unknown> {
  const owners = [...ownersIn(policy, asked), textOf(id)];
  return inTurn(policy.holds ?? [], ({ name, input, always = [] }) => {
    const { store, api } = surroundings;
    const marked = store.set(begunMark(surroundings, asked.namespace, name, owners), 'it', '1');
    const maker = makerOf(api, name);
    const property = maker && keyProperty(maker);
    if (!maker || property === undefined) return marked;
    const listed = arrayOf(input === undefined ? undefined : valueOf(asked, input));
    const shelf = shelfWithin(surroundings, asked.namespace, name, owners);
    const told: JsonObject = objectOf(valueAt(exampleOf(api, maker), maker.item ?? '#'));
    return whenThere(marked, () =>
      inTurn([...always, ...listed.map((it) => asThing(maker, objectOf(it)))], (fields) =>
        whenThere(distinctValues(surroundings, asked, maker, asThing(maker, told)), (own) => {
          const key = fields[property];
          if (key === undefined) return undefined;
          const moments = momentsOf(surroundings, name, 'made');
          return whenThere(nextPlace(surroundings, asked.namespace, maker, owners), (place) => {
            const whole = completed(maker.initial ?? {}, { ...moments, ...own, ...fields });
            const numbered = withNumber(maker, whole, place);
            return shelf.put({ id: key, fields: numbered, isDeleted: false, isMade: true });
          });
        }),
      ),
    );
  });
}

/** What the maker of a kind shows as an example of a new one. */
function exampleOf({ operations }: ApiModel, maker: ResourcePolicy): Json {
  const operation = operations.find((it) => it.resource === maker);
  const success = operation?.responses.find(({ status }) => status.startsWith('2'));
  return success?.content.flatMap((it) => it.examples)[0]?.value ?? null;
}

/** What goes with a thing that requests had made: all that is within it. */
export function emptyOld(
  surroundings: Surroundings,
  policy: ResourcePolicy,
  asked: Asked,
  id: Json,
): Eventual<unknown> {
  const held = makerOf(surroundings.api, policy.name)?.holds ?? [];
  const owners = [...ownersIn(policy, asked), textOf(id)];
  return inTurn(held, ({ name }) => {
    const shelf = shelfWithin(surroundings, asked.namespace, name, owners);
    return whenThere(shelf.list(), (things) =>
      inTurn(things, (it) => shelf.put({ ...it, fields: {}, isDeleted: true })),
    );
  });
}

/**
 * The thing that what a request is about is within, where there is none: it was made by a request and is deleted, or
 * no request has made it, and it is within one that was made, or within none and no example names it.
 */
export function goneOwner(
  surroundings: Surroundings,
  policy: ResourcePolicy,
  asked: Asked,
): Eventual<{ readonly name: string; readonly id: string } | undefined> {
  const chain: { readonly name: string; readonly owners: readonly string[] }[] = [];
  let owners = ownersIn(policy, asked);
  let holder = holderOf(surroundings.api, policy.name);
  while (holder && owners.length > 0) {
    chain.push({ name: holder.name, owners });
    owners = owners.slice(0, -1);
    holder = holderOf(surroundings.api, holder.name);
  }
  const found = inTurn(chain, (it): Eventual<{ name: string; id: string } | undefined> => {
    const id = it.owners.at(-1) ?? '';
    const shelf = shelfWithin(surroundings, asked.namespace, it.name, it.owners.slice(0, -1));
    const gone = { name: it.name, id };
    return whenThere(shelf.find(id), (thing) => {
      if (thing) return thing.isDeleted && thing.isMade ? gone : undefined;
      const { api } = surroundings;
      const kept = makerOf(api, it.name);
      if (!kept) return undefined;
      const isNamed = namedOwners(api, it.name, (kind) => holderOf(api, kind)?.name).has(id);
      return whenThere(
        isBegunWithin(surroundings, asked.namespace, kept, it.owners.slice(0, -1)),
        (isOwn) => (isOwn || (!isNamed && it.owners.length === 1) ? gone : undefined),
      );
    });
  });
  return whenThere(found, (all) => all.find((it) => it !== undefined));
}
