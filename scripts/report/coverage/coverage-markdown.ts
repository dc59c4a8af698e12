import type { ContractRun } from '../../result/contract-run.ts';
import { shareOf, unseenOf } from '../../result/coverage.ts';
import {
  FACET_WORDS,
  renderUnseen,
  sharesOf,
  undocumentedStatuses,
  unseenStatuses,
} from './facets.ts';

/** Rows of one operation that are named before the rest is only counted. */
const MOST_NAMED = 8;

/** The coverage as tables: figures by operation, and below what was never seen. */
export function renderCoverageMarkdown(run: ContractRun): string[] {
  const facets = sharesOf(run.coverage).map(([facet]) => facet);
  if (facets.length === 0) return [];
  const header = ['operation', ...facets.map((facet) => FACET_WORDS[facet].name)];
  const rows = run.coverage.map(({ operation, facets: own }) => {
    const cells = facets.map((facet) => {
      const { seen, expected } = shareOf(own[facet]);
      return expected === 0 ? '–' : `${seen}/${expected}`;
    });
    return `| ${[`\`${operation}\``, ...cells].join(' | ')} |`;
  });
  return [
    '### Coverage',
    '',
    `| ${header.join(' | ')} |`,
    `| --- |${facets.map(() => ' --: |').join('')}`,
    ...rows,
    '',
    ...listOf('Documented statuses that were never seen', unseenStatuses(run)),
    ...listOf('Statuses that were seen and are not documented', undocumentedStatuses(run)),
    ...unseenDetails(run),
  ];
}

function listOf(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`${title}: ${items.map((it) => `\`${it}\``).join(', ')}.`, ''];
}

function unseenDetails({ coverage }: ContractRun): string[] {
  const lines = coverage.flatMap(({ operation, facets }) => {
    const unseen = [...facets.parameter, ...facets.constraint, ...facets.limit].flatMap((row) =>
      unseenOf([row]),
    );
    if (unseen.length === 0) return [];
    const named = unseen.slice(0, MOST_NAMED).map((row) => `\`${textOf(renderUnseen(row))}\``);
    const more = unseen.length > MOST_NAMED ? `, and ${unseen.length - MOST_NAMED} more` : '';
    return [`- \`${operation}\`: ${named.join(', ')}${more}`];
  });
  if (lines.length === 0) return [];
  const summary = '<summary>Parameters, constraints and limits not seen in every state</summary>';
  return ['<details>', summary, '', ...lines, '', '</details>', ''];
}

/** Text that a code span can hold. */
function textOf(text: string): string {
  return text.replaceAll('`', "'").replaceAll(/\s+/g, ' ');
}
