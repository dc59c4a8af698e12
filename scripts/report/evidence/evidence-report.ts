import type { ApiModel } from '../../model/api-model.ts';
import { FACT_KINDS, type ClaimStatus } from '../../model/evidence.ts';
import { toCoverage } from '../../model/evidence-coverage.ts';
import type { FactAudit } from '../../result/fact-result.ts';
import { renderChapter } from './api-chapter.ts';
import { renderFactSummary } from './fact-tables.ts';
import { escapeMarkdown, renderShare, renderTable } from './markdown.ts';
import {
  factShare,
  KIND_NAMES,
  printShare,
  sectionShare,
  sumShares,
  type Audit,
  type EvidenceShare,
} from './tally.ts';

/**
 * What each description rests on, as a Markdown page that a reader can check line by line; with what became of
 * the facts that a second reader listed, where there are any.
 */
export function renderEvidenceReport(
  apis: readonly ApiModel[],
  secondReadings: readonly FactAudit[] = [],
): string {
  const readingOf = new Map(secondReadings.map((it) => [it.api, it]));
  const audits = apis
    .toSorted((left, right) => (left.name < right.name ? -1 : 1))
    .flatMap((api): Audit[] =>
      api.ledger
        ? [
            {
              api,
              ledger: api.ledger,
              coverage: toCoverage(api, api.ledger),
              secondReading: readingOf.get(api),
            },
          ]
        : [],
    );
  const read = audits.flatMap((it) =>
    it.secondReading ? [{ name: renderTitle(it), audit: it.secondReading }] : [],
  );
  const without = apis.filter(({ ledger }) => !ledger).map(({ name }) => name);
  return `${[
    '# Evidence',
    INTRODUCTION,
    renderApis(audits),
    ...(without.length === 0 ? [] : [`Without a ledger: ${without.toSorted().join(', ')}.`]),
    '### By kind',
    renderKinds(audits),
    ...(read.length === 0 ? [] : [renderFactSummary(read)]),
    '### How to check a figure',
    CHECKING,
    ...audits.map(renderChapter),
  ].join('\n\n')}\n`;
}

const INTRODUCTION = `Who says so? Every rule in a description rests on claims, and every claim has a status: read in a
document (\`documented\`), in two (\`corroborated\`), in sources that disagree (\`contradicted\`), concluded (\`inferred\`),
or left open (\`unstated\`). This page holds the descriptions against the documents they were written from.
\`kiln evidence\` writes it, and a test fails when it is stale.`;

const CHECKING = `- **Facts stated** are the claims that are documented, corroborated or contradicted. One counts as covered when the
  description names it in an \`x-evidence\`. Each claim below links to its line in the ledger and to every line that it
  backs; its kind is that of the parts it backs.
- **Names and figures printed** are the operations, credentials' words, limits, errors and fields as the documents print
  them, listed in the ledger section by section and looked up in the description: a field in the schema or operation
  named before it, a status among the responses. Names that stand in sample data alone are left out.
- **Sections** are the headings of the vendor's document. Each has a claim or the reason why it has none.
- What the first figure cannot show is a fact that nobody noted. The other two are there to find it: open the document,
  go through its headings, and compare.`;

function renderApis(audits: readonly Audit[]): string {
  const columns = [
    'Description',
    'Facts stated, in it #',
    'Names and figures printed, in it #',
    'Sections covered #',
    'Inferred #',
    'Left open #',
  ];
  const rows = audits.map((audit) => renderApi(renderTitle(audit), [audit]));
  return renderTable(columns, [...rows, renderApi('**All**', audits)]);
}

function renderApi(name: string, audits: readonly Audit[]): string[] {
  const claims = audits.flatMap(({ coverage }) => coverage.claims);
  const count = (wanted: ClaimStatus) =>
    `${claims.filter(({ claim }) => claim.status === wanted).length}`;
  return [
    name,
    renderSum([factShare(claims)]),
    renderSum(audits.map(({ coverage }) => printShare(coverage))),
    renderSum(audits.map(({ coverage }) => sectionShare(coverage))),
    count('inferred'),
    count('unstated'),
  ];
}

function renderKinds(audits: readonly Audit[]): string {
  return renderTable(
    ['', 'Facts stated, in the description #', 'Names and figures printed, in the description #'],
    FACT_KINDS.map((kind) => [
      KIND_NAMES[kind],
      renderSum(
        audits.map(({ coverage }) => factShare(coverage.claims.filter((it) => it.kind === kind))),
      ),
      renderSum(audits.map(({ coverage }) => printShare(coverage, kind))),
    ]),
  );
}

function renderSum(shares: readonly EvidenceShare[]): string {
  const { part, whole } = sumShares(shares);
  return renderShare(part, whole);
}

function renderTitle(audit: Audit): string {
  return `[${escapeMarkdown(audit.api.title)}](#${slugOf(audit)})`;
}

/** The anchor that GitHub and GitLab give the heading of a chapter. */
function slugOf({ api }: Audit): string {
  return api.title
    .toLowerCase()
    .replaceAll(/[^\w\s-]/g, '')
    .replaceAll(/\s/g, '-');
}
