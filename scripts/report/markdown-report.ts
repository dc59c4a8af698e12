import { totalsOf, violationsOf, type ContractRun } from '../core/contract-run.ts';
import { renderLocation } from '../core/source-location.ts';
import { group, renderTotals } from './totals.ts';

/** A summary for a pull request or a job page: the verdict, each property's figures, each violation. */
export function renderMarkdown(run: ContractRun): string {
  const violations = violationsOf(run.results);
  const verdict = violations.length === 0 ? 'the contract holds' : 'the contract is broken';
  const rows = run.properties.map(({ id, title }) => {
    const own = run.results.filter(({ property }) => property === id);
    const { held, skipped, failed, requests } = totalsOf(own);
    const broken = violations.filter(({ property }) => property === id).length;
    const cells = [`\`${id}\``, title, held, broken, skipped + failed, group(requests)];
    return `| ${cells.join(' | ')} |`;
  });
  const details = violations.map(({ operation, property, message, proof, curl, id }) =>
    [
      `### ${operation}: ${message}`,
      '',
      `\`${property}\` · \`${id}\` · \`${renderLocation(proof.location)}\``,
      '',
      `- states: \`${proof.states.replaceAll('`', "'")}\``,
      `- seen: ${proof.seen.replaceAll('<', '&lt;')}`,
      ...proof.claims.map((claim) => `- claim: ${claim}`),
      '',
      '```sh',
      curl,
      '```',
      '',
    ].join('\n'),
  );
  return [
    `## ${run.title}: ${verdict}`,
    '',
    `${renderTotals(run)}, against \`${run.target}\`.`,
    '',
    '| property | states | held | violations | not tried | requests |',
    '| --- | --- | --: | --: | --: | --: |',
    ...rows,
    '',
    ...details,
  ].join('\n');
}
