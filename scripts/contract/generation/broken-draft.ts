import * as fc from 'fast-check';
import type { ApiModel, Operation } from '../../model/api-model.ts';
import { valueAt, type Pointer } from '../../base/json-pointer.ts';
import { NO_CREDENTIAL } from '../wire/credentials.ts';
import { encodeRequest } from '../wire/encode.ts';
import { readRequest } from '../wire/read-request.ts';
import type { Reach } from '../../result/reach.ts';
import type { RequestBreach } from '../wire/request-part.ts';
import {
  isChangeSendable,
  labelOf,
  partsOf,
  withChange,
  type Change,
  type Part,
} from './change.ts';
import { exampleDrafts, validDraft, type Draft } from './draft.ts';
import { fullDraft } from './full-draft.ts';
import { perOperation } from '../../model/per-operation.ts';
import { toChanges, withinReach, type Changes } from './reach.ts';
import { withoutReadOnly } from './without-read-only.ts';
import { ABSENT, breaksOf, type Break } from '../../values/violations.ts';

/**
 * Requests each of which breaks exactly one constraint of a documented example, one for every
 * constraint that can be broken alone: read back from what would be sent, nothing else is wrong.
 * A large body has hundreds, and each costs time: they are made when they are asked for, and of thousands
 * some of each kind.
 */
export const singleBreaks = perOperation((api, operation): Changes<Draft> =>
  toChanges((see) => makeSingleBreaks(api, operation, richDrafts(api, operation), see)),
);

/** Requests as those of `singleBreaks`, each of which breaks one constraint of a given draft. */
export function* breaksOfDraft(
  api: ApiModel,
  operation: Operation,
  draft: Draft,
): Generator<Draft, void, undefined> {
  yield* makeSingleBreaks(api, operation, [draft], () => undefined);
}

function* makeSingleBreaks(
  api: ApiModel,
  operation: Operation,
  drafts: readonly Draft[],
  see: (part: Reach) => void,
): Generator<Draft, void, undefined> {
  const found = new Set<string>();
  for (const draft of drafts) {
    const all = [...breaksIn(api, operation, draft)];
    const taken = withinReach(draft, all, ({ change }) => `${change.keyword} ${change.variant}`);
    see({ tried: taken.length, of: all.length });
    for (const { part, change } of taken) {
      const broken = firstSingle(api, operation, draft, part, change);
      if (!broken) continue;
      const { draft: request, breach } = broken;
      // One keyword asks for many properties; of the items of a list any will do.
      const place = change.keyword === 'required' ? change.instance.replaceAll(/\/\d+/g, '/*') : '';
      const clause = [breach.part, breach.constraint, change.keyword, change.variant, place].join(
        ' ',
      );
      if (found.has(clause)) continue;
      found.add(clause);
      yield request;
    }
  }
}

/** Examples, and each of them with the optional properties that it lacks. */
export const richDrafts = perOperation((api, operation): readonly Draft[] => {
  const isValid = (draft: Draft) => readDraft(api, operation, draft).length === 0;
  const examples = exampleDrafts(api, operation);
  // What a request should not have no server has to look at, whatever an example shows.
  const bare = examples.map((it) => withoutReadOnly(api, operation, it));
  const full = bare.map((it) => fullDraft(api, operation, it, isValid));
  return [...bare, ...full.filter((it) => !bare.includes(it))];
});

/** Valid requests, each with one of its constraints broken: not only examples are. */
export const brokenDraft = perOperation((api, operation): fc.Arbitrary<Draft> =>
  validDraft(api, operation).chain((draft) => {
    const all = [...breaksIn(api, operation, draft)];
    if (all.length === 0) return fc.constant(draft);
    return fc.noBias(fc.nat(all.length - 1)).chain((first) => {
      // A large draft has thousands: they are made of the one that is drawn, or else of the next that can be sent.
      for (const { part, change } of [...all.slice(first), ...all.slice(0, first)]) {
        const drafts = sendableChanges(api, draft, part, change);
        const broken = labelOf(part, change.keyword, change.instance);
        if (drafts.length > 0) return fc.constantFrom(...drafts).map((it) => ({ ...it, broken }));
      }
      return fc.constant(draft);
    });
  }),
);

function sendableChanges(api: ApiModel, draft: Draft, part: Part, change: Break): readonly Draft[] {
  return change.candidates.flatMap((value) => {
    const own: Change = { part, ...change, value };
    const changed = withChange(draft, own);
    return isChangeSendable(api, own, changed) ? [changed] : [];
  });
}

function* breaksIn(
  api: ApiModel,
  operation: Operation,
  draft: Draft,
): Generator<{ readonly part: Part; readonly change: Break }> {
  for (const part of partsOf(operation, draft)) {
    const schema = part.schema && valueAt(api.document, part.schema);
    for (const change of breaksOf(api.document, schema, part.value)) yield { part, change };
    if (!part.required) continue;
    const at = { variant: '', at: '#', instance: '#' } as const;
    yield { part, change: { keyword: 'required', ...at, candidates: [ABSENT] } };
  }
}

function firstSingle(
  api: ApiModel,
  operation: Operation,
  draft: Draft,
  part: Part,
  { keyword, at, instance, candidates }: Break,
): { readonly draft: Draft; readonly breach: RequestBreach } | undefined {
  for (const value of candidates) {
    const change: Change = { part, keyword, at, value };
    const changed = withChange(draft, change);
    if (!isChangeSendable(api, change, changed)) continue;
    const breaches = readDraft(api, operation, changed);
    const breach = breaches.find((it) => isNamed(it, part, keyword, instance));
    if (breach && isSingle(breach, breaches)) {
      return { draft: { ...changed, broken: labelOf(part, keyword, instance) }, breach };
    }
  }
  return undefined;
}

/** What is wrong with a draft once it is written down. */
export function readDraft(api: ApiModel, operation: Operation, draft: Draft): RequestBreach[] {
  return readRequest(api, '', operation, encodeRequest(api, '', operation, draft, NO_CREDENTIAL));
}

function isNamed(breach: RequestBreach, part: Part, keyword: string, instance: Pointer): boolean {
  return (
    breach.part === part.name && breach.keyword === keyword && breach.instance === instance.slice(1)
  );
}

/** Keywords that fail because something they apply fails (JSON Schema 2020-12, core, section 10.2). */
const UMBRELLAS: ReadonlySet<string> = new Set([
  'anyOf',
  'oneOf',
  'if',
  'contains',
  'propertyNames',
]);

/** Whether all other breaches come with one: as an umbrella over it, or below the same umbrella. */
function isSingle(wanted: RequestBreach, breaches: readonly RequestBreach[]): boolean {
  const umbrellas = breaches.filter(
    (it) => UMBRELLAS.has(it.keyword) && wanted.instance.startsWith(it.instance),
  );
  // Of thousands of alternatives each has something to say, and most stand below the same places.
  const over = new Set(umbrellas);
  const places = new Set(umbrellas.flatMap((it) => (it.keyword === 'if' ? [] : it.instance)));
  const isImplied = (breach: RequestBreach) =>
    breach.part === wanted.part &&
    (over.has(breach) || [...places].some((place) => breach.instance.startsWith(place)));
  return breaches.every((it) => it === wanted || isImplied(it));
}
