import { createHash } from 'node:crypto';
import { stringify } from 'yaml';
import type { ApiModel } from '../model/api-model.ts';
import { SHARED_STYLES } from '../page/page.ts';
import type { OutputFile } from '../base/output-file.ts';
import { renderComparison } from './compare/compare-page.ts';
import { evidencePageOf, renderEvidencePage } from './evidence-page.ts';
import { besidePages, type BesideApi } from './beside-api.ts';
import { GUIDES, type Guide } from './guides/guide.ts';
import { guidePages } from './guides/guide-pages.ts';
import { renderLandingPage } from './landing-page.ts';
import { toClassicScript, type Redoc } from './redoc-script.ts';
import { renderReferencePage } from './reference-page.ts';
import type { ClientCall } from './samples/samples-of.ts';
import { searchIndex } from './search/search-index.ts';
import { SEARCH_SCRIPT } from './search/search-script.ts';
import type { SiteFrame } from './shell/site-frame.ts';
import { SITE_STYLES } from './shell/site-styles.ts';
import { THEME_SCRIPT } from './shell/theme-script.ts';
import { renderMissingPage, renderSitemap, wayPages } from './shell/way-pages.ts';
import { COMPARISON, isCompared } from './site-links.ts';
import { renderTryPage, tryPageOf } from './try/try-page.ts';
import { TRY_SCRIPT } from './try/try-script.ts';
import { renderAgentIndex, renderAgentText } from './twins/agent-texts.ts';
import { renderAllPage } from './twins/all-page.ts';
import { twinsOf } from './twins/twins-of.ts';

/** Other people's scripts that a site is made with; the CLI reads them. */
export interface SiteLibraries {
  readonly redoc: Redoc;
  readonly search: {
    /** Text of MiniSearch as a classic script that defines the global `MiniSearch`. */
    readonly script: string;
    readonly licence: string;
  };
}

export interface SiteOptions {
  /** Where the site will be published, for canonical addresses and the sitemap. */
  readonly address?: string | undefined;
  /** How the typed client calls an operation: the samples in TypeScript. */
  readonly clientCall?: ClientCall | undefined;
  /** Texts that become pages, in the order of the list. */
  readonly guides?: readonly Guide[];
  /** What else is known of an API, by its name. */
  readonly beside?: ReadonlyMap<string, BesideApi>;
}

/** The documentation site: pages for people and texts for programs, and the descriptions to download. */
export function renderSite(
  apis: readonly ApiModel[],
  { redoc, search }: SiteLibraries,
  { address, clientCall, guides = [], beside = new Map() }: SiteOptions = {},
): OutputFile[] {
  const places: SiteFrame['places'] = guides.length > 0 ? [[GUIDES, 'Guides']] : [];
  const draft = { apis, address, clientCall, places };
  const assets = [
    asset('redoc', toClassicScript(redoc.script)),
    asset('theme', THEME_SCRIPT),
    asset(
      'search',
      `${search.script}\n;var KILN_INDEX=${JSON.stringify(searchIndex(draft, guides))};\n${SEARCH_SCRIPT}`,
    ),
    asset('styles', SHARED_STYLES + SITE_STYLES, 'css'),
    asset('try', TRY_SCRIPT),
  ] as const;
  const [renderer, theme, finder, styles, trial] = assets;
  const site: SiteFrame = {
    ...draft,
    assets: { theme: theme.path, search: finder.path, styles: styles.path },
  };
  const twins = apis.map((api) => twinsOf(site, api));
  const pages: OutputFile[] = [
    { path: 'index.html', text: renderLandingPage(site, beside) },
    ...(isCompared(apis) ? [{ path: COMPARISON, text: renderComparison(site) }] : []),
    ...twins.flatMap((all) => {
      const { api, paths, bodies } = all;
      return [
        {
          path: `${api.name}/index.html`,
          text: renderReferencePage(site, all, `../${renderer.path}`),
        },
        ...(api.ledger
          ? [{ path: evidencePageOf(api), text: renderEvidencePage(site, api, api.ledger) }]
          : []),
        ...all.pages,
        { path: tryPageOf(api), text: renderTryPage(site, api, `../${trial.path}`) },
        ...besidePages(site, api, beside.get(api.name)),
        { path: `${api.name}/all.html`, text: renderAllPage(site, api, paths, bodies) },
      ];
    }),
  ];
  pages.push(...guidePages(site, guides));
  return [
    ...pages,
    ...twins.flatMap((it) => it.markdown),
    ...wayPages(site),
    { path: '404.html', text: renderMissingPage(site) },
    { path: 'llms.txt', text: renderAgentIndex(site, twins) },
    { path: 'llms-full.txt', text: renderAgentText(twins) },
    ...(address === undefined
      ? []
      : [
          {
            path: 'sitemap.xml',
            text: renderSitemap(
              address,
              pages.map(({ path }) => path),
            ),
          },
        ]),
    ...assets,
    { path: 'assets/redoc.LICENSE.txt', text: `${redoc.licence}\n${redoc.notices}` },
    { path: 'assets/search.LICENSE.txt', text: search.licence },
    ...apis.flatMap((api) => [
      { path: `${api.name}/openapi.json`, text: `${JSON.stringify(api.written, null, 2)}\n` },
      { path: `${api.name}/openapi.yaml`, text: stringify(api.written, { lineWidth: 100 }) },
    ]),
  ];
}

/** A script or a style sheet under a name that changes with it, so that a kept copy is never stale. */
function asset(name: string, text: string, ending = 'js'): OutputFile {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 10);
  return { path: `assets/${name}.${hash}.${ending}`, text };
}
