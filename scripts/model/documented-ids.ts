import { textOf, type Json } from '../base/json.ts';
import { valueAt } from '../base/json-pointer.ts';
import type { ApiModel } from './api-model.ts';
import type { ResourcePolicy } from './policies.ts';

/** The ids that examples use for things of a kind: what is new must not be taken for one of them. */
export function documentedIds({ operations }: ApiModel, name: string): ReadonlySet<string> {
  const own = operations.filter(({ resource }) => resource?.name === name);
  return new Set(
    own.flatMap(({ responses, resource }) =>
      responses.flatMap(({ content }) =>
        content.flatMap(({ examples }) =>
          examples.flatMap(({ value }) => idsIn(value, resource).map(textOf)),
        ),
      ),
    ),
  );
}

function idsIn(example: Json, resource: ResourcePolicy | undefined): readonly (Json | undefined)[] {
  const { key, item = '#', items } = resource ?? {};
  if (key === undefined) return [];
  const things = [valueAt(example, items ?? item) ?? null].flat() as readonly Json[];
  return things.map((thing) => valueAt(thing, key));
}
