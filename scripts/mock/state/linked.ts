import { arrayOf, isObject, objectOf, textOf, type Json } from '../../base/json.ts';
import { append, tokensOf, valueAt, withValueAt, type Pointer } from '../../base/json-pointer.ts';
import { inTurn, whenThere, type Eventual } from '../../base/eventual.ts';
import type { ResourcePolicy } from '../../model/policies.ts';
import { shapeAt } from '../../values/schema-shape.ts';
import type { Asked, Surroundings } from '../behaviour/step.ts';
import { ownersIn } from './owners.ts';
import { around, describedBy } from './members.ts';
import { presentWithin } from './present.ts';
import { valueOf } from './shelf.ts';

type Show = (item: Json) => Json;

const AS_IT_IS: Show = (item) => item;

/** Puts linked things in the place of references to them, where a request wants it (`linked`). */
export function toLinks(
  surroundings: Surroundings,
  policy: ResourcePolicy,
  asked: Asked,
): Eventual<Show> {
  const { linked } = policy;
  if (linked === undefined) return AS_IT_IS;
  const described = describedBy(surroundings.api, (it) => it === policy.name);
  const links = described?.members.links;
  const wanted = valueOf(asked, linked) ?? usualAt(surroundings, asked, linked);
  if (!described || !links || (wanted !== true && !Array.isArray(wanted))) return AS_IT_IS;
  const names = new Set(arrayOf(wanted).map(textOf));
  return whenThere(around(surroundings, described, policy, asked), (found) => {
    if (!found) return AS_IT_IS;
    const places = [...found.members].flatMap(([name, member]) => {
      const type = textOf(valueAt(member, described.members.type) ?? null);
      const target = valueAt(member, links.to);
      const isWanted = links.types.includes(type) && (wanted === true || names.has(name));
      return isWanted && typeof target === 'string' ? [{ name, target }] : [];
    });
    const owners = ownersIn(policy, asked).slice(0, -1);
    const loaded = inTurn(places, ({ name, target }) =>
      whenThere(
        presentWithin(surroundings, asked.namespace, described.maker, [...owners, target]),
        (things) => {
          const key = described.maker.key ?? '#';
          const known = new Map(
            things.map(({ id, fields }) => [textOf(id), withValueAt(fields, key, id)]),
          );
          return { name, known };
        },
      ),
    );
    return whenThere(loaded, (all) => (item: Json) => {
      if (!isObject(item)) return item;
      const own = all.flatMap(({ name, known }) => {
        const value = item[name];
        if (value === undefined || value === null) return [];
        const link = (it: Json) => known.get(textOf(it)) ?? it;
        return [[name, Array.isArray(value) ? arrayOf(value).map(link) : link(value)] as const];
      });
      return { ...objectOf(item), ...Object.fromEntries(own) };
    });
  });
}

/** The stated default of a place in the body, whichever form the body has. */
function usualAt({ api }: Surroundings, { operation }: Asked, place: Pointer): Json | undefined {
  const tokens = tokensOf(place);
  const object = append('#', ...tokens.slice(0, -1));
  const { properties } = shapeAt(api.document, operation.body?.content[0]?.schema, object);
  return objectOf(properties[tokens.at(-1) ?? ''])['default'];
}
