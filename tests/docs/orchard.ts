import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { ApiModel } from '../../scripts/model/api-model.ts';
import type { SiteLibraries } from '../../scripts/docs/docs.ts';
import type { SiteFrame } from '../../scripts/docs/shell/site-frame.ts';
import type { Redoc } from '../../scripts/docs/redoc-script.ts';
import { loadApi } from '../../scripts/load/load-api.ts';

/** A made-up API whose description uses everything of OpenAPI that the documentation draws. */
export function loadOrchard(): Promise<ApiModel> {
  return loadCase('orchard');
}

/** Another one, which the orchard replaces, with every policy but quotas. */
export function loadMill(): Promise<ApiModel> {
  return loadCase('mill');
}

function loadCase(name: string): Promise<ApiModel> {
  const root = resolve(import.meta.dirname, `cases/${name}/openapi.yaml`);
  return loadApi(root, {
    readText: (path) => Promise.resolve(readFileSync(path, 'utf8')),
    exists: (path) => Promise.resolve(existsSync(path)),
    bundle: (path) => Promise.reject(new Error(`${path} is a single file`)),
  });
}

/** The renderer as installed. */
export function readRedoc(): Redoc {
  const folder = resolve(import.meta.dirname, '../../node_modules/@redocly/cli');
  const read = (path: string) => readFileSync(resolve(folder, path), 'utf8');
  return {
    script: read('lib/chunks/redoc.standalone.js'),
    licence: read('LICENSE'),
    notices: read('THIRD_PARTY_NOTICES'),
  };
}

/** Everything that a site is made with, as installed. */
export function readLibraries(): SiteLibraries {
  const folder = resolve(import.meta.dirname, '../../node_modules/minisearch');
  const read = (path: string) => readFileSync(resolve(folder, path), 'utf8');
  return {
    redoc: readRedoc(),
    search: { script: read('dist/umd/index.js'), licence: read('LICENSE.txt') },
  };
}

/** As much of the renderer as a test without a browser needs. */
export const REDOC_STUB: Redoc = {
  script: [
    'const{RedocStandalone,hydrate,init}=(()=>{',
    'const logos=[`https://cdn.redoc.ly/redoc/logo-mini-full.svg`,`https://cdn.redoc.ly/redoc/logo-mini.svg`];',
    'const worker=()=>import.meta.dirname+`/node.mjs`+import.meta.url.replace(`a`,`b`);',
    'const markup=/<(?:p|blockquote|h[1-6])(?:\\s[^>]*)?>/;',
    'const f=(t,e)=>({label:t(`httpAuthorizationScheme`,`HTTP Authorization Scheme`),value:e.type});',
    'const choice=(e,t,r)=>({"aria-label":`Example`,options:e.map((it)=>r[it])});',
    'return{RedocStandalone:logos,hydrate:markup,init:worker}})();',
    'export{RedocStandalone,hydrate,init};',
  ].join(''),
  licence: 'the licence',
  notices: 'the notices',
};

/** The same of all that a site is made with. */
export const LIBRARY_STUBS: SiteLibraries = {
  redoc: REDOC_STUB,
  search: { script: 'var MiniSearch;', licence: 'the licence of the search' },
};

/** What the pages of a site of these APIs share. */
export function siteOf(apis: readonly ApiModel[], more: Partial<SiteFrame> = {}): SiteFrame {
  const assets = {
    theme: 'assets/theme.js',
    search: 'assets/search.js',
    styles: 'assets/styles.css',
  };
  return { apis, address: undefined, assets, places: [], ...more };
}
