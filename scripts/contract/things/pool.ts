import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { Exchange, WireRequest } from '../../wire/exchange.ts';
import { exampleDrafts, type Draft } from '../generation/draft.ts';
import type { Ask } from './ask.ts';
import { deleteThings, isMissing, type Cleaning } from './delete-things.ts';
import { createDeeds, type Deeds } from './deeds.ts';
import { draftsToMake } from './drafts-to-make.ts';
import {
  thingAddress,
  kindsInBody,
  leadsTo,
  leadsBelow,
  withThing,
  withThingsInBody,
  valuesIn,
  type IsFixed,
} from './feed.ts';
import { isDeleting, kindsIn, type ThingKind } from './kinds.ts';
import { createKnownThings, type KnownThing } from './known-things.ts';
import { thingsShown } from './shown-things.ts';

/** A thing, and what made it. */
interface MadeThing {
  readonly thing: Pick<KnownThing, 'kind' | 'values'> & { isTaken: boolean };
  readonly draft: Draft;
  readonly exchange: Exchange;
}

/** The things of one run: what its answers have shown, and what it has made. */
export interface Pool {
  /** Learns from an answer to a request of an operation, sent as a well-behaved client does or not. */
  readonly see: (operation: Operation, draft: Draft, exchange: Exchange, isPlain: boolean) => void;
  /** The same request about things that are there, but for what has to stay as it is. */
  readonly feed: (
    operation: Operation,
    draft: Draft,
    ask: Ask,
    isFixed?: IsFixed,
  ) => Promise<Draft>;
  /** The same for a request that changes nothing: about another thing each time, the newest first, where that is wanted. */
  readonly feedInTurns: (operation: Operation, draft: Draft, ask: Ask) => Promise<Draft>;
  /** The path of the thing that a request is about; undefined where no answer has shown it. */
  readonly thingIn: (operation: Operation, draft: Draft) => string | undefined;
  /** Whether a request is about a thing that the run has not made. */
  readonly isOfOthers: (operation: Operation, draft: Draft) => boolean;
  /** Makes a thing that no other check is about; undefined where none can be made, or nothing says which it is. */
  readonly makeForOne: (kind: ThingKind, ask: Ask) => Promise<MadeThing | undefined>;
  /** Why a request that is about to be sent must not be; undefined where it may be. */
  readonly whySpared: (operation: Operation, request: WireRequest) => string | undefined;
  /** What the run has done to the things that an exchange is about. */
  readonly behind: Deeds['behind'];
  /** The path of a thing that has been there and that a request leads to, or to what it has; undefined where it leads to none. */
  readonly thingOn: (request: WireRequest) => string | undefined;
  /** Deletes what the run has made and not deleted, the newest first, and says what is left. */
  readonly cleanUp: (ask: Ask, isOver: () => boolean) => Promise<Cleaning>;
}

interface PoolOptions {
  readonly api: ApiModel;
  /** Base addresses of the servers. */
  readonly targets: readonly string[];
  /** Whether something may be made. */
  readonly writes: boolean;
  /** Whether whatever is there may be deleted. */
  readonly isThrowAway: boolean;
  /** Whether reads that compare nothing are about another thing each time: what is there then depends on the server's speed. */
  readonly readsInTurns?: boolean | undefined;
}

/** Things of a kind that are made on purpose, and times in a row that it may fail before it is given up. */
const MOST_MADE = 1000;
const ATTEMPTS = 3;
/** Times that a kind is looked for again when all of its things are gone. */
const SEARCHES = 4;

/** Remembers what a server shows, so that later requests are about things that are there. */
export function createPool({
  api,
  targets,
  writes,
  isThrowAway,
  readsInTurns = false,
}: PoolOptions): Pool {
  const bases = targets.map((it) => URL.parse(it)?.pathname.replace(/\/$/, '') ?? '');
  const things = createKnownThings(bases);
  const { usable } = things;
  const deeds = createDeeds(api, bases);
  const searches = new Map<ThingKind, { times: number; made: number; barren: number }>();
  const searching = new Map<ThingKind, Promise<void>>();
  /** The first request of an operation that made a thing. */
  const making = new Map<Operation, Draft>();

  // What comes after what, in requests and answers.
  const begun = new WeakMap<WireRequest, number>();
  let clock = 0;

  const stateOf = (kind: ThingKind) => {
    const known = searches.get(kind) ?? { times: 0, made: 0, barren: 0 };
    searches.set(kind, known);
    return known;
  };
  /** Who names a thing in a body may do anything to it: the run's own, unless all is to be thrown away. */
  const usableInBody = (kind: ThingKind): KnownThing | undefined => {
    const thing = usable(kind);
    return thing?.isMade || isThrowAway ? thing : undefined;
  };
  const isSatisfied = (kind: ThingKind): boolean => {
    const thing = usable(kind);
    if (thing?.isHinted) return false;
    const isMakeable = writes && kind.maker && stateOf(kind).barren === 0;
    return thing !== undefined && (thing.isMade || !isMakeable);
  };
  const see: Pool['see'] = (operation, draft, exchange, isPlain) => {
    const { request, response } = exchange;
    const path = pathOf(request);
    if (!response || path === undefined) return;
    const isSuccess = response.status >= 200 && response.status < 300;
    const isDeleted = isSuccess && request.method === 'DELETE';
    if (isDeleted || (isMissing(exchange) && isPlain && request.method === 'GET')) {
      things.forget(path);
    }
    if (request.method.toLowerCase() !== operation.method) return;
    const all = thingsShown(api, operation, draft, exchange);
    const hasMade = isPlain && draft.broken === undefined && all.some((it) => it.isMade);
    if (hasMade && !making.has(operation)) making.set(operation, draft);
    deeds.note(
      operation,
      draft,
      exchange,
      all.filter((it) => it.isMade),
    );
    const begunAt = begun.get(request) ?? Infinity;
    for (const it of all) things.note(it, begunAt, () => (clock += 1));
  };

  const make = async (kind: ThingKind, ask: Ask): Promise<MadeThing | undefined> => {
    const { maker } = kind;
    const state = stateOf(kind);
    if (kind.parent) await stock(kind.parent, ask);
    const known = maker && making.get(maker);
    const patience = known ? 2 * ATTEMPTS : ATTEMPTS;
    if (!maker || !writes || state.made >= MOST_MADE || state.barren >= patience) return undefined;
    const time = state.made;
    state.made += 1;
    for (const unfed of draftsToMake(api, maker, time, known)) {
      const draft = fed(maker, unfed);
      const before = new Set(things.all());
      const exchange = await ask(maker, draft);
      const shown = exchange ? thingsShown(api, maker, draft, exchange) : [];
      const addresses = shown.map((it) => thingAddress(it.kind, it.values));
      const thing = things
        .all()
        .find(
          (it) =>
            it.kind === kind && it.isMade && !before.has(it) && addresses.includes(it.address),
        );
      if (!thing || !exchange) continue;
      state.barren = 0;
      return { thing, draft, exchange };
    }
    state.barren += 1;
    return undefined;
  };
  const makeForOne = async (kind: ThingKind, ask: Ask): Promise<MadeThing | undefined> => {
    const made = await make(kind, ask);
    if (made) made.thing.isTaken = true;
    return made;
  };
  const search = async (kind: ThingKind, ask: Ask): Promise<void> => {
    const state = stateOf(kind);
    if (isSatisfied(kind) || state.times >= SEARCHES) return;
    state.times += 1;
    if (kind.parent) await stock(kind.parent, ask);
    // What is there first: what is made is then known to be new.
    if (kind.list) {
      const [draft] = exampleDrafts(api, kind.list);
      if (draft) await ask(kind.list, fed(kind.list, draft));
    }
    if (!isSatisfied(kind)) await make(kind, ask);
  };
  const stock = (kind: ThingKind, ask: Ask): Promise<void> => {
    const running = searching.get(kind) ?? search(kind, ask).finally(() => searching.delete(kind));
    if (!isSatisfied(kind)) searching.set(kind, running);
    return running;
  };
  const aboutIn = (operation: Operation, draft: Draft): KnownThing | undefined => {
    const inner = kindsIn(api, operation.path).at(-1);
    const values = inner && valuesIn(operation, draft, inner);
    return values && things.at(thingAddress(inner, values) ?? '');
  };
  const fed = (operation: Operation, draft: Draft): Draft =>
    withThingsInBody(api, operation, withThing(api, operation, draft, usable), usableInBody);

  return {
    see,
    async feed(operation, draft, ask, isFixed) {
      const inner = kindsIn(api, operation.path).at(-1);
      if (inner) await stock(inner, ask);
      const made = inner && isDeleting(operation) ? await makeForOne(inner, ask) : undefined;
      const own = made?.thing;
      const thingOf = (kind: ThingKind) => (kind === inner && own) || usable(kind);
      for (const { kind } of kindsInBody(api, operation, draft)) await stock(kind, ask);
      const about = withThing(api, operation, draft, thingOf, isFixed);
      return withThingsInBody(api, operation, about, usableInBody, isFixed);
    },
    async feedInTurns(operation, draft, ask) {
      const inner = kindsIn(api, operation.path).at(-1);
      if (inner) await stock(inner, ask);
      return withThing(api, operation, draft, (kind) =>
        kind === inner && readsInTurns ? things.another(kind) : usable(kind),
      );
    },
    thingIn: (operation, draft) => aboutIn(operation, draft)?.address,
    isOfOthers: (operation, draft) => aboutIn(operation, draft)?.isMade === false,
    makeForOne,
    behind: deeds.behind,
    thingOn(request) {
      const path = pathOf(request) ?? '';
      const on = ({ address }: KnownThing) =>
        leadsTo(bases, path, address) || leadsBelow(bases, path, address);
      return things.all().findLast(on)?.address;
    },
    whySpared(operation, request) {
      begun.set(request, (clock += 1));
      const isRemoval = request.method === 'DELETE' || isDeleting(operation);
      const path = pathOf(request);
      if (!isRemoval || isThrowAway || path === undefined) return undefined;
      const isOwn = things
        .all()
        .some(
          (it) =>
            it.isMade && (leadsTo(bases, path, it.address) || leadsBelow(bases, path, it.address)),
        );
      return isOwn ? undefined : 'it may delete what the run did not make';
    },
    async cleanUp(ask, isOver) {
      const made = things
        .all()
        .filter((it) => it.isMade && !it.isGone)
        .toReversed();
      return await deleteThings(api, made, ask, isOver);
    },
  };
}

function pathOf({ url }: WireRequest): string | undefined {
  return URL.parse(url)?.pathname;
}
