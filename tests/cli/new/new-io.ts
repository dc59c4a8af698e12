import { parse } from 'yaml';
import { nodeIo, type Io } from '../../../scripts/cli/io.ts';
import { objectOf, textOf, type Json, type JsonObject } from '../../../scripts/base/json.ts';
import { runKiln } from '../run-kiln.ts';

export const CASES = 'tests/sketch/cases';

/** What `kiln new` wrote, by path, and what it said. */
export interface Begun {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
  readonly files: ReadonlyMap<string, string>;
}

/** Runs `kiln new` with a project of no descriptions but those given; what it writes stays in memory. */
export async function beginIn(
  argv: readonly string[],
  there: Readonly<Record<string, string>> = {},
  own: Partial<Io> = {},
): Promise<Begun> {
  const files = new Map<string, string>();
  const said = await runKiln(['new', ...argv], {
    readText: (path) => {
      const text = there[path];
      return text === undefined ? nodeIo.readText(path) : Promise.resolve(text);
    },
    exists: (path) =>
      Promise.resolve(Object.keys(there).some((it) => it === path || it.startsWith(`${path}/`))),
    writeText: (path, text) => Promise.resolve(void files.set(path, text)),
    remove: (path) => Promise.resolve(removeBelow(files, path)),
    rename(from, to) {
      for (const [path, text] of files) {
        if (!path.startsWith(`${from}/`)) continue;
        files.set(`${to}${path.slice(from.length)}`, text);
        files.delete(path);
      }
      return Promise.resolve();
    },
    now: () => Date.parse('2026-01-31T12:00:00Z'),
    ...own,
  });
  return { ...said, files };
}

function removeBelow(files: Map<string, string>, folder: string): void {
  for (const path of files.keys()) if (path.startsWith(`${folder}/`)) files.delete(path);
}

export function yamlOf({ files }: Begun, path: string): JsonObject {
  return objectOf(parse(files.get(path) ?? '') as Json);
}

/** Each operation as `METHOD path`, with the schemes that it asks for. */
export function operationsOf(begun: Begun, name: string): string[] {
  const { paths } = yamlOf(begun, `specs/${name}/openapi.yaml`);
  return Object.entries(objectOf(paths)).flatMap(([path, item]) => {
    const file = `specs/${name}/${textOf(objectOf(item)['$ref'])}`;
    return Object.entries(yamlOf(begun, file)).flatMap(([method, operation]) => {
      const { operationId, security } = objectOf(operation);
      return typeof operationId === 'string'
        ? [`${method.toUpperCase()} ${path} ${operationId} ${JSON.stringify(security)}`]
        : [];
    });
  });
}
