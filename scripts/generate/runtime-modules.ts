import type { OutputFile } from '../base/output-file.ts';

/** An import of a floor below, as it is written in the runtime, or in another floor. */
const IMPORT = / from '(?:\.\.\/)+((?:base|wire)\/[^']+\.ts)'/g;
const BESIDE = / from '\.\/([^'/]+\.ts)'/;
const ANY = / from '([^']+)'/g;

/**
 * The runtime with the modules of floors that it is made of, each once. They keep the folders of their
 * floors, which stand inside of the runtime then.
 */
export function runtimeModules(
  runtime: readonly OutputFile[],
  floors: readonly OutputFile[],
): readonly OutputFile[] {
  const texts = new Map(floors.map(({ path, text }) => [path, text]));
  const needed = new Map<string, string>();
  const take = (path: string): void => {
    const text = texts.get(path);
    if (text === undefined) throw new Error(`the runtime cannot have ${path}`);
    if (needed.has(path)) return;
    needed.set(path, text);
    const folder = path.slice(0, path.indexOf('/'));
    for (const [statement, source = ''] of text.matchAll(ANY)) {
      const [, floor] = [...statement.matchAll(IMPORT)][0] ?? [];
      const [, beside] = BESIDE.exec(statement) ?? [];
      // A package, or a floor above, would not be there where the runtime is.
      take(floor ?? (beside === undefined ? source : `${folder}/${beside}`));
    }
  };
  const own = runtime.map(({ path, text }) => {
    for (const [, floor = ''] of text.matchAll(IMPORT)) take(floor);
    return { path, text: text.replaceAll(IMPORT, " from './$1'") };
  });
  const below = [...needed].map(([path, text]) => ({ path, text }));
  return [...own, ...below.toSorted((left, right) => (left.path < right.path ? -1 : 1))];
}
