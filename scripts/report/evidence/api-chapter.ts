import type { ApiModel } from '../../model/api-model.ts';
import { CLAIM_STATUSES, type EvidenceSource } from '../../model/evidence.ts';
import type { SectionCoverage } from '../../model/evidence-coverage.ts';
import type { Pointer } from '../../base/json-pointer.ts';
import { findOwner } from '../../model/printed-facts.ts';
import { renderClaims } from './claim-lists.ts';
import { renderFactAudit } from './fact-tables.ts';
import { escapeMarkdown, renderCode, renderFolded, renderLink, renderTable } from './markdown.ts';
import { renderClaimId, renderPlace } from './places.ts';
import { countClaims, KIND_NAMES, type Audit } from './tally.ts';

/** What the sources of one description say, and where it stands in the description. */
export function renderChapter(audit: Audit): string {
  const { api, ledger, coverage, secondReading } = audit;
  return [
    `## ${escapeMarkdown(api.title)}`,
    `${renderPlace(renderCode(api.source), api.source, 1)} and its ledger, ${renderPlace(renderCode(ledger.file), ledger.file, 1)}.`,
    renderTable(
      ['', 'Source', 'Read', 'Claims #'],
      [...ledger.sources].map(([id, source]) => renderSource(id, source, audit)),
    ),
    renderKinds(audit),
    ...(secondReading ? [renderFactAudit(secondReading)] : []),
    ...(coverage.sections.length === 0 ? [] : [renderSections(audit)]),
    renderClaims(audit),
  ].join('\n\n');
}

function renderSource(id: string, source: EvidenceSource, { coverage }: Audit): string[] {
  const { title, address, retrieved } = source;
  const name = escapeMarkdown(title);
  const claims = coverage.claims.filter(({ claim }) => claim.sources.includes(id));
  const linked = /^https?:/.test(address)
    ? renderLink(name, address)
    : `${name} (${escapeMarkdown(address)})`;
  return [id, linked, retrieved, `${claims.length}`];
}

function renderKinds({ coverage }: Audit): string {
  const rows = [...countClaims(coverage.claims)].map(([kind, counts]) => ({
    name: kind === undefined ? 'Not in the description' : KIND_NAMES[kind],
    counts: CLAIM_STATUSES.map((status) => counts[status]),
  }));
  const filled = rows.filter(({ counts }) => counts.some((count) => count > 0));
  const total = CLAIM_STATUSES.map((_, column) =>
    rows.reduce((sum, { counts }) => sum + (counts[column] ?? 0), 0),
  );
  return renderTable(
    ['Claims about', ...CLAIM_STATUSES.map((status) => `${status} #`)],
    [
      ...filled.map(({ name, counts }) => [
        name,
        ...counts.map((count) => (count === 0 ? '' : `${count}`)),
      ]),
      ['**All**', ...total.map((count) => (count === 0 ? '' : `**${count}**`))],
    ],
  );
}

function renderSections(audit: Audit): string {
  const { sections } = audit.coverage;
  const table = renderTable(
    ['', 'Section', 'Claims', 'Prints, and where the description has it'],
    sections.map((covered) => [
      covered.source,
      escapeMarkdown(covered.section.heading),
      covered.section.omitted === undefined
        ? covered.claims.map((claim) => renderClaimId(claim, audit)).join(' ') || '**none**'
        : `*Omitted:* ${escapeMarkdown(covered.section.omitted)}`,
      renderPrints(covered, audit),
    ]),
  );
  return renderFolded(`${sections.length} sections of the documents, one by one`, table);
}

function renderPrints({ prints }: SectionCoverage, { api }: Audit): string {
  const groups = Map.groupBy(prints, ({ fact: { kind, owner } }) => `${kind} ${owner ?? ''}`);
  return [...groups.values()].map((group) => renderGroup(group, api)).join('<br>');
}

/** Facts of one kind: those of an owner are named in a row, the others lead to their lines. */
function renderGroup(group: SectionCoverage['prints'], api: ApiModel): string {
  const [first] = group;
  if (!first) return '';
  const { kind, owner } = first.fact;
  const names = group.map(({ fact, foundAt }) => {
    const name = renderCode(fact.text);
    if (foundAt === undefined) return `**${name} is missing**`;
    return owner === undefined ? renderAt(name, foundAt, api) : name;
  });
  if (owner === undefined) return `${kind} ${names.join(' ')}`;
  const start = findOwner(owner, api);
  const label = start === undefined ? renderCode(owner) : renderAt(renderCode(owner), start, api);
  return `${kind} of ${label}: ${names.join(' ')}`;
}

function renderAt(label: string, pointer: Pointer, api: ApiModel): string {
  const { file, line } = api.locate(pointer);
  return renderPlace(label, file, line);
}
