import type { Claim } from '../../model/evidence.ts';
import type { ClaimCoverage } from '../../model/evidence-coverage.ts';
import { renderLink } from './markdown.ts';
import type { Audit } from './tally.ts';

/** The report stands in a folder of its own at the root of the project. */
const ROOT = '../';

/** A claim's id without what all ids of a ledger begin with, linked to its line in the ledger. */
export function renderClaimId({ id, file, line }: Claim, { ledger }: Audit): string {
  const label = id.slice(id.lastIndexOf('-') + 1);
  return renderLink(label, `${ROOT}${file ?? ledger.file}#L${line}`);
}

/** A place in the description, as a link to its line. */
export function renderPlace(label: string, file: string, line: number): string {
  return renderLink(label, `${ROOT}${file}#L${line}`);
}

/** Every line of the description that names the claim: the file once, then its lines. */
export function renderCitations({ citations }: ClaimCoverage, { api }: Audit): string {
  const folder = api.source.slice(0, api.source.lastIndexOf('/') + 1);
  const locations = citations.map(({ at }) => api.locate(at));
  return [...Map.groupBy(locations, ({ file }) => file)]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([file, places]) => {
      const lines = [...new Set(places.map(({ line }) => line))].toSorted((a, b) => a - b);
      const name = file.startsWith(folder) ? file.slice(folder.length) : file;
      const [first, ...rest] = lines.map((line, index) =>
        renderPlace(index === 0 ? `${name}:${line}` : `${line}`, file, line),
      );
      return [first, ...rest].join(' ');
    })
    .join(', ');
}
