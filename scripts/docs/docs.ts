import { createHash } from 'node:crypto';
import { stringify } from 'yaml';
import type { ApiModel } from '../model/api-model.ts';
import type { OutputFile } from '../base/output-file.ts';
import { renderComparison } from './compare/compare-page.ts';
import { renderLandingPage } from './landing-page.ts';
import { toClassicScript, type Redoc } from './redoc-script.ts';
import { renderReferencePage } from './reference-page.ts';
import { COMPARISON, isCompared } from './site-links.ts';

/** The documentation site: a landing page, a reference page per API, and the descriptions to download. */
export function renderSite(apis: readonly ApiModel[], redoc: Redoc): OutputFile[] {
  const script = toClassicScript(redoc.script);
  const scriptPath = `assets/redoc.${hashOf(script)}.js`;
  return [
    { path: 'index.html', text: renderLandingPage(apis) },
    ...(isCompared(apis) ? [{ path: COMPARISON, text: renderComparison(apis) }] : []),
    { path: scriptPath, text: script },
    { path: 'assets/redoc.LICENSE.txt', text: `${redoc.licence}\n${redoc.notices}` },
    ...apis.flatMap((api) => [
      {
        path: `${api.name}/index.html`,
        text: renderReferencePage({ api, site: apis }, `../${scriptPath}`),
      },
      { path: `${api.name}/openapi.json`, text: `${JSON.stringify(api.written, null, 2)}\n` },
      { path: `${api.name}/openapi.yaml`, text: stringify(api.written, { lineWidth: 100 }) },
    ]),
  ];
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}
