import type { ApiModel } from '../../model/api-model.ts';
import { loadPrism, type Generated, type Wanted } from './prism.ts';

export interface PrismAnswers {
  /** The example of that name, else the first, else the least that the schema allows: the same each time. */
  readonly sample: (wanted: Wanted, example: string | undefined) => Promise<Generated>;
  /** Begins to load Prism, which takes a second; a failure is told when something is generated. */
  readonly warmUp: () => Promise<void>;
}

/** Response bodies from examples and schemas, by Prism, which is loaded at its first use. */
export function toPrismAnswers(api: ApiModel): PrismAnswers {
  let loading: ReturnType<typeof loadPrism> | undefined;
  const load = () => (loading ??= loadPrism(api));
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

function ignore(): void {}
