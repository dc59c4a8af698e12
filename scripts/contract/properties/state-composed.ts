import { objectOf, textOf, type Json } from '../../base/json.ts';
import { append, pointerOf, valueAt } from '../../base/json-pointer.ts';
import { asThing } from '../../model/named.ts';
import { insist } from '../flows/insist.ts';
import { successJson } from '../flows/json-answer.ts';
import { actingOf, createThing } from '../flows/things.ts';
import { shorten } from '../judges/words.ts';
import type { Property } from '../property.ts';

export const stateComposed: Property = {
  id: 'state.composed',
  title: 'texts that other values of a new thing make up are made of those',
  writes: true,
  unless: ({ operation: { resource } }) =>
    resource?.composed && resource.action === 'create'
      ? undefined
      : 'no text of a new thing is made of its other values',
  check: (all) =>
    insist(all, async (bench) => {
      const { operation, complain, learnNothing } = bench;
      const creator = actingOf(operation);
      const thing = creator && (await createThing(bench, creator, `${operation.id} composed`));
      if (!thing) return learnNothing('nothing could be created');
      const { composed = {}, item = '#', name } = creator.policy;
      const answered = valueAt(successJson(thing.answered) ?? null, item);
      const one = Array.isArray(answered) ? (answered as readonly Json[])[0] : answered;
      const told = asThing(creator.policy, objectOf(one));
      let isTried = false;
      for (const [property, parts] of Object.entries(composed)) {
        const shown = told[property];
        const wanted = composedOf(parts, { ...thing.input, ...told });
        // What the request says itself is the client's.
        if (shown === undefined || wanted === undefined || Object.hasOwn(thing.input, property))
          continue;
        isTried = true;
        if (shown === wanted) continue;
        complain(
          {
            message: `"${property}" of a new ${name} is not made of its other values`,
            clause: append(operation.pointer, 'x-resource', 'composed', property),
            states: `composed: ${property}: ${shorten(parts)}`,
            seen: `${property} is ${shorten(shown)}, and not ${shorten(wanted)}`,
          },
          thing.answered,
        );
      }
      if (!isTried) learnNothing('its answer does not show what it is made of');
    }),
};

/** The text that values make up; undefined where one of them is not known. */
function composedOf(parts: string, thing: Json): string | undefined {
  const known = [...parts.matchAll(/\{(#[^{}]*)\}/g)].map(([, at = '#']) =>
    valueAt(thing, pointerOf(at)),
  );
  if (known.some((it) => it === undefined || it === null)) return undefined;
  let next = 0;
  return parts.replaceAll(/\{#[^{}]*\}/g, () => textOf(known[next++] ?? ''));
}
