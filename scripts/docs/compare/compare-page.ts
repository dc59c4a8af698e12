import { CLAIM_STATUSES } from '../../model/evidence.ts';
import { html } from '../../page/html.ts';
import { countOf } from '../count-words.ts';
import { EVIDENCE_BAR_STYLES } from '../evidence-bar.ts';
import type { SiteFrame } from '../shell/site-frame.ts';
import { renderSitePage } from '../shell/site-page.ts';
import { COMPARISON } from '../site-links.ts';
import { TONES } from '../tones.ts';
import { compareAuthentication } from './authentication.ts';
import { compareBeyond } from './beyond.ts';
import { COMPARISON_STYLES } from './compare-styles.ts';
import { compareErrors } from './errors.ts';
import { compareLimits } from './limits.ts';
import { comparePaging } from './paging.ts';
import { compareSize } from './size.ts';
import { compareVersions } from './versions.ts';

/** One page on how the APIs of a site differ in what every client has to get right. */
export function renderComparison(site: SiteFrame): string {
  const { apis } = site;
  const sections = [
    compareAuthentication(apis),
    compareErrors(apis),
    compareLimits(apis),
    comparePaging(apis),
    compareVersions(apis),
    compareBeyond(apis),
    compareSize(apis),
  ];
  return renderSitePage(site, {
    path: COMPARISON,
    title: 'Comparison · Kiln',
    description: `How ${countOf(apis.length, 'API')} differ: authentication, errors, limits, paging and versions.`,
    styles: EVIDENCE_BAR_STYLES + COMPARISON_STYLES,
    body: html`<div class="hero">
        <h1>${countOf(apis.length, 'API')} compared</h1>
        <p class="lede">
          What a client has to get right, side by side. All of it is read from the descriptions;
          each rule leads to its place in the reference.
        </p>
        <ul class="legend" aria-label="How sure a rule is">
          ${CLAIM_STATUSES.map(
            (status) => html`<li><i class="dot ${TONES[status]}"></i> ${status}</li>`,
          )}
        </ul>
        <nav class="chips" aria-label="On this page">
          ${sections.map(({ id, title }) => html`<a href="#${id}">${title}</a>`)}
        </nav>
      </div>
      ${sections.map(
        ({ id, title, says, tables }) =>
          html`<section class="card" id="${id}" aria-labelledby="${id}-title">
            <h2 id="${id}-title">${title}</h2>
            <p class="muted">${says}</p>
            ${tables}
          </section>`,
      )}`,
  });
}
