import * as fc from 'fast-check';
import type { ApiModel, Operation } from '../../model/api-model.ts';
import { isNumber } from '../../values/exact-numbers.ts';
import { ABSENT } from '../../values/violations.ts';
import { readDraft, richDrafts } from '../generation/broken-draft.ts';
import { validDraft, type Draft } from '../generation/draft.ts';
import { fullDraft } from '../generation/full-draft.ts';
import { FORM_PROBES } from './form-rules.ts';
import type { Inquiry } from './inquiry.ts';
import { givenAt, inputPlaces, put, type Given, type InputPlace } from './input-place.ts';
import { isFreeText } from './text-rules.ts';
import { wordOf } from './words.ts';

/** Requests that are made up to find one that is taken, and places that are then filled one by one. */
const SAMPLES = 8;
const MOST_FILLED = 12;

/** A request that a server takes each time, and what it leaves out of all that there is. */
export interface Base {
  readonly draft: Draft;
  /** Places that may be filled, and are not: with what the schema allows there they were refused. */
  readonly lacking: readonly InputPlace[];
}

/** A request that is taken, and the same with all that it leaves out; undefined where that does not show. */
export interface Start {
  readonly draft: Draft;
  readonly full: Draft;
  /** What the server makes of the full one; undefined where nothing is left out, or it cannot be sent. */
  readonly reaction: Awaited<ReturnType<Inquiry['send']>>;
}

/**
 * A request that is taken. Undefined where none is found, or where the same request is not taken again whatever it
 * is called. `known` are some that succeeded before, if any.
 */
export async function findStart(
  api: ApiModel,
  operation: Operation,
  inquiry: Inquiry,
  known: readonly Draft[],
): Promise<Start | undefined> {
  const draft = await firstTaken(api, operation, inquiry, known);
  if (!draft) return undefined;
  const isValid = (it: Draft) => readDraft(api, operation, it).length === 0;
  const full = fullDraft(api, operation, draft, isValid);
  return { draft, full, reaction: full === draft ? undefined : await inquiry.send(full) };
}

/**
 * A request that is taken, as full as can be: of what may be left out all that is taken as well, but for what is
 * known to be refused.
 */
export async function findBase(
  places: readonly InputPlace[],
  { draft, full, reaction }: Start,
  inquiry: Inquiry,
  noteRefused: NoteRefused,
): Promise<Base> {
  if (full === draft) return { draft, lacking: [] };
  if (reaction?.kind === 'taken') return { draft: full, lacking: [] };
  return await filledUp(places, draft, inquiry, noteRefused);
}

/** Hears of a place that may be left out, and of which all that was tried there was refused. */
export type NoteRefused = (
  place: InputPlace,
  values: readonly Given[],
  base: Base,
) => Promise<void>;

/**
 * A request that is taken, or one that gets as far as any: where what is asked for is not there, or a server fails,
 * the request was not refused for what it says.
 */
async function firstTaken(
  api: ApiModel,
  operation: Operation,
  inquiry: Inquiry,
  known: readonly Draft[],
): Promise<Draft | undefined> {
  const rich = richDrafts(api, operation);
  const [plain] = rich;
  const samples = fc.sample(validDraft(api, operation), { seed: 7, numRuns: SAMPLES });
  const about = samples.map((it): Draft => {
    const parameters = it.parameters.map(
      (given) =>
        (given.parameter.in === 'path' &&
          plain?.parameters.find(({ parameter }) => parameter === given.parameter)) ||
        given,
    );
    return { ...it, parameters };
  });
  const far: { readonly draft: Draft; readonly status: number }[] = [];
  // What succeeded before in the run is taken where nothing that is made up is.
  for (const draft of [...rich.slice(0, 3), ...known, ...about]) {
    const answer = await inquiry.send(draft);
    if (answer?.kind === 'taken') {
      // What is taken once, such as one with a name that nothing else may have, hides what is taken each time.
      if (await isSteady(draft, inquiry)) return draft;
      continue;
    }
    const status = answer?.exchange.response?.status;
    if (status !== undefined && isBeyondInput(status)) far.push({ draft, status });
    // More of the same would tell no more.
    if (far.length >= FAR) break;
  }
  const [farthest] = far;
  if (farthest) {
    inquiry.standOn(farthest.status);
    return (await isSteady(farthest.draft, inquiry)) ? farthest.draft : undefined;
  }
  // One text that must have a form is often all that is in the way.
  if (!plain) return undefined;
  for (const place of inputPlaces(api, operation, plain).filter(isFreeText).slice(0, 4)) {
    for (const value of likelyValues(place)) {
      const draft = put(plain, place, value);
      const answer = await inquiry.send(draft, place);
      const status = answer?.exchange.response?.status ?? 0;
      if (answer?.kind !== 'taken' && !isBeyondInput(status)) continue;
      if (isBeyondInput(status)) inquiry.standOn(status);
      if (await isSteady(draft, inquiry)) return draft;
    }
  }
  return undefined;
}

/** Requests that get far without success, after which no other is looked for. */
const FAR = 2;

/** Whether a status tells that what a request says was read, and was not what failed (RFC 9110, sections 15.5 and 15.6). */
function isBeyondInput(status: number): boolean {
  return [404, 409, 410, 424, 500, 502].includes(status);
}

/** Whether a request is taken twice more, if need be with names of its own each time. */
async function isSteady(draft: Draft, inquiry: Inquiry): Promise<boolean> {
  const isTaken = async () => (await inquiry.send(draft))?.kind === 'taken';
  if ((await isTaken()) && (await isTaken())) return true;
  inquiry.renew();
  return (await isTaken()) && (await isTaken());
}

async function filledUp(
  places: readonly InputPlace[],
  first: Draft,
  inquiry: Inquiry,
  noteRefused: NoteRefused,
): Promise<Base> {
  let draft = first;
  const lacking: InputPlace[] = [];
  const missing = places.filter(
    (it) => it.isOptional && givenAt(first, it) === ABSENT && hasRoomFor(first, it),
  );
  for (const place of missing.slice(0, MOST_FILLED)) {
    const values = [place.value, ...likelyValues(place)];
    const refused: Given[] = [];
    let isFilled = false;
    for (const value of values) {
      const filled = put(draft, place, value);
      const kind = (await inquiry.send(filled, place))?.kind;
      if (kind === 'refused') refused.push(value);
      if (kind !== 'taken') continue;
      draft = filled;
      isFilled = true;
      break;
    }
    if (isFilled) continue;
    lacking.push(place);
    if (refused.length === values.length) await noteRefused(place, refused, { draft, lacking });
  }
  return { draft, lacking: [...lacking, ...missing.slice(MOST_FILLED)] };
}

/** Whether what is around a place is there. */
export function hasRoomFor(draft: Draft, place: InputPlace): boolean {
  if (place.at === '#') return true;
  const parent = place.at.slice(0, place.at.lastIndexOf('/')) as InputPlace['at'];
  return givenAt(draft, { ...place, at: parent }) !== ABSENT;
}

/** Values that are likely to be taken where others are not. */
function likelyValues(place: InputPlace): readonly Given[] {
  if (isNumber(place.value)) return [1, 10, 5, 100];
  return isFreeText(place) ? [wordOf(17, 8), ...FORM_PROBES] : [];
}
