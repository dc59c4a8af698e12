import type { Json } from '../../base/json.ts';
import type { ApiModel } from '../../model/api-model.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { exampleDrafts } from '../generation/draft.ts';
import type { Ask } from './ask.ts';
import { aboutValues } from './feed.ts';
import type { ThingKind } from './kinds.ts';

/** What became of things that a run has made. */
export interface Cleaning {
  readonly deleted: number;
  /** Paths of what is still there, and can be deleted. */
  readonly left: readonly string[];
  /** Paths of what nothing documented deletes. */
  readonly kept: readonly string[];
}

/** A thing that may be deleted. */
interface Deletable {
  readonly kind: ThingKind;
  readonly values: readonly Json[];
  readonly address: string;
  /** Set by whoever hears the answer to its deletion, and here where it was gone before. */
  isGone: boolean;
}

/** Deletes things in order, until it is over, and says what is left. */
export async function deleteThings(
  api: ApiModel,
  things: readonly Deletable[],
  ask: Ask,
  isOver: () => boolean,
): Promise<Cleaning> {
  const [left, kept]: [string[], string[]] = [[], []];
  let deleted = 0;
  for (const thing of things) {
    const { kind, values, address } = thing;
    const [draft] = kind.deleter ? exampleDrafts(api, kind.deleter) : [];
    if (!kind.deleter || !draft) {
      kept.push(address);
      continue;
    }
    const about = aboutValues(kind.deleter, draft, values);
    // What is within something that was deleted went with it.
    const answered = thing.isGone || isOver() ? undefined : await ask(kind.deleter, about);
    if (isMissing(answered) && (await isReallyGone(api, thing, ask))) thing.isGone = true;
    if (thing.isGone) deleted += 1;
    else left.push(address);
  }
  return { deleted, left, kept };
}

/** Who has no such operation either answers a deletion with 404: where the thing can be read, that tells. */
async function isReallyGone(
  api: ApiModel,
  { kind, values }: Deletable,
  ask: Ask,
): Promise<boolean> {
  const [draft] = kind.reader ? exampleDrafts(api, kind.reader) : [];
  if (!kind.reader || !draft) return true;
  const { response } = (await ask(kind.reader, aboutValues(kind.reader, draft, values))) ?? {};
  return response === undefined || response.status < 200 || response.status > 299;
}

/** Whether an answer says that there is no such thing, or not any more (RFC 9110, sections 15.5.5 and 15.5.11). */
export function isMissing(exchange: Exchange | undefined): boolean {
  return [404, 410].includes(exchange?.response?.status ?? 0);
}
