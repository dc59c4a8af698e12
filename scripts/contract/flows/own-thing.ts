import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { ResourcePolicy } from '../../model/policies.ts';
import { resourceOf } from '../../model/resource-of.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { objectOf, type Json, type JsonObject } from '../../base/json.ts';
import type { Bench } from '../bench.ts';
import type { Draft } from '../generation/draft.ts';
import { isSuccess } from './json-answer.ts';
import { wholeList } from './paging.ts';
import { placeIn } from './places.ts';
import { aboutThing, createThing, isShowing, thingIn, type Acting, type Thing } from './things.ts';

/** What operations do to one kind of thing: as `x-resource` says, else as paths and schemas do. */
interface Kind {
  readonly acting: Acting;
  readonly creator: Acting | undefined;
  readonly reader: Acting | undefined;
  readonly list: Acting | undefined;
}

/** A thing that a check has made for itself, and that was there when it was read. */
export interface OwnThing {
  readonly thing: Thing;
  /** The request of the operation on trial that is about it. */
  readonly draft: Draft;
  readonly reader: Acting;
  /** How it is asked for. */
  readonly question: Draft;
  readonly read: () => Promise<Exchange>;
  /** What an answer shows of it; undefined where it does not. */
  readonly shownIn: (answered: Exchange) => Json | undefined;
}

export function thingsAround({ operations }: ApiModel, operation: Operation): Kind | undefined {
  const policy = resourceOf(operation);
  if (!policy) return undefined;
  const alike = operations.flatMap((it): Acting[] => {
    const own = resourceOf(it);
    return own?.name === policy.name ? [{ operation: it, policy: own }] : [];
  });
  const first = (...actions: readonly ResourcePolicy['action'][]) =>
    actions.flatMap((action) => alike.filter((it) => it.policy.action === action));
  const list = first('list').find(isShowing);
  return {
    acting: { operation, policy },
    creator: first('create', 'upsert')[0],
    reader: first('read')[0] ?? list,
    list,
  };
}

/** Why no thing can be made that an operation is then asked about; undefined where one can. */
export function needsOwnThing(
  api: ApiModel,
  operation: Operation,
  actions: readonly ResourcePolicy['action'][],
): string | undefined {
  const kind = thingsAround(api, operation);
  if (!kind || !actions.includes(kind.acting.policy.action))
    return `the operation does not ${actions.join(' or ')} what the API remembers`;
  const { name } = kind.acting.policy;
  if (!kind.creator) return `no operation creates a ${name}`;
  return kind.reader ? undefined : `no operation shows a ${name}`;
}

/** Makes a thing and reads it; undefined where it cannot be made, or is not shown: that is for others to judge. */
export async function ownThing(bench: Bench, label: string): Promise<OwnThing | undefined> {
  const { api, operation, exchange } = bench;
  const { acting, creator, reader } = thingsAround(api, operation) ?? {};
  if (!acting || !creator || !reader) return undefined;
  const thing = await createThing(bench, creator, `${operation.id} ${label}`);
  const draft = thing && aboutThing(api, acting, thing);
  const question = thing && aboutThing(api, reader, thing);
  if (!draft || !question) return undefined;
  const plain = wholeList(api, reader, question);
  const read = () => exchange(plain, { operation: reader.operation });
  const shownIn = (answered: Exchange) =>
    isSuccess(answered) ? thingIn(reader, answered, thing.id) : undefined;
  if (shownIn(await read()) === undefined) return undefined;
  return { thing, draft, reader, question: plain, read, shownIn };
}

/** What a request says of a thing: of the first where it names several. */
export function saidIn({ policy }: Acting, draft: Draft): JsonObject {
  const given = placeIn(draft, policy.input ?? '#');
  return objectOf(Array.isArray(given) ? (given as readonly Json[])[0] : given);
}
