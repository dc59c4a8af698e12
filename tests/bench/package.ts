import { execFile } from 'node:child_process';
import { lstatSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import kilnPackage from '../../package.json' with { type: 'json' };

/**
 * `npm run bench:package`: what an adopter gets who installs Kiln, beside others: reports/package.md. Each is installed
 * into an empty folder with what npm has kept of it, so that the time is that of a machine that has seen the packages.
 */
const { values: options } = parseArgs({ options: { tarball: { type: 'string' } } });
const ROOT = resolve(import.meta.dirname, '../..');
const REPORT = resolve(ROOT, 'reports/package.md');
/** Megabytes, and packages, that Kiln must stay below. */
const MOST = { size: 90, packages: 150 };
const PEERS = ['@redocly/cli@2.77.0', '@stoplight/prism-cli@5.16.0', '@hey-api/openapi-ts@0.99.0'];

interface Installed {
  readonly name: string;
  readonly size: number;
  readonly packages: number;
  readonly seconds: number;
  readonly scripts: readonly string[];
  readonly weights: readonly (readonly [name: string, size: number])[];
}

const place = mkdtempSync(join(tmpdir(), 'kiln-package-'));
try {
  const installed = [];
  for (const wanted of [options.tarball ? resolve(options.tarball) : await pack(), ...PEERS]) {
    process.stdout.write(`installing ${wanted}\n`);
    await install(wanted);
    installed.push(await install(wanted));
  }
  writeFileSync(REPORT, render(installed));
  process.stdout.write(`wrote ${REPORT}\n`);
  const [own] = installed;
  const isSmall = own && own.size <= MOST.size && own.packages <= MOST.packages;
  if (!isSmall || own.scripts.length > 0) process.exitCode = 1;
} finally {
  rmSync(place, { recursive: true, force: true });
}

async function pack(): Promise<string> {
  await npm(ROOT, 'pack', '--pack-destination', place);
  const stem = kilnPackage.name.replace('@', '').replace('/', '-');
  return join(place, `${stem}-${kilnPackage.version}.tgz`);
}

async function install(wanted: string): Promise<Installed> {
  const folder = mkdtempSync(join(place, 'adopter-'));
  writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
  const begun = performance.now();
  await npm(
    folder,
    'install',
    '--prefer-offline',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    wanted,
  );
  const seconds = (performance.now() - begun) / 1000;
  const { packages } = JSON.parse(
    readFileSync(join(folder, 'node_modules/.package-lock.json'), 'utf8'),
  ) as { packages: Record<string, { version: string; hasInstallScript?: boolean }> };
  const names = Object.keys(packages).map((it) => it.replace(/^.*node_modules\//, ''));
  const { dependencies } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  const [name = ''] = Object.keys(dependencies);
  const result = {
    name: `${name} ${packages[`node_modules/${name}`]?.version}`,
    size: sizeOf(join(folder, 'node_modules')),
    packages: names.length,
    seconds,
    scripts: names.filter((_, index) => Object.values(packages)[index]?.hasInstallScript),
    weights: Object.keys(packages).map((it) => [nameOf(it), sizeOf(join(folder, it))] as const),
  };
  rmSync(folder, { recursive: true });
  return result;
}

function nameOf(path: string): string {
  return path.replace(/^.*node_modules\//, '');
}

/** Megabytes that a folder takes on a disk, in blocks of four kilobytes, as `du` counts. */
function sizeOf(folder: string): number {
  const blocks = (path: string): number => {
    const stat = lstatSync(path);
    const own = Math.ceil(stat.size / 4096);
    if (!stat.isDirectory()) return own;
    return readdirSync(path).reduce((sum, it) => sum + blocks(join(path, it)), own);
  };
  return (blocks(folder) * 4096) / 2 ** 20;
}

function render(installed: readonly Installed[]): string {
  const rows = installed.map(({ name, size, packages, seconds, scripts }) =>
    [name, size.toFixed(0), packages, seconds.toFixed(0), scripts.join(', ') || 'none'].join(' | '),
  );
  const heaviest = (installed[0]?.weights ?? []).toSorted(([, a], [, b]) => b - a).slice(0, 10);
  return `# What an installed Kiln weighs

Written by \`npm run bench:package\` with Node ${process.versions.node}: each package is installed by npm into an empty
folder for the second time, so that nothing has to be fetched. Kiln is to stay below ${MOST.size} MB and ${MOST.packages} packages and to bring
no install script. Schemathesis, which \`kiln schemathesis --install\` gets, is not counted.

| package | MB on disk | packages | seconds | install scripts |
| --- | ---: | ---: | ---: | --- |
${rows.map((it) => `| ${it} |`).join('\n')}

What weighs most in Kiln's:

| package | MB |
| --- | ---: |
${heaviest.map(([name, size]) => `| ${name} | ${size.toFixed(1)} |`).join('\n')}
`;
}

function npm(cwd: string, ...argv: string[]): Promise<unknown> {
  return promisify(execFile)('npm', argv, { cwd, maxBuffer: 2 ** 28 });
}
