import type { ApiModel } from '../../model/api-model.ts';
import type { Preferences } from '../request/prefer.ts';
import { loadPrism, type Generated, type Wanted } from './prism.ts';

export interface Generator {
  readonly generate: (
    wanted: Wanted,
    preferences: Pick<Preferences, 'example' | 'dynamic' | 'seed'>,
  ) => Promise<Generated>;
  /** Begins to load Prism, which takes a second; a failure is told when something is generated. */
  readonly warmUp: () => Promise<void>;
}

/** Response bodies from examples and schemas, by Prism, which is loaded at its first use. */
export function toGenerator(api: ApiModel): Generator {
  let loading: ReturnType<typeof loadPrism> | undefined;
  const load = () => (loading ??= loadPrism(api));
  const samples = new Map<string, Generated>();

  // Without chance the same is made each time.
  const sampleOnce = async (wanted: Wanted, example: string | undefined): Promise<Generated> => {
    const { operation, status, mediaType } = wanted;
    const key = JSON.stringify([operation.pointer, status, mediaType, example]);
    const known = samples.get(key);
    if (known) return known;
    const { sample } = await load();
    const made = await sample(wanted, example);
    if (made.failure === undefined) samples.set(key, made);
    return made;
  };

  const generate: Generator['generate'] = async (wanted, { example, dynamic, seed }) => {
    try {
      // Who names an example leaves nothing to chance.
      if (!dynamic || example !== undefined) return await sampleOnce(wanted, example);
      const { makeUp } = await load();
      return makeUp(wanted, seed);
    } catch (error) {
      return { failure: error instanceof Error ? error.message : String(error) };
    }
  };
  return { generate, warmUp: () => load().then(ignore, ignore) };
}

function ignore(): void {}
