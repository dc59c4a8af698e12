import { hash } from 'node:crypto';
import type { ApiModel } from '../../model/api-model.ts';
import { html, type Html } from '../../page/html.ts';
import { renderPage } from '../../page/page.ts';
import type { Mount } from '../mounts.ts';
import { PAGE_SCRIPT } from './page-script.ts';
import { PAGE_STYLES } from './page-styles.ts';
import { renderScriptless, type Scriptless } from './scriptless.ts';

interface ControlPage {
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** The page that watches and drives the mock: one document, whose policy lets nothing but its script run. */
export function renderControlPage(
  apis: readonly ApiModel[],
  mounts: readonly Mount[],
  scriptless: Scriptless,
): ControlPage {
  const digest = hash('sha256', PAGE_SCRIPT, 'base64');
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${digest}'`,
    "style-src 'unsafe-inline'",
    "connect-src 'self'",
    'img-src data:',
    "base-uri 'none'",
    "form-action 'self'",
  ].join('; ');
  const page = renderPage({
    title: 'Kiln mock: live requests',
    description: 'Requests to the mock as they come, how each ended and why.',
    styles: PAGE_STYLES,
    bar: html`<span class="where">mock control</span>
      <span id="link" class="badge quiet" role="status">not live</span>`,
    body: renderBody(apis, mounts, scriptless),
    script: { text: PAGE_SCRIPT, policy },
  });
  return {
    html: page,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      // A policy in the document cannot forbid frames.
      'content-security-policy': `${policy}; frame-ancestors 'none'`,
      'referrer-policy': 'no-referrer',
    },
  };
}

function renderBody(
  apis: readonly ApiModel[],
  mounts: readonly Mount[],
  scriptless: Scriptless,
): Html {
  return html`
    <h1>Live requests</h1>
    ${renderScriptless(scriptless)}
    <div id="board" class="board" hidden>
      <section class="feed" aria-label="Requests">
        ${renderFilters(apis)}
        <p id="count" class="muted" role="status"></p>
        <ol id="rows" class="rows"></ol>
        <div id="none" class="card none" hidden>
          <h2>Waiting for the first request</h2>
          <p>Send one to any of these; it shows here at once.</p>
          <ul>
            ${[...new Set(mounts.map(({ basePath }) => basePath))].map(
              (path) => html`<li><code>${scriptless.origin}${path}</code></li>`,
            )}
          </ul>
        </div>
        <p id="hidden" class="card none" hidden>No request matches the filter.</p>
      </section>
      <div class="side">${renderClockCard()} ${renderLimitsCard()}</div>
    </div>
    <p id="done" class="toast" role="status"></p>
    <dialog id="detail" aria-labelledby="detail-title"></dialog>
  `;
}

function renderFilters(apis: readonly ApiModel[]): Html {
  return html`<form id="filters" class="filters" aria-label="Filter">
    <label>
      <span>API</span>
      <select name="api">
        <option value="">all</option>
        ${apis.map(({ name }) => html`<option>${name}</option>`)}
      </select>
    </label>
    <label>
      <span>Ended</span>
      <select name="ended">
        <option value="">any way</option>
        <option value="served">served</option>
        <option value="refused">refused</option>
        ${['2XX', '4XX', '5XX', '400', '401', '404', '429'].map(
          (status) => html`<option>${status}</option>`,
        )}
      </select>
    </label>
    <label class="wide">
      <span>Path or operation</span>
      <input name="text" type="search" autocomplete="off" spellcheck="false" />
    </label>
    <button type="button" id="clear" class="button plain">Clear list</button>
  </form>`;
}

function renderClockCard(): Html {
  return html`<section class="card" aria-labelledby="clock-title">
    <h2 id="clock-title">Clock <span id="mode" class="badge quiet">–</span></h2>
    <p class="time"><time id="now">–</time></p>
    <p id="offset" class="muted"></p>
    <div class="buttons steps-of-time">
      <button type="button" class="button" id="freeze">Freeze</button>
      <button type="button" class="button" id="resume" hidden>Back to real time</button>
      <button type="button" class="button plain" data-advance="60">+ 60 s</button>
      <button type="button" class="button plain" data-advance="3600">+ 1 h</button>
      <button type="button" class="button plain" data-advance="86400">+ 24 h</button>
    </div>
    <p class="hint">Windows, sessions and asynchronous progress follow this clock.</p>
  </section>`;
}

function renderLimitsCard(): Html {
  return html`<section class="card" aria-labelledby="limits-title">
    <h2 id="limits-title">Limits</h2>
    <div id="limits" class="limits"></div>
    <p id="unused" class="muted">Nobody has been counted in the current window.</p>
    <div class="buttons">
      <button type="button" class="button plain" id="reset">Reset counters and state</button>
    </div>
  </section>`;
}
