import { html, type Html } from '../../page/html.ts';
import type { EntryView } from './entry-view.ts';

/** What the page shows where no script runs: as it was when it was asked for. */
export interface Scriptless {
  readonly origin: string;
  readonly requests: readonly EntryView[];
  readonly clock: {
    readonly now: string;
    readonly frozen: boolean;
    readonly offsetSeconds: number;
  };
  readonly limits: readonly {
    readonly client: string;
    readonly api: string;
    readonly category: string;
    readonly remaining: number;
    readonly limit: number;
    readonly secondsLeft: number;
  }[];
  /** The API and the status that were asked for, empty for all. */
  readonly chosen: { readonly api: string; readonly status: string };
  readonly apis: readonly string[];
}

const STATUSES = ['2XX', '3XX', '4XX', '5XX', '400', '401', '403', '404', '429'];

/**
 * Requests, clock and limits as tables, a filter that needs no script, and where the page can be asked to do more. The
 * script takes it away.
 */
export function renderScriptless(shown: Scriptless): Html {
  const { requests, clock, limits, chosen, apis, origin } = shown;
  return html`<div id="scriptless">
    <p class="card">
      Without JavaScript this page shows what there was when it was loaded. Load it again for more;
      the clock is set with
      <code>curl -X PUT …/clock -H 'Content-Type: application/json' -d '{"advance": 60}'</code>. The
      same is told as JSON: <a href="/requests">requests</a>, <a href="/limits">limits</a>,
      <a href="/clock">clock</a>.
    </p>
    <form method="get" action="/" class="filters" aria-label="Filter">
      ${renderSelect('api', 'API', apis, chosen.api)}
      ${renderSelect('status', 'Status', STATUSES, chosen.status)}
      <button type="submit" class="button plain">Show</button>
    </form>
    <p>
      The clock of the mock:
      <time datetime="${clock.now}">${clock.now.slice(0, 19).replace('T', ' ')}</time>
      UTC${clock.frozen && ', frozen'}${clock.offsetSeconds !== 0 && `, ${Math.round(clock.offsetSeconds)} s beside the real time`}.
    </p>
    <div class="scroll" tabindex="0" role="region" aria-label="Requests">
      <table>
        <caption>
          Requests, newest first
        </caption>
        <thead>
          <tr>
            <th scope="col">Time</th>
            <th scope="col">Status</th>
            <th scope="col">Request</th>
            <th scope="col">Operation</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          ${requests.map(renderRow)}
        </tbody>
      </table>
    </div>
    ${requests.length === 0 && html`<p>No request yet. Send one below <code>${origin}</code>.</p>`}
    ${limits.length > 0 && renderLimits(limits)}
  </div>`;
}

function renderSelect(
  name: string,
  label: string,
  values: readonly string[],
  chosen: string,
): Html {
  return html`<label
    ><span>${label}</span>
    <select name="${name}">
      <option value="">all</option>
      ${values.map((it) => html`<option ${it === chosen && 'selected'}>${it}</option>`)}
    </select></label
  >`;
}

function renderRow(entry: EntryView): Html {
  const { id, at, status, method, path, api, operation, stage, message } = entry;
  return html`<tr>
    <td>${at.slice(11, 19)}</td>
    <td>${status}</td>
    <th scope="row"><a href="/requests/${id}">${method} ${path}</a></th>
    <td>${[api, operation].filter(Boolean).join(' · ')}</td>
    <td>${stage !== null && `${stage}: ${message ?? ''}`}</td>
  </tr>`;
}

function renderLimits(limits: Scriptless['limits']): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="Limits">
    <table>
      <caption>
        Limits
      </caption>
      <tbody>
        ${limits.map(
          (it) =>
            html`<tr>
              <th scope="row">${it.client}</th>
              <td>${it.api} · ${it.category}</td>
              <td>${it.remaining} of ${it.limit} left, renews in ${it.secondsLeft} s</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
