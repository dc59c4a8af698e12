import {
  CLAIM_STATUSES,
  type Claim,
  type ClaimStatus,
  type EvidenceLedger,
  type EvidenceSource,
} from '../model/evidence.ts';
import {
  arrayOf,
  isObject,
  stringsOf,
  objectOf,
  stringOf,
  type Json,
  type JsonObject,
} from '../base/json.ts';
import { countOf } from './count-words.ts';

/** The claims that a node's own `x-evidence` names. */
export function claimsBehind(node: Json | undefined, ledger: EvidenceLedger): Claim[] {
  const evidence = isObject(node) ? node['x-evidence'] : undefined;
  const ids = isObject(evidence) ? Object.values(evidence).flatMap(arrayOf) : arrayOf(evidence);
  return [...new Set(stringsOf(ids))].flatMap((id) => ledger.claims.get(id) ?? []);
}

/** The status that deserves the reader's doubt most. */
export function weakestStatus(claims: readonly Claim[]): ClaimStatus | undefined {
  return DOUBT.find((status) => claims.some((claim) => claim.status === status));
}

const DOUBT = ['contradicted', 'unstated', 'inferred', 'documented', 'corroborated'] as const;

/** What a reader may rely on: `3 documented, 1 inferred`. */
export function countWords(claims: Iterable<Claim>): string {
  const counts = countByStatus(claims);
  return CLAIM_STATUSES.filter((status) => counts[status] > 0)
    .map((status) => `${counts[status]} ${status}`)
    .join(', ');
}

export function countByStatus(claims: Iterable<Claim>): Record<ClaimStatus, number> {
  const counts = { documented: 0, corroborated: 0, inferred: 0, contradicted: 0, unstated: 0 };
  for (const { status } of claims) counts[status] += 1;
  return counts;
}

/** The claims as Markdown: a summary, then each with its sources. Many would hide what follows them. */
export function renderEvidence(claims: readonly Claim[], ledger: EvidenceLedger): string {
  if (claims.length > MANY) return renderFoldedEvidence(claims, ledger);
  return claims.length === 0
    ? ''
    : `**Evidence** ${countWords(claims)}\n\n${renderList(claims, ledger)}`;
}

const MANY = 3;

/** The claims folded away; the renderer's Markdown takes `details` as it stands. */
export function renderFoldedEvidence(
  claims: readonly Claim[],
  ledger: EvidenceLedger,
  label = 'Evidence',
): string {
  if (claims.length === 0) return '';
  return fold(`${label}: ${countWords(claims)}`, renderList(claims, ledger));
}

/** What other sources say instead (`x-upstream`), folded away. */
export function renderOtherAccounts(node: JsonObject, ledger: EvidenceLedger): string {
  const accounts = arrayOf(node['x-upstream']).map((account) => {
    const says = sentence(stringOf(objectOf(account)['says']) ?? '');
    const sources = new Set(claimsBehind(account, ledger).flatMap((claim) => claim.sources));
    return `- ${says} ${linksTo([...sources], ledger)}`.trimEnd();
  });
  if (accounts.length === 0) return '';
  const count = countOf(accounts.length, 'point');
  return fold(`Other sources differ: ${count}`, accounts.join('\n'));
}

function fold(summary: string, markdown: string): string {
  return `<details><summary>${summary}</summary>\n\n${markdown}\n\n</details>`;
}

function renderList(claims: readonly Claim[], ledger: EvidenceLedger): string {
  return claims.map((claim) => `- ${renderClaim(claim, ledger)}`).join('\n');
}

function renderClaim(claim: Claim, ledger: EvidenceLedger): string {
  const { id, status, says, because, resolved } = claim;
  return [
    `**[${capital(status)}](evidence.html#${id.toLowerCase()}).** ${sentence(says)}`,
    because === undefined ? '' : `Why: ${sentence(because)}`,
    resolved === undefined ? '' : `Resolved: ${sentence(resolved)}`,
    renderSources(claim, ledger),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

function renderSources({ sources, at }: Claim, ledger: EvidenceLedger): string {
  return linksTo(sources, ledger, at === undefined ? '' : `: ${at}`);
}

function linksTo(sources: readonly string[], ledger: EvidenceLedger, place = ''): string {
  const links = sources.flatMap((id) => ledger.sources.get(id) ?? []).map(renderSource);
  return links.length === 0 ? '' : sentence(`Source: ${links.join(' and ')}${place}`);
}

/** A link to the source with the day it was read. */
export function renderSource({ title, address, retrieved }: EvidenceSource): string {
  const target = address.replaceAll('(', '%28').replaceAll(')', '%29');
  return `[${title}](${target}) (read ${retrieved})`;
}

/** One line that ends with a full stop; what looks like markup stays text. */
function sentence(text: string): string {
  const trimmed = text
    .trim()
    .replaceAll(/\s+/g, ' ')
    .replaceAll('<', String.raw`\<`);
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
