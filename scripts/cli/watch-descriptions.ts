import { setTimeout } from 'node:timers/promises';
import type { ApiModel } from '../model/api-model.ts';
import { renderLocation } from '../base/source-location.ts';
import { UserError } from '../base/user-error.ts';
import type { Io } from './io.ts';

/** Descriptions that are loaded anew when a file of theirs changes. */
interface WatchedDescriptions {
  readonly io: Io;
  readonly apis: readonly ApiModel[];
  readonly load: (io: Io) => Promise<readonly ApiModel[]>;
  /** Serves what was loaded, or throws a UserError and leaves everything as it was. */
  readonly serve: (apis: readonly ApiModel[]) => Promise<void>;
}

/** What stands beside a description and may be added to it later. */
const BESIDE = ['mock.yaml', 'evidence.yaml'];

/**
 * Looks after every file that descriptions came from. What cannot be served is said, with its line, and what
 * was served before is served on. Returns what ends it.
 */
export async function watchDescriptions({
  io,
  apis: first,
  load,
  serve,
}: WatchedDescriptions): Promise<() => Promise<void>> {
  let apis = first;
  let followed = pathsOf(apis);
  let texts = await textsOf(io, followed);
  let running: Promise<void> | undefined;
  let isAgain = false;

  const reload = async (): Promise<void> => {
    const now = await settledTexts(io, followed, texts);
    const changes = followed.filter((path) => texts.get(path) !== now.get(path));
    if (changes.length === 0) return;
    const read = new Set<string>();
    try {
      const loaded = await load(recordReading(io, read));
      await serve(loaded);
      io.out(`${renderReload(apis, loaded, changes)}\n`);
      apis = loaded;
    } catch (error) {
      io.err(renderKept(error));
    }
    followed = [...new Set([...pathsOf(apis), ...own(read)])];
    await watching.follow(followed);
    // What is new among them may have changed since it was read.
    texts = new Map([...(await textsOf(io, followed)), ...now]);
    isAgain ||= followed.some((path) => !now.has(path));
  };

  const changed = (): void => {
    isAgain = true;
    running ??= (async () => {
      while (isAgain) {
        isAgain = false;
        await reload();
      }
      running = undefined;
    })();
  };

  const watching = await io.watchFiles({
    changed,
    failed: (error) => io.err(`cannot watch for changes: ${messageOf(error)}\n`),
  });
  await watching.follow(followed);
  return async () => {
    await watching.close();
    await running;
  };
}

function recordReading(io: Io, read: Set<string>): Io {
  return {
    ...io,
    readText(path) {
      read.add(path);
      return io.readText(path);
    },
  };
}

type Texts = ReadonlyMap<string, string | undefined>;

async function textsOf(io: Io, paths: readonly string[]): Promise<Texts> {
  const read = (path: string) => io.readText(path).catch(() => undefined);
  return new Map(await Promise.all(paths.map(async (path) => [path, await read(path)] as const)));
}

/** Some editors empty a file before they write it: an empty one gets a moment. */
async function settledTexts(io: Io, paths: readonly string[], before: Texts): Promise<Texts> {
  const texts = await textsOf(io, paths);
  if (!paths.some((path) => texts.get(path) === '' && before.get(path) !== '')) return texts;
  await setTimeout(MOMENT);
  return textsOf(io, paths);
}

const MOMENT = 300;

/** Every file that descriptions came from, and those that may yet come to them. */
function pathsOf(apis: readonly ApiModel[]): readonly string[] {
  const paths = apis.flatMap(({ source, files }) => {
    const folder = source.slice(0, source.lastIndexOf('/') + 1);
    return [...files.keys(), ...BESIDE.map((name) => `${folder}${name}`)];
  });
  return [...new Set(own(paths))];
}

/** What people write: no copies that we keep, and nothing from elsewhere. */
function own(paths: Iterable<string>): readonly string[] {
  return [...paths].filter((path) => !/^(?:generated\/|https?:)/.test(path));
}

function renderReload(
  before: readonly ApiModel[],
  after: readonly ApiModel[],
  changes: readonly string[],
): string {
  const [first = ''] = changes;
  const files = changes.length > 1 ? `${first} and ${changes.length - 1} more` : first;
  const counts = after
    .filter((api) => changes.some((path) => pathsOf([api]).includes(path)))
    .map(({ name, operations, aside }) => {
      const was = before.find((it) => it.name === name)?.operations.length;
      const size = `${operations.length} operation${operations.length === 1 ? '' : 's'}`;
      const [flaw] = aside;
      const left = flaw && `, ${aside.length} left aside, first at ${renderLocation(flaw.at)}`;
      return `${name} has ${size}${was === operations.length ? '' : `, before ${was ?? 0}`}${left ?? ''}`;
    });
  return `reloaded after ${files} changed: ${[...counts, 'state and counters are kept'].join('; ')}`;
}

function renderKept(error: unknown): string {
  if (!(error instanceof UserError)) {
    const trace = error instanceof Error ? error.stack : String(error);
    return `bug in kiln, please report it; what was served before is served on:\n${trace}\n`;
  }
  const hint = error.hint === undefined ? '' : `\nhint: ${error.hint}`;
  return `not reloaded, what was served before is served on: ${error.message} (${error.code})${hint}\n`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
