import type { Claim } from '../../model/evidence.ts';
import { FACT_KINDS } from '../../model/evidence.ts';
import type { ClaimCoverage } from '../../model/evidence-coverage.ts';
import { escapeMarkdown, renderFolded } from './markdown.ts';
import { renderCitations, renderClaimId } from './places.ts';
import { KIND_NAMES, type Audit } from './tally.ts';

/** All claims of an API, folded by how much they deserve the reader's doubt. */
export function renderClaims(audit: Audit): string {
  const { claims } = audit.coverage;
  const withStatus = (...statuses: readonly Claim['status'][]) =>
    claims.filter(({ claim }) => statuses.includes(claim.status));
  const lists: readonly [string, readonly ClaimCoverage[], string][] = [
    ['contradicted, and how each contradiction was resolved', withStatus('contradicted'), ''],
    ['inferred, and why each is believed', withStatus('inferred'), ''],
    ['left open by the sources', withStatus('unstated'), ''],
  ];
  const told = withStatus('documented', 'corroborated');
  return [
    renderFolded(`${told.length} documented or corroborated, by kind`, renderByKind(told, audit)),
    ...lists
      .filter(([, list]) => list.length > 0)
      .map(([title, list]) => renderFolded(`${list.length} ${title}`, renderList(list, audit))),
  ].join('\n\n');
}

function renderByKind(claims: readonly ClaimCoverage[], audit: Audit): string {
  return FACT_KINDS.flatMap((kind) => {
    const ofKind = claims.filter((it) => it.kind === kind);
    if (ofKind.length === 0) return [];
    return [`**${KIND_NAMES[kind]}**`, renderList(ofKind, audit)];
  }).join('\n\n');
}

function renderList(claims: readonly ClaimCoverage[], audit: Audit): string {
  return claims.map((it) => `- ${renderClaim(it, audit)}`).join('\n');
}

function renderClaim(found: ClaimCoverage, audit: Audit): string {
  const { claim, citations } = found;
  const { says, because, resolved, sources, at } = claim;
  const place = [sources.join(', '), at === undefined ? '' : escapeMarkdown(at)]
    .filter((part) => part !== '')
    .join(': ');
  const basis = citations.length === 0 ? '' : `Backs ${renderCitations(found, audit)}`;
  return [
    `${renderClaimId(claim, audit)} ${escapeMarkdown(says)}`,
    because === undefined ? '' : `*Why:* ${escapeMarkdown(because)}`,
    resolved === undefined ? '' : `*Resolved:* ${escapeMarkdown(resolved)}`,
    [place === '' ? '' : `*${place}*`, basis].filter((part) => part !== '').join(' · '),
  ]
    .filter((part) => part !== '')
    .join('<br>');
}
