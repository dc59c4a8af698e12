import type { Operation } from '../../model/api-model.ts';
import { arrayOf, type Json } from '../../base/json.ts';
import { valueAt, withValueAt, type Pointer } from '../../base/json-pointer.ts';
import type { ResourcePolicy } from '../../model/policies.ts';
import { shapeAt } from '../../values/schema-shape.ts';
import {
  withValue,
  type Asked,
  type AnswerDraft,
  type Step,
  type Surroundings,
} from '../behaviour/step.ts';
import { whenThere } from '../../base/eventual.ts';
import { arrange, wayOf, type Ways } from './arrange.ts';
import { compareBy, meets, sortKeys, withFields } from '../../values/conditions.ts';
import { toPeriod } from './in-period.ts';
import { isBegun } from './owners.ts';
import { toCut } from './composed.ts';
import { toLinks } from './linked.ts';
import { isAskedFor, recounted } from './inferred-list.ts';
import { isSought, nameIn, nameOfThing, thingsListed } from './listed-kinds.ts';
import { toPager, type Pager } from './paging.ts';
import { valueOf, type StoredThing } from './shelf.ts';
import { tellNext } from './told-pages.ts';

/**
 * A list has the example's items and after them those that were made, each as it is now and without
 * those that were deleted. As long as nothing was made or deleted, the example stands as it is, or
 * the page of it that was asked for.
 */
export function toListStep(
  surroundings: Surroundings,
  operation: Operation,
  policy: ResourcePolicy,
): Step {
  const { items = '#', filter, order, fields } = policy;
  const page = toPager(surroundings.api.document, operation);
  const show = (
    asked: Asked,
    draft: AnswerDraft,
    things: readonly StoredThing[],
    isOwn: boolean,
    link: (item: Json) => Json,
  ): AnswerDraft => {
    const isBare = surroundings.isStrict || isOwn;
    const { kinds, search } = policy;
    const isAny = [filter, order, fields, policy.cut?.at, kinds?.chosen, search?.for].every(
      (it) => it === undefined || valueOf(asked, it) === undefined,
    );
    const isUntouched = things.length === 0 && !isBare && isAny;
    const part = page(asked);
    const documented = arrayOf(valueAt(draft.value, items));
    const isNatural = policy.inferred === true || part?.isUsual === true;
    const isAll =
      part === undefined || (!part.isTold && isNatural && isWhole(part, documented.length));
    if (isUntouched && isAll) return draft;
    const shape = shapeAt(surroundings.api.document, draft.media?.schema, items);
    const template = documented[0] ?? firstItem(draft, items);
    const shown = isBare ? [] : documented;
    const isInPeriod = toPeriod(policy, asked);
    const changed = new Map(things.map((thing) => [nameOfThing(thing, policy), thing]));
    // Of another kind than the example's, a thing takes from it what it must.
    const lacks = kinds && Object.keys(shape.properties);
    const present = (thing: StoredThing, example: Json | undefined): Ways | undefined =>
      thing.isDeleted || !isInPeriod(thing)
        ? undefined
        : arrange(lacks ? { ...thing, lacks } : thing, example, { shape, policy });
    const old = shown.map((item): Ways | undefined => {
      const thing = changed.get(nameIn(item, policy));
      return thing ? present(thing, item) : [() => item];
    });
    const known = new Set(shown.map((item) => nameIn(item, policy)));
    const made = things.filter(
      (thing) =>
        !known.has(nameOfThing(thing, policy)) && (!policy.inferred || isAskedFor(thing, asked)),
    );
    // What was deleted keeps its place, by which pages that have been told of are found again.
    const places = [...old, ...made.map((thing) => present(thing, template))];
    const all = places.flatMap((ways, place) => (ways ? [{ place, ways }] : []));
    const more = all.length - documented.length;
    const wanted = fields === undefined ? undefined : valueOf(asked, fields);
    const cut = toCut(policy, policy.cut && valueOf(asked, policy.cut.at));
    const dress = (item: Json) => cut(link(withFields(item, wanted)));
    return firstValid(surroundings, policy, { draft, more }, dress, (rank) => {
      const written = wayOf(
        all.map(({ ways }) => ways),
        rank,
      );
      const list = all.map(({ place }, index) => ({ place, item: written[index] ?? null }));
      const asWanted = isUntouched ? list : wantedOf(list, policy, asked);
      if (!part?.isTold) {
        const chosen = part ? asWanted.slice(part.start, part.start + part.size) : asWanted;
        return { list: chosen.map(({ item }) => item), tell: (it) => it };
      }
      const rest = asWanted.filter(({ place }) => place >= part.start);
      const next = rest[part.size]?.place;
      return {
        list: rest.slice(0, part.size).map(({ item }) => item),
        tell: (it) => tellNext(surroundings, asked, it, next),
      };
    });
  };
  return (asked, draft) =>
    whenThere(thingsListed(surroundings, policy, asked), (things) =>
      whenThere(isBegun(surroundings, policy, asked), (isOwn) =>
        whenThere(toLinks(surroundings, policy, asked), (link) =>
          show(asked, draft, things, isOwn, link),
        ),
      ),
    );
}

function isWhole({ start, size }: NonNullable<ReturnType<Pager>>, length: number): boolean {
  return start === 0 && size >= length;
}

/** The first item that any of the examples shows. */
function firstItem({ media }: AnswerDraft, items: Pointer): Json | undefined {
  const lists = (media?.examples ?? []).map(({ value }) => arrayOf(valueAt(value, items)));
  return lists.find((list) => list.length > 0)?.[0];
}

/** An item, and its place among all that ever were. */
interface Placed {
  readonly place: number;
  readonly item: Json;
}

/** Those that a request wants to see, in its order. */
function wantedOf(
  list: readonly Placed[],
  policy: ResourcePolicy,
  asked: Asked,
): readonly Placed[] {
  const said = (place: Pointer | undefined) =>
    place === undefined ? undefined : valueOf(asked, place);
  const met = list.filter(
    ({ item }) => meets(item, said(policy.filter), policy) && isSought(item, policy, asked),
  );
  const keys = sortKeys(said(policy.order));
  return keys.length === 0
    ? met
    : met.toSorted((one, other) => compareBy(keys, one.item, other.item));
}

/** How things are written, and whether without what nobody has asked for. */
const WAYS = [true, false].flatMap((isCut) => [0, 1, 2, 3].map((rank) => [rank, isCut] as const));

/** The items of an answer, and how it tells of those that come after. */
interface Shown {
  readonly list: readonly Json[];
  readonly tell: (shaped: AnswerDraft) => AnswerDraft;
}

function firstValid(
  { api }: Surroundings,
  policy: ResourcePolicy,
  { draft, more }: { readonly draft: AnswerDraft; readonly more: number },
  dress: (item: Json) => Json,
  listFor: (rank: number) => Shown,
): AnswerDraft {
  const { items = '#', count } = policy;
  for (const [rank, isCut] of WAYS) {
    const { list, tell } = listFor(rank);
    const part = isCut ? list.map(dress) : list;
    const value = withValueAt(draft.value, items, part);
    const isCounted = count !== undefined && valueAt(value, count) !== undefined;
    const counted = isCounted ? withValueAt(value, count, list.length) : value;
    const told = policy.inferred ? recounted(counted, items, more) : counted;
    const shaped = withValue(api, draft, told);
    if (shaped !== draft) return tell(shaped);
  }
  return draft;
}
