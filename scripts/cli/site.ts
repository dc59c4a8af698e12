import { fileURLToPath } from 'node:url';
import type { ApiModel } from '../model/api-model.ts';
import { arrayOf } from '../base/json.ts';
import { jsonOrNone } from '../base/json-text.ts';
import { UserError } from '../base/user-error.ts';
import { apiNameOf } from '../load/api-name.ts';
import { renderSite, type SiteLibraries } from '../docs/docs.ts';
import { sampleCalls } from '../generate/sample-call.ts';
import { loadDescription } from './descriptions.ts';
import type { Io } from './io.ts';
import { redoclyPath } from './redocly.ts';
import { besideOf, guidesOf } from './site-parts.ts';
import { outputsOf, settingsOf } from './settings.ts';

/** The folder of the documentation site. */
async function siteFolder(io: Io): Promise<string> {
  return `${(await outputsOf(io)).generated}/site`;
}

/** Which descriptions the site is of, so that a site of some keeps the others. */
const SOURCES = 'sources.json';

interface WrittenSite {
  /** Path of its first page. */
  readonly page: string;
  /** The APIs that it shows. */
  readonly apis: readonly ApiModel[];
}

interface SiteChoice {
  /** Whether no API was named: then the site shows these alone. */
  readonly isAll: boolean;
  /** Where it will be published, with a slash at its end. */
  readonly address?: string | undefined;
}

/** The scripts that come with a site, as they are installed. */
async function librariesOf(io: Io): Promise<SiteLibraries> {
  const search = new URL('../../', import.meta.resolve('minisearch'));
  return {
    redoc: {
      script: await io.readText(redoclyPath('lib/chunks/redoc.standalone.js')),
      licence: await io.readText(redoclyPath('LICENSE')),
      notices: await io.readText(redoclyPath('THIRD_PARTY_NOTICES')),
    },
    search: {
      script: await io.readText(fileURLToPath(new URL('dist/umd/index.js', search))),
      licence: await io.readText(fileURLToPath(new URL('LICENSE.txt', search))),
    },
  };
}

/**
 * Writes the documentation site anew. Where only some APIs are named, the others that it showed
 * before keep their pages.
 */
export async function writeSite(
  io: Io,
  named: readonly ApiModel[],
  { isAll, address }: SiteChoice,
): Promise<WrittenSite> {
  const site = await siteFolder(io);
  const others = isAll ? [] : await othersOf(io, named);
  const apis = [...named, ...others].toSorted((left, right) => left.name.localeCompare(right.name));
  const { client } = await settingsOf(io);
  const calls = new Map(apis.map((api) => [api, sampleCalls(api, client.name)]));
  const files = renderSite(apis, await librariesOf(io), {
    address,
    clientCall: (api, operation) => calls.get(api)?.(operation),
    guides: await guidesOf(io),
    beside: await besideOf(io, apis),
  });
  await io.remove(site);
  for (const { path, text } of files) await io.writeText(`${site}/${path}`, text);
  const sources = apis.map(placeOf);
  await io.writeText(`${site}/${SOURCES}`, `${JSON.stringify(sources, null, 2)}\n`);
  return { page: `${site}/index.html`, apis };
}

/** What the site shows beside the APIs named. A description that is gone or unreadable leaves it. */
async function othersOf(io: Io, named: readonly ApiModel[]): Promise<ApiModel[]> {
  const path = `${await siteFolder(io)}/${SOURCES}`;
  const recorded = (await io.exists(path)) ? jsonOrNone(await io.readText(path)) : undefined;
  const apis: ApiModel[] = [];
  for (const source of arrayOf(recorded)) {
    if (typeof source !== 'string' || named.some((it) => placeOf(it) === source)) continue;
    const api = await loadDescription(io, source).catch((error: unknown) => {
      if (!(error instanceof UserError)) throw error;
      io.err(`${source} is no longer in the site: ${error.message}\n`);
    });
    if (api && !named.some(({ name }) => name === api.name)) apis.push(api);
  }
  return apis;
}

/** By what it can be found again, and never with what may be a key. */
function placeOf({ name, source }: ApiModel): string {
  return apiNameOf(source) === name ? source : `${name}=${source}`;
}
