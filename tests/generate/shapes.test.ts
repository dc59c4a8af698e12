import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { generateClients } from '../../scripts/generate/generate.ts';
import { parseManifest } from '../../scripts/generate/manifest.ts';
import { withShapes } from '../../scripts/generate/shapes/with-shapes.ts';
import { KEEPER_CALLS, renderCaller } from './keeper-calls.ts';
import { packageSources } from './package-sources.ts';
import { loadCase } from './pets.ts';
import { problemsOf } from './type-problems.ts';

/** The package as if it were written there: nothing of it exists. */
const PACKAGE = resolve(import.meta.dirname, '../../generated/written-by-a-test');

let problems: readonly string[];

beforeAll(async () => {
  const parts = {
    ...packageSources(),
    bundles: [],
    recorded: parseManifest(undefined),
    bundler: 'none',
  };
  const files = await generateClients([await loadCase('keepers')], parts);
  const types = files.filter(({ path }) => path.endsWith('.d.ts'));
  const declarations = new Map(types.map(({ path, text }) => [`${PACKAGE}/${path}`, text]));
  const callers = Object.entries(KEEPER_CALLS).map(
    ([name, calls]) =>
      [callerOf(name), renderCaller(calls, './keepers/client.js', './keepers/types.js')] as const,
  );
  // The compiler takes its time, so that it runs once.
  problems = problemsOf(new Map([...declarations, ...callers]), PACKAGE);
}, 120_000);

function callerOf(name: string): string {
  return `${PACKAGE}/${name.replaceAll(/\W/g, '-')}.ts`;
}

test.for(Object.keys(KEEPER_CALLS))('%s', (name) => {
  const file = callerOf(name);
  expect(problems.filter((it) => it.startsWith(file))).toEqual([]);
});

test('all declarations compile strictly', () => {
  expect(problems).toEqual([]);
});

describe('only what is written by one side has two shapes', () => {
  test('of the schemas with a name', async () => {
    const { document } = await loadCase('keepers');
    const shaped = withShapes(document);
    expect(shaped).toMatchObject({ components: { schemas: {} } });
    const names = (it: typeof document) =>
      Object.keys((it['components'] as { schemas: object }).schemas);
    const added = names(shaped).filter((name) => !names(document).includes(name));
    expect(added).toEqual([
      'StampedRequest',
      'KeeperRequest2',
      'RoomRequest',
      'AnimalRequest',
      'CatRequest',
    ]);
  });

  test('and a description without such members stays as it is', async () => {
    const { document } = await loadCase('pets');
    expect(withShapes(document)).toEqual(document);
  });
});
