import type { ApiModel, Operation } from '../../model/api-model.ts';
import { html, type Html } from '../../page/html.ts';
import type { Pointer } from '../../base/json-pointer.ts';
import { operationHash, pageOf } from '../deep-links.ts';
import { weakestStatus } from '../evidence-notes.ts';
import { TONES } from '../tones.ts';

/** Something said of an API, and where its description says it. */
export interface Fact {
  readonly words: Html;
  readonly at?: readonly Pointer[];
}

/** The facts below each other, each marked by how sure it is; nothing where there is none. */
export function renderFacts(api: ApiModel, facts: readonly Fact[]): Html | undefined {
  if (facts.length === 0) return undefined;
  return html`<ul class="stack">
    ${facts.map(({ words, at = [] }) => html`<li>${renderDot(api, at)}<span>${words}</span></li>`)}
  </ul>`;
}

/** A dot in the colour of the least certain claim about these places. */
export function renderDot(api: ApiModel, at: readonly Pointer[]): Html {
  const ids = at.flatMap((pointer) => api.claimsAt(pointer));
  const status = weakestStatus(ids.flatMap((id) => api.ledger?.claims.get(id) ?? []));
  if (status === undefined) return html``;
  return html`<i
    class="dot ${TONES[status]}"
    role="img"
    aria-label="${status}"
    title="${status}"
  ></i>`;
}

export function codes(texts: readonly string[]): Html[] {
  return texts.map((text, i) => html`${i > 0 && ' '}<code>${text}</code>`);
}

/** Leads to the place of an operation or a webhook in the reference. */
export function operationLink(api: ApiModel, operation: Operation): Html {
  return html`<a href="${pageOf(api, operationHash(api, operation))}">${operation.id}</a>`;
}

/** The same for those that are known by their ids alone. */
export function linksTo(api: ApiModel, ids: readonly string[]): Html[] {
  const known = [...api.operations, ...api.webhooks];
  return ids.map((id, i) => {
    const target = known.find((it) => it.id === id);
    return html`${i > 0 && ', '}${target ? operationLink(api, target) : html`<code>${id}</code>`}`;
  });
}
