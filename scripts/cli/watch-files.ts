import { once } from 'node:events';
import { dirname, resolve } from 'node:path';
import { watch, type FSWatcher } from 'chokidar';

/** Files that are looked after. */
export interface FileWatch {
  /** Looks after these files and no others from now on; they need not be there. */
  readonly follow: (paths: readonly string[]) => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface FileListener {
  /** Called when nothing more has changed for a moment, with the paths as they were given. */
  readonly changed: (paths: readonly string[]) => void;
  readonly failed: (error: unknown) => void;
}

/** Milliseconds without a change after which an editor, or a checkout of many files, is through. */
const QUIET = 120;

/**
 * Tells of changes to files, whatever way they are saved in: it looks after their folders, since most editors
 * write another file and rename it.
 */
export function watchFiles({ changed, failed }: FileListener): FileWatch {
  let files = new Map<string, string>();
  let watcher: FSWatcher | undefined;
  let timer: NodeJS.Timeout | undefined;
  const pending = new Set<string>();
  const note = (path: string): void => {
    const file = files.get(resolve(path));
    if (file === undefined) return;
    pending.add(file);
    clearTimeout(timer);
    timer = setTimeout(() => {
      const paths = [...pending];
      pending.clear();
      changed(paths);
    }, QUIET);
  };
  return {
    async follow(paths) {
      const wanted = new Map(paths.map((path) => [resolve(path), path]));
      if (watcher && wanted.size === files.size && [...wanted.keys()].every((it) => files.has(it)))
        return;
      await watcher?.close();
      files = wanted;
      const folders = [...new Set([...wanted.keys()].map((it) => dirname(it)))];
      watcher = watch(folders, {
        ignoreInitial: true,
        depth: 0,
        ignored: (path, stats) => stats?.isFile() === true && !wanted.has(resolve(path)),
      });
      watcher.on('all', (_, path) => note(path)).on('error', failed);
      await once(watcher, 'ready');
    },
    async close() {
      clearTimeout(timer);
      await watcher?.close();
    },
  };
}
