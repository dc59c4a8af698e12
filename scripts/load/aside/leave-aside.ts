import { objectOf, type JsonObject } from '../../base/json.ts';
import type { Pointer } from '../../base/json-pointer.ts';
import { resolverOf } from '../../values/resolve.ts';
import { deepReferences, TOO_DEEP } from './deep-references.ts';
import { soundObject } from './sound-object.ts';
import { nameAt, type Leaving, type Survey } from './survey.ts';
import { takeOut, type Remainder } from './take-out.ts';
import { unsoundExamples } from './unsound-examples.ts';
import { unsoundExtensions } from './unsound-extensions.ts';
import { unsoundReferences } from './unsound-references.ts';
import { unsoundPolicies } from './unsound-policies.ts';

/** What of a description can be used, and what was left aside for that. */
export interface SoundDescription extends Remainder {
  readonly left: readonly Leaving[];
}

/** Whatever is left aside may have been referred to; so often at most a description is looked at again. */
const MOST_ROUNDS = 20;

/**
 * A description in which every stage can trust what it finds: each object is one, each reference leads to
 * something, each keyword asserts what JSON Schema says, each example fits. The rest is left aside, the
 * smallest part that cannot be used each time, and all of it is told.
 */
export function leaveAside(
  written: JsonObject,
  missingFile: Survey['missingFile'] = () => undefined,
): SoundDescription {
  const left = new Map<string, Leaving>();
  const leave: Survey['leave'] = (pointer, what, why, name = nameAt(pointer)) => {
    const key = `${pointer} ${what}`;
    if (!left.has(key)) left.set(key, { what, name, pointer, why });
  };
  const extensions = [...unsoundExtensions(written)];
  for (const { pointer, place, why } of extensions) leave(place, 'extension', why, nameAt(pointer));
  const deep = deepReferences(written);
  for (const pointer of deep) leave(pointer, 'reference', TOO_DEEP);
  const plain = takeOut(written, [...extensions.map(({ pointer }) => pointer), ...deep]);
  const shaped = withSoundShape(plain.document, leave, missingFile);
  const unfit = [
    ...unsoundExamples(shaped.document),
    ...unsoundReferences(shaped.document, missingFile),
  ];
  const sound = takeOut(
    shaped.document,
    unfit.map(({ cut }) => cut),
  );
  const { document } = sound;
  // A refusal that cannot be worded as its policy says is worded as if there were none.
  for (const { pointer, what, why, name } of [...unfit, ...unsoundPolicies(document)]) {
    if (why !== '') leave(plain.origin(shaped.origin(pointer)), what, why, name);
  }
  return {
    document,
    origin: (pointer) => plain.origin(shaped.origin(sound.origin(pointer))),
    left: [...left.values()],
  };
}

function withSoundShape(
  written: JsonObject,
  leave: Survey['leave'],
  missingFile: Survey['missingFile'],
): Remainder {
  const out = new Set<Pointer>();
  let document = written;
  let [cutsCircles, hasCircle] = [false, false];
  const settled = new WeakSet<JsonObject>();
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const owners = new Map<string, Pointer>();
    hasCircle = false;
    const survey: Survey = {
      document,
      resolver: resolverOf(document),
      missingFile,
      leave,
      takeOut: (item) => void out.add(item),
      isTakenOut: (item) => out.has(item),
      claim(name, pointer) {
        const owner = owners.get(name) ?? pointer;
        owners.set(name, owner);
        return owner;
      },
      cutsCircles,
      settled,
      met: { dependent: 0 },
      meetCircle: () => (hasCircle = true),
    };
    const next = objectOf(soundObject('description', document, '#', survey));
    if (next === document && (!hasCircle || cutsCircles)) break;
    cutsCircles = next === document;
    document = next;
  }
  return takeOut(document, out);
}
