import type { ApiModel } from '../../model/api-model.ts';
import { loadPrism, type Generated, type LoadedPrism, type Wanted } from './prism.ts';
import { unfoldsToMuch } from './unfolds-to-much.ts';

export interface PrismAnswers {
  /** The example of that name, else the first, else the least that the schema allows: the same each time. */
  readonly sample: (wanted: Wanted, example: string | undefined) => Promise<Generated>;
  /** Begins to load Prism, which takes a second; a failure is told when something is generated. */
  readonly warmUp: () => Promise<void>;
}

/** Response bodies from examples and schemas, by Prism, which is loaded at its first use, unless it could not cope. */
export function toPrismAnswers(api: ApiModel): PrismAnswers {
  let loading: Promise<LoadedPrism> | undefined;
  // It replaces each reference by what it leads to, and would not come to an end.
  const load = () =>
    (loading ??= unfoldsToMuch(api.document) ? Promise.resolve(WITHOUT_PRISM) : loadPrism(api));
  const samples = new Map<string, Generated>();

  const sample: PrismAnswers['sample'] = async (wanted, example) => {
    const { operation, status, mediaType } = wanted;
    const key = JSON.stringify([operation.pointer, status, mediaType, example]);
    const known = samples.get(key);
    if (known) return known;
    try {
      const prism = await load();
      const made = await prism.sample(wanted, example);
      samples.set(key, made);
      return made;
    } catch (error) {
      return { failure: error instanceof Error ? error.message : String(error) };
    }
  };
  return { sample, warmUp: () => load().then(ignore, ignore) };
}

const WITHOUT_PRISM: LoadedPrism = {
  sample: () => Promise.resolve({ failure: 'the description is too large for Prism' }),
};

function ignore(): void {}
