import type { ApiModel } from '../model/api-model.ts';
import type { OutputFile } from '../base/output-file.ts';
import { html, type Html } from '../page/html.ts';
import { countOf } from './count-words.ts';
import { markdownToHtml } from './markdown/markdown-to-html.ts';
import type { SiteFrame } from './shell/site-frame.ts';
import { renderSitePage } from './shell/site-page.ts';
import { TWIN_STYLES } from './twins/twin-styles.ts';

/** What is known of an API beyond its description. */
export interface BesideApi {
  /** Its CHANGELOG.md. */
  readonly changelog?: string | undefined;
  /** The last run of its contract tests. */
  readonly run?: ContractResult | undefined;
  /** How its client comes into a project: a line for a shell. */
  readonly install?: string | undefined;
}

interface ContractResult {
  /** Day on which it began, `YYYY-MM-DD`. */
  readonly day: string;
  readonly held: number;
  readonly violated: number;
  readonly requests: number;
  /** The report as a page of its own, where one was written. */
  readonly report: string | undefined;
}

/** The changelog and the last report as pages of the site. */
export function besidePages(site: SiteFrame, api: ApiModel, beside: BesideApi = {}): OutputFile[] {
  const { changelog, run } = beside;
  return [
    ...(changelog === undefined
      ? []
      : [{ path: changelogOf(api), text: renderChangelog(site, api, changelog) }]),
    ...(run?.report === undefined ? [] : [{ path: reportOf(api), text: run.report }]),
  ];
}

/** What the card of an API adds of these; nothing where nothing is known. */
export function renderBeside(api: ApiModel, { run, install }: BesideApi): Html {
  return html`${
    install !== undefined &&
    html`<h3>Typed client</h3>
      <pre
        tabindex="0"
        aria-label="Install the client of ${api.title}"
      ><code>${install}</code></pre>`
  }
  ${run && renderRun(api, run)}`;
}

/** The way to the changelog, where there is one. */
export function renderChangesLink(api: ApiModel, { changelog }: BesideApi): Html {
  return html`${
    changelog !== undefined &&
    html`<a class="button plain" href="${changelogOf(api)}"
      >Changes<span class="hidden"> to ${api.title}</span></a
    >`
  }`;
}

function renderRun(api: ApiModel, { day, held, violated, requests, report }: ContractResult): Html {
  const tried = held + violated;
  const verdict =
    violated === 0
      ? `all ${tried.toLocaleString('en-US')} checks held`
      : `${countOf(violated, 'check')} of ${tried.toLocaleString('en-US')} failed`;
  return html`<h3>Last contract test</h3>
    <p>
      <span class="badge ${violated === 0 ? 'good' : 'bad'}">${verdict}</span>
      ${countOf(requests, 'request')} on
      ${day}${
        report !== undefined &&
        html`, <a href="${reportOf(api)}">report<span class="hidden"> of ${api.title}</span></a>`
      }
    </p>`;
}

function renderChangelog(site: SiteFrame, api: ApiModel, changelog: string): string {
  return renderSitePage(site, {
    path: changelogOf(api),
    title: `Changes to ${api.title}`,
    description: `What changed in the description of ${api.title}, newest first.`,
    styles: TWIN_STYLES,
    body: html`<nav class="crumbs" aria-label="Place">
        <a href="../index.html">All APIs</a> / <a href="index.html">${api.title}</a>
      </nav>
      <article>${markdownToHtml(changelog, { resolve: outside })}</article>`,
  });
}

/** Files of the repository are not in the site. */
function outside(target: string): string | undefined {
  return /^(?:[a-z][\w+.-]*:|#)/i.test(target) ? target : undefined;
}

function changelogOf({ name }: ApiModel): string {
  return `${name}/changelog.html`;
}

function reportOf({ name }: ApiModel): string {
  return `${name}/report.html`;
}
