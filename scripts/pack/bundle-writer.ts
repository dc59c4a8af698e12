import { globSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { rolldown } from 'rolldown';

/** Paths below `dist/` of what is bundled; both stand in one folder. */
export const WRITER = {
  module: 'bundled/openapi-typescript.js',
  version: 'openapi-typescript.json',
} as const;

/** What `scripts/generate/` takes of it. */
const TAKEN = [
  'astToString',
  'resolveRef',
  'scanDiscriminators',
  'transformSchema',
  'transformSchemaObject',
];

/** Of Redocly's helpers for references, which are taken, the only one that theirs need: with the rest its linter comes along. */
const HELPERS = 'exports.isTruthy = Boolean;';

/**
 * The part of openapi-typescript that makes types, as one module. Whole it brings Redocly's linter, which is never
 * asked, and wants an older TypeScript beside it than the one that it is given here.
 */
export async function bundleWriter(root: string): Promise<{ path: string; text: string }[]> {
  const require = createRequire(join(root, 'package.json'));
  const packageFolder = dirname(require.resolve('openapi-typescript/package.json'));
  const entry = `export { ${TAKEN.join(', ')} } from 'openapi-typescript';\n`;
  const bundle = await rolldown({
    input: 'writer',
    cwd: root,
    platform: 'node',
    external: ['typescript', /^node:/],
    treeshake: { moduleSideEffects: false },
    plugins: [
      {
        name: 'writer',
        resolveId: (id) => (id === 'writer' ? id : null),
        load(id) {
          if (id === 'writer') return entry;
          return id.endsWith('@redocly/openapi-core/lib/utils.js') ? HELPERS : null;
        },
      },
    ],
  });
  const { output } = await bundle.generate({ format: 'esm' });
  await bundle.close();
  const [{ code, modules }] = output;
  const { name, version } = JSON.parse(
    readFileSync(join(packageFolder, 'package.json'), 'utf8'),
  ) as Record<string, unknown>;
  const folder = dirname(WRITER.module);
  return [
    { path: WRITER.module, text: code },
    { path: `${folder}/${WRITER.version}`, text: `${JSON.stringify({ name, version })}\n` },
    { path: `${folder}/LICENSES.txt`, text: licencesOf(Object.keys(modules)) },
  ];
}

/** What the packages of these modules demand to be told: licences, by name. */
function licencesOf(modules: readonly string[]): string {
  const folders = new Set(
    modules.flatMap(
      (it) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(it.replaceAll('\\', '/')) ?? [],
    ),
  );
  const texts = [...folders].toSorted().map((folder) => {
    const { name, version, license } = JSON.parse(
      readFileSync(join(folder, 'package.json'), 'utf8'),
    ) as Record<string, string>;
    const [file] = globSync('{LICENSE,LICENCE,license}*', { cwd: folder });
    const text = file === undefined ? `${license}\n` : readFileSync(join(folder, file), 'utf8');
    return `${name} ${version}\n\n${text}`;
  });
  return texts.join('\n\n');
}
