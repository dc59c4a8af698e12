import { isEqual, textOf, type Json } from '../../base/json.ts';
import { withValueAt } from '../../base/json-pointer.ts';
import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { KeptDraft, MadeThing, PremiseRequest } from '../../result/premise.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { exampleDrafts, type Draft } from '../generation/draft.ts';
import { withFreshKey } from '../generation/fresh-key.ts';
import { aboutValues, valuesIn } from '../things/feed.ts';
import { kindNamed, kindsIn, kindsOf } from '../things/kinds.ts';
import { membersOfThings } from '../things/members-of-things.ts';
import type { Ask } from '../things/ask.ts';
import { thingsShown } from '../things/shown-things.ts';

/** What came of making things again: their new ids, or why there are none. */
export type Remade = { readonly ids: readonly Json[] } | { readonly reason: string };

interface RemakeOptions {
  readonly api: ApiModel;
  readonly ask: Ask;
  /** What makes the keys of these requests others than those of the run (`Idempotency-Key`). */
  readonly salt: string;
}

/** A thing of the run, and what it is called now. */
interface Renamed extends MadeThing {
  readonly now: readonly Json[];
}

/**
 * Sends again what made and changed the things of a finding, in order, each about what the requests before it made
 * now. The first that is not answered with success ends it, unless the server failed at it then as well, or what it would
 * make is still there.
 */
export async function remake(
  makings: readonly PremiseRequest[],
  { api, ask, salt }: RemakeOptions,
): Promise<Remade> {
  const renamed: Renamed[] = [];
  const isThere = async (thing: MadeThing): Promise<boolean> => {
    const reader = kindsOf(api).find(({ one }) => one === thing.path)?.reader;
    const [draft] = reader ? exampleDrafts(api, reader) : [];
    return Boolean(
      reader && draft && isSuccess(await ask(reader, aboutValues(reader, draft, thing.values))),
    );
  };
  for (const [at, { operation: id, request, draft: kept, made, isFailed }] of makings.entries()) {
    const operation = api.operations.find((it) => it.id === id);
    const which = `${request} ${made.length > 0 ? 'made' : 'changed'} what the finding is about, and`;
    if (!operation) return { reason: `${which} is not described any more` };
    const draft = kept && draftOf(operation, kept);
    if (!draft) return { reason: `${which} is too long to be kept in a report` };
    const named = withNewIds(api, operation, draft, renamed);
    const fresh = withFreshKey(api, operation, named, `${salt} ${at}`);
    const exchange = await ask(operation, fresh);
    if (isFailed) continue;
    if (!isSuccess(exchange)) {
      const areThere = made.length > 0 && (await all(made, isThere));
      if (!areThere) return { reason: `${which} ${told(exchange)} now` };
      renamed.push(...made.map((it) => ({ ...it, now: it.values })));
      continue;
    }
    const shown = exchange ? thingsShown(api, operation, fresh, exchange) : [];
    for (const thing of made) {
      const own = shown.find((it) => it.isMade && it.kind.one === thing.path)?.values;
      // Whoever puts a thing somewhere names it.
      const now = own ?? (operation.method === 'put' ? thing.values : undefined);
      if (!now) return { reason: `the answer to ${request} does not tell what it made` };
      renamed.push({ ...thing, now });
    }
  }
  return { ids: renamed.flatMap(({ now }) => now.slice(-1)) };
}

async function all<Item>(
  items: readonly Item[],
  holds: (item: Item) => Promise<boolean>,
): Promise<boolean> {
  for (const item of items) if (!(await holds(item))) return false;
  return true;
}

function isSuccess(exchange: Exchange | undefined): boolean {
  const status = exchange?.response?.status ?? 0;
  return status >= 200 && status < 300;
}

function told(exchange: Exchange | undefined): string {
  if (!exchange) return 'cannot be sent';
  return exchange.response ? `is answered ${exchange.response.status}` : 'is not answered';
}

/** A draft as a report keeps it, with the operation's parameters; one that is not documented any more is left out. */
function draftOf({ parameters }: Operation, kept: KeptDraft): Draft {
  return {
    parameters: kept.parameters.flatMap(({ in: place, name, value }) => {
      const parameter = parameters.find((it) => it.in === place && it.name === name);
      return parameter ? [{ parameter, value }] : [];
    }),
    body: kept.body,
  };
}

/** A request about the same things, by the ids that they have now: in its path, its query and its body. */
function withNewIds(
  api: ApiModel,
  operation: Operation,
  draft: Draft,
  renamed: readonly Renamed[],
): Draft {
  const about = kindsIn(api, operation.path).reduce((own, kind) => {
    const values = valuesIn(operation, draft, kind);
    const thing = renamed.find((it) => it.path === kind.one && areEqual(it.values, values));
    return thing ? aboutValues(operation, own, thing.now) : own;
  }, draft);
  const newId = (path: string, id: Json): Json | undefined =>
    renamed.find((it) => it.path === path && areEqual(it.values, [id]))?.now.at(-1);
  const parameters = about.parameters.map((given) => {
    const { parameter, value } = given;
    const kind = parameter.in === 'query' ? kindNamed(api, parameter.name) : undefined;
    const id = kind && newId(kind.one, value);
    return id === undefined ? given : { parameter, value: id };
  });
  const { body } = about;
  if (!body) return { ...about, parameters };
  const value = membersOfThings(api, body.value).reduce((whole, it) => {
    const id = newId(it.kind.one, it.value);
    return id === undefined ? whole : withValueAt(whole, it.at, id);
  }, body.value);
  return { ...about, parameters, body: { ...body, value } };
}

function areEqual(left: readonly Json[], right: readonly Json[] | undefined): boolean {
  return (
    left.length === right?.length &&
    left.every((it, at) => isEqual(it, right[at] ?? null) || textOf(it) === textOf(right[at]))
  );
}
