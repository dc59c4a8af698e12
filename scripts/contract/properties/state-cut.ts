import { objectOf, type Json } from '../../base/json.ts';
import { append, pointerOf } from '../../base/json-pointer.ts';
import { asThing } from '../../model/named.ts';
import type { Bench } from '../bench.ts';
import { insist } from '../flows/insist.ts';
import { isSuccess } from '../flows/json-answer.ts';
import { bareList } from '../flows/paging.ts';
import { placeIn, withPlace } from '../flows/places.ts';
import {
  aboutThing,
  actingOf,
  createFrom,
  creatorOf,
  thingIn,
  type Acting,
} from '../flows/things.ts';
import { readDraft } from '../generation/broken-draft.ts';
import { exampleDrafts } from '../generation/draft.ts';
import { shorten } from '../judges/words.ts';
import type { Property } from '../property.ts';

export const stateCut: Property = {
  id: 'state.cut',
  title: 'long texts of a list are cut where a request wants it, and not elsewhere',
  runsAlone: true,
  writes: true,
  unless({ api, operation }) {
    const list = actingOf(operation);
    if (!list?.policy.cut) return 'the operation cuts no texts';
    return creatorOf(api, list) ? undefined : `no operation creates a ${list.policy.name}`;
  },
  check: (all) =>
    insist(all, async (bench) => {
      const list = actingOf(bench.operation);
      const { bytes = 0 } = list?.policy.cut ?? {};
      // Twice as long as is asked for, and a little longer than texts are by themselves.
      const tried = list && [
        await tryCut(bench, list, { length: 2 * SHORT, asked: SHORT, most: SHORT }),
        await tryCut(bench, list, { length: bytes + SHORT, asked: true, most: bytes }),
      ];
      if (!tried?.includes(true)) bench.learnNothing('no text could be created and listed');
    }),
};

/** Bytes. */
const SHORT = 8;

interface Wish {
  /** Of the text, in bytes. */
  readonly length: number;
  readonly asked: Json;
  /** Bytes that are shown at most. */
  readonly most: number;
}

/** Makes a thing with a text of a length and has it cut; whether that could be done. */
async function tryCut(bench: Bench, list: Acting, { length, asked, most }: Wish): Promise<boolean> {
  const { api, operation, exchange, complain } = bench;
  const creator = creatorOf(api, list);
  const [example] = creator ? exampleDrafts(api, creator.operation) : [];
  if (!creator || !example) return false;
  const { input = '#' } = creator.policy;
  const given = placeIn(example, input);
  const said = objectOf(Array.isArray(given) ? (given as readonly Json[])[0] : given);
  const text = 'kiln '.repeat(Math.ceil(length / 5)).slice(0, length);
  for (const name of Object.keys(said).filter((it) => typeof said[it] === 'string')) {
    const place = append(pointerOf(input), ...(Array.isArray(given) ? [0] : []), name);
    const draft = withPlace(example, creator.operation, place, text);
    if (creator.policy.id === place || readDraft(api, creator.operation, draft).length > 0)
      continue;
    const thing = await createFrom(bench, creator, draft);
    const about = thing && aboutThing(api, list, thing);
    if (!about) continue;
    const plain = bareList(api, list, about);
    const wish = withPlace(plain, operation, list.policy.cut?.at ?? '#', asked);
    if (readDraft(api, operation, wish).length > 0) return false;
    const [property = name] = Object.keys(asThing(creator.policy, { [name]: text }));
    const whole = objectOf(thingIn(list, await exchange(plain, {}), thing.id))[property];
    const answered = await exchange(wish, {});
    const shown = objectOf(thingIn(list, answered, thing.id))[property];
    // Whoever cuts it unasked, or shows something else, is for others to judge.
    if (whole !== text || !isSuccess(answered) || typeof shown !== 'string') continue;
    if (Buffer.byteLength(shown) <= most && text.startsWith(shown)) return true;
    complain(
      {
        message: `a text is not cut at ${most} bytes`,
        clause: append(operation.pointer, 'x-resource', 'cut'),
        states: `cut: ${list.policy.cut?.at}: ${shorten(asked)}`,
        seen: `${property} has ${Buffer.byteLength(shown)} bytes of ${length}: ${shorten(shown, 40)}`,
      },
      answered,
    );
    return true;
  }
  return false;
}
