import { fileURLToPath } from 'node:url';
import { jsonOrNone } from '../base/json-text.ts';
import { objectOf, stringOf } from '../base/json.ts';
import type { BesideApi } from '../docs/beside-api.ts';
import { guideOf, type Guide } from '../docs/guides/guide.ts';
import type { ApiModel } from '../model/api-model.ts';
import type { Io } from './io.ts';
import { outputsOf } from './settings.ts';

/** Kiln itself: the clone, or the package as it is installed. */
const KILN = fileURLToPath(new URL('../../', import.meta.url));

/** Texts of Kiln's own that explain what a site shows, in the order of the list; a package has only some. */
const TEXTS = [
  ['Use it', 'README.md'],
  ['What it means', 'specs/EXTENSIONS.md'],
  ['What it means', 'specs/EVIDENCE.md'],
  ['What it means', 'scripts/lint/rules/README.md'],
  ['What it means', 'reports/properties.md'],
  ['What it means', 'reports/faults.md'],
  ['Work on it', 'CONTRIBUTING.md'],
] as const;

/** The guides of a site, and the reference of rules, properties and extensions. */
export async function guidesOf(io: Io): Promise<Guide[]> {
  const own = (await io.list(`${KILN}docs`)).filter((name) => name.endsWith('.md')).toSorted();
  const texts = [...own.map((name) => ['Guides', `docs/${name}`] as const), ...TEXTS];
  const guides: Guide[] = [];
  for (const [group, source] of texts) {
    const text = await textOf(io, `${KILN}${source}`);
    if (text !== undefined) guides.push(guideOf(source, text, group));
  }
  return guides;
}

/** What lies beside the descriptions: their changelogs, their clients and the last runs of their tests. */
export async function besideOf(
  io: Io,
  apis: readonly ApiModel[],
): Promise<ReadonlyMap<string, BesideApi>> {
  const { generated, reports } = await outputsOf(io);
  const beside = new Map<string, BesideApi>();
  for (const { name, source } of apis) {
    const folder = source.slice(0, source.lastIndexOf('/') + 1);
    const hasClient = await io.exists(`${generated}/${name}/client.js`);
    beside.set(name, {
      // Whatever lies in the working folder itself is not about one API.
      changelog: folder === '' ? undefined : await textOf(io, `${folder}CHANGELOG.md`),
      install: hasClient ? `npm install ./${generated}` : undefined,
      run: runOf(
        await textOf(io, `${reports}/${name}/run.json`),
        await textOf(io, `${reports}/${name}/report.html`),
      ),
    });
  }
  return beside;
}

/** The verdict of a run; undefined where there is none, or one of another version. */
function runOf(text: string | undefined, report: string | undefined): BesideApi['run'] {
  const run = objectOf(text === undefined ? undefined : jsonOrNone(text));
  const { held, violated, requests } = objectOf(run['totals']);
  const day = stringOf(run['started'])?.slice(0, 10);
  if (typeof held !== 'number' || typeof violated !== 'number' || day === undefined)
    return undefined;
  return { day, held, violated, requests: typeof requests === 'number' ? requests : 0, report };
}

async function textOf(io: Io, path: string): Promise<string | undefined> {
  return (await io.exists(path)) ? await io.readText(path) : undefined;
}
