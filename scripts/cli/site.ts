import type { ApiModel } from '../model/api-model.ts';
import { renderSite } from '../docs/docs.ts';
import { GENERATED } from './generated.ts';
import type { Io } from './io.ts';
import { redoclyPath } from './redocly.ts';

/** The folder of the documentation site. */
const SITE = `${GENERATED}/site`;

/** Writes the documentation site anew and returns the path of its first page. */
export async function writeSite(io: Io, apis: readonly ApiModel[]): Promise<string> {
  const files = renderSite(apis, {
    script: await io.readText(redoclyPath('lib/chunks/redoc.standalone.js')),
    licence: await io.readText(redoclyPath('LICENSE')),
    notices: await io.readText(redoclyPath('THIRD_PARTY_NOTICES')),
  });
  await io.remove(SITE);
  for (const { path, text } of files) await io.writeText(`${SITE}/${path}`, text);
  return `${SITE}/index.html`;
}
