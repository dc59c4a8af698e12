import type { ApiModel, Operation } from '../../model/api-model.ts';
import { credentialsOf } from '../../wire/credentials.ts';
import { html, trusted } from '../../page/html.ts';
import { sampleRequest, sampleVariable, type SampleText } from '../samples/sample-request.ts';
import type { SiteFrame } from '../shell/site-frame.ts';
import { renderSitePage } from '../shell/site-page.ts';
import { TWIN_STYLES } from '../twins/twin-styles.ts';

/** Where calls of an API can be tried on a mock: a page of its own, since only it may ask a server anything. */
export function tryPageOf({ name }: ApiModel): string {
  return `${name}/try.html`;
}

/** A call as the page's script fills it in. */
interface TryCall {
  readonly id: string;
  readonly says: string;
  readonly method: string;
  /** Below the address of the mock. */
  readonly path: string;
  readonly headers: string;
  readonly body: string;
  /** What has to be done before, or by hand. */
  readonly note: string;
}

/**
 * The page on which a reader sends requests to a mock on the own machine. It may ask loopback addresses and nobody
 * else, and it asks when told to. `script` is the address of `TRY_SCRIPT`, seen from the page.
 */
export function renderTryPage(site: SiteFrame, api: ApiModel, script: string): string {
  const calls = api.operations.map((operation) => callOf(api, operation));
  const base = `http://127.0.0.1:4010/${api.name}${api.servers[0]?.basePath ?? ''}`;
  return renderSitePage(site, {
    path: tryPageOf(api),
    title: `Try ${api.title} on a mock`,
    description: `Send requests of ${api.title} to a mock on your own machine.`,
    policy: TRY_POLICY,
    styles: TWIN_STYLES + STYLES,
    body: html`<nav class="crumbs" aria-label="Place">
        <a href="../index.html">All APIs</a> / <a href="index.html">${api.title}</a>
      </nav>
      <h1>Try it on a mock</h1>
      <p class="lede">
        Start the mock, choose a call, and send it. Nothing leaves your machine: this page may only
        ask loopback addresses, and the credentials are those that the mock makes up.
      </p>
      <pre tabindex="0"><code>npx kiln mock ${api.argument} --port 4010</code></pre>
      <noscript><p>Sending a request takes JavaScript, which is switched off.</p></noscript>
      <form class="try" hidden>
        <label class="wide"
          >Call
          <select name="call">
            ${calls.map(({ id, says }, i) => html`<option value="${i}">${id}: ${says}</option>`)}
          </select></label
        >
        <label class="wide"
          >Address of the mock <input name="base" value="${base}" spellcheck="false"
        /></label>
        <label>Method <input name="method" spellcheck="false" /></label>
        <label class="rest">Path and query <input name="path" spellcheck="false" /></label>
        <label class="wide"
          >Header fields, one a line
          <textarea name="headers" rows="3" spellcheck="false"></textarea>
        </label>
        <label class="wide"
          >Body <textarea name="body" rows="8" spellcheck="false"></textarea>
        </label>
        <p class="muted wide note"></p>
        <p class="wide"><button class="button" type="submit">Send to the mock</button></p>
      </form>
      <section class="answer" aria-live="polite" aria-label="Answer" hidden>
        <h2></h2>
        <pre tabindex="0"><code></code></pre>
      </section>
      <script type="application/json" id="calls">
        ${trusted(JSON.stringify(calls).replaceAll('<', String.raw`\u003c`))}
      </script>
      <script src="${script}"></script>`,
  });
}

const TRY_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src data:; base-uri 'none'; " +
  "form-action 'none'; connect-src http://127.0.0.1:* http://localhost:*";

function callOf(api: ApiModel, operation: Operation): TryCall {
  const request = sampleRequest(api, operation);
  const secrets = secretsOf(api, operation);
  const filled = (text: SampleText) =>
    text
      .map((piece) =>
        typeof piece === 'string' ? piece : (secrets.get(piece.variable) ?? piece.variable),
      )
      .join('');
  const server = (operation.servers[0]?.url ?? '').replace(/\/$/, '');
  const { body } = request;
  const media = 'mediaType' in body ? [`Content-Type: ${body.mediaType}`] : [];
  const basic = request.isBasic ? ['Authorization: Basic '] : [];
  const form = body.kind === 'form' ? ['Content-Type: application/x-www-form-urlencoded'] : [];
  return {
    id: operation.id,
    says: operation.summary ?? `${request.method} ${operation.path}`,
    method: request.method,
    path: filled(request.url).slice(server.length),
    headers: [
      ...request.headers.map(([name, value]) => `${name}: ${filled(value)}`),
      ...basic,
      ...media,
      ...form,
    ].join('\n'),
    body: bodyText(body),
    note: noteOf(api, operation),
  };
}

function bodyText(body: ReturnType<typeof sampleRequest>['body']): string {
  if (body.kind === 'json') return JSON.stringify(body.value, null, 2);
  if (body.kind === 'text') return body.text;
  if (body.kind !== 'form') return '';
  return new URLSearchParams(
    body.pairs.map(({ name, text }): [string, string] => [name, text]),
  ).toString();
}

/** What the mock accepts for the variables of a sample. */
function secretsOf(api: ApiModel, { security }: Operation): ReadonlyMap<string, string> {
  const known = credentialsOf(api);
  const secrets = new Map<string, string>();
  for (const name of security[0]?.keys() ?? []) {
    const own = known.filter(({ scheme }) => scheme === name);
    const secret = own.find(({ access }) => access === 'write') ?? own[0];
    const isKey = api.securitySchemes.get(name)?.type === 'apiKey';
    if (secret) secrets.set(isKey ? sampleVariable(name) : 'TOKEN', secret.value);
  }
  return secrets;
}

function noteOf(api: ApiModel, operation: Operation): string {
  const notes: string[] = [];
  const schemes = [...(operation.security[0]?.keys() ?? [])].map((name) =>
    api.securitySchemes.get(name),
  );
  const { session } = api.policies;
  if (schemes.some((scheme) => scheme?.type === 'apiKey' && scheme.in === 'cookie')) {
    const how = session
      ? `send ${session.issuedBy} first, and your browser keeps the cookie`
      : 'your browser adds it';
    notes.push(`This call needs a cookie, which a page cannot set: ${how}.`);
  }
  if (operation.servers[0]?.url !== api.servers[0]?.url) {
    notes.push(
      'This call has a server of its own, which the mock lists when it starts: change the address.',
    );
  }
  if (operation.body?.content.every(({ mediaType }) => mediaType.startsWith('multipart/'))) {
    notes.push('Files are sent by the samples, not by this page.');
  }
  return notes.join(' ');
}

const STYLES = `
.try { display: grid; grid-template-columns: 120px 1fr; gap: 14px 16px; }
.try[hidden] { display: none; }
.try label { display: grid; gap: 4px; font-size: 14px; font-weight: 600; min-width: 0; }
.try .wide { grid-column: 1 / -1; margin: 0; }
.try :is(input, select, textarea) { width: 100%; padding: 9px 12px; border: 1px solid var(--line); border-radius: 8px;
  background: var(--surface); color: var(--ink); font: 14px/1.5 var(--mono); }
.try select { font-family: var(--sans); }
.try .button { cursor: pointer; font-family: var(--sans); }
.answer pre { white-space: pre-wrap; overflow-wrap: anywhere; }
@media (max-width: 480px) { .try { grid-template-columns: 1fr; } }
`;
