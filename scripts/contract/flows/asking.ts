import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { Json } from '../../base/json.ts';
import type { Bench } from '../bench.ts';
import { exampleDrafts, type Draft } from '../generation/draft.ts';
import type { Letter } from '../letterbox.ts';
import { placeIn } from './places.ts';
import { aboutThing, actingOf, createThing, creatorOf, type Thing } from './things.ts';

/** The webhooks whose receivers are asked before an operation goes on (`x-veto`). */
export function webhooksBefore({ webhooks }: ApiModel, { id }: Operation): readonly Operation[] {
  return webhooks.filter(({ veto }) => veto?.before.includes(id));
}

/** Why webhooks are not tried on an operation; undefined where one asks and somebody listens. */
export function needsListener(
  api: ApiModel,
  operation: Operation,
  isListening: boolean,
): string | undefined {
  if (webhooksBefore(api, operation).length === 0) return 'no webhook asks before it goes on';
  return isListening ? undefined : 'nobody listens for webhooks: --webhook-port';
}

/** Why nothing can be written by an operation on purpose; undefined where something can. */
export function needsThing(api: ApiModel, operation: Operation): string | undefined {
  const acting = actingOf(operation);
  if (!acting || acting.policy.action === 'create' || creatorOf(api, acting)) return undefined;
  return `no operation creates a ${acting.policy.name}`;
}

/** A request that changes something, and the thing that it is about where there is one before. */
export interface Write {
  readonly draft: Draft;
  readonly thing: Thing | undefined;
}

/** A write by the documented example, about a thing of its own; undefined where none could be created. */
export async function prepareWrite(bench: Bench, label: string): Promise<Write | undefined> {
  const { api, operation } = bench;
  const acting = actingOf(operation);
  if (!acting || acting.policy.action === 'create') {
    const [draft] = exampleDrafts(api, operation);
    return draft && { draft, thing: undefined };
  }
  const creator = creatorOf(api, acting);
  const thing = creator && (await createThing(bench, creator, `${operation.id} ${label}`));
  const draft = thing && aboutThing(api, acting, thing);
  return draft && { draft, thing };
}

/** What a write says of the thing: several things where it is a list of them. */
export function inputOf({ resource }: Operation, draft: Draft): Json | undefined {
  return placeIn(draft, resource?.input ?? '#');
}

/** The letters of a webhook; an address may serve all webhooks, so that it does not tell. */
export function lettersOf(letters: readonly Letter[], { path }: Operation): readonly Letter[] {
  return letters.filter(({ webhook }) => webhook === path || webhook === '');
}
