import type { Difference } from '../generate/compare-files.ts';
import { toTypeName } from '../generate/names.ts';

/** A command that writes more than that names folders. */
const MOST_NAMED = 8;

/** What a command wrote and removed, as lines: each file, or each folder with its number of files where they are many. */
export function writtenLines(folder: string, differences: readonly Difference[]): string[] {
  const done = differences.map(({ state, file: { path } }) => {
    return { verb: state === 'left over' ? 'removed' : 'wrote', path };
  });
  if (done.length <= MOST_NAMED) return done.map(({ verb, path }) => `${verb} ${folder}/${path}`);
  const groups = Map.groupBy(done, ({ verb, path }) => {
    const end = path.indexOf('/');
    return `${verb} ${folder}/${end < 0 ? '' : path.slice(0, end + 1)}`;
  });
  return [...groups].map(([head, { length }]) => `${head}: ${length} file${length > 1 ? 's' : ''}`);
}

/** How a client is imported that was not there before, where it is one; more are listed in the folder's README. */
export function importLines(folder: string, differences: readonly Difference[]): string[] {
  const apis = differences.flatMap(({ state, file: { path } }) => {
    const [, name] = /^([^/]+)\/client\.js$/.exec(path) ?? [];
    return state !== 'missing' || name === undefined || name === 'runtime' ? [] : [name];
  });
  const [name] = apis;
  if (name === undefined) return [];
  if (apis.length > 1) return [`next: ${folder}/README.md says how each client is imported`];
  const from = /^(?:\/|\.\.?\/)/.test(folder) ? folder : `./${folder}`;
  return [`next: import { create${toTypeName(name)}Client } from '${from}/${name}/client.js'`];
}
