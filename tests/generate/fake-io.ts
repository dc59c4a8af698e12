import { nodeIo, type Io } from '../../scripts/cli/io.ts';

export interface FakeIo extends Io {
  readonly files: Map<string, string>;
  readonly printed: string[];
}

/** An `Io` whose project is a map of paths to texts. Kiln's own modules are read from disk. */
export function fakeIo(
  files: Readonly<Record<string, string>>,
  { isWhole = false }: { readonly isWhole?: boolean } = {},
): FakeIo {
  const project = new Map(Object.entries(files));
  const printed: string[] = [];
  return {
    ...nodeIo,
    files: project,
    printed,
    out: (text) => void printed.push(text),
    err: (text) => void printed.push(text),
    readText(path) {
      const text = project.get(path);
      if (text !== undefined) return Promise.resolve(text);
      return isOurs(path) ? Promise.reject(new Error(`no ${path}`)) : nodeIo.readText(path);
    },
    writeText: (path, text) => Promise.resolve(void project.set(path, text)),
    remove: (path) => Promise.resolve(void project.delete(path)),
    exists: (path) => Promise.resolve(project.has(path)),
    async list(folder) {
      if (!isOurs(folder)) {
        const names = (await nodeIo.list(folder)).toSorted();
        // Any two modules show what becomes of all, and the compiler takes its time.
        return folder.endsWith('/runtime') && !isWhole
          ? names.filter((it) => TWO.includes(it))
          : names;
      }
      const below = [...project.keys()].filter((path) => path.startsWith(`${folder}/`));
      const names = below.map((path) => path.slice(folder.length + 1).split('/')[0] ?? '');
      return [...new Set(names)];
    },
    node: (script) => Promise.reject(new Error(`${script} must not run`)),
  };
}

/** One that takes modules of the floors along, and one that does not. */
const TWO = ['errors.ts', 'parameters.ts'];

function isOurs(path: string): boolean {
  return !path.startsWith('/');
}
