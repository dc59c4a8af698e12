import type { ApiModel } from '../model/api-model.ts';
import type { Finding } from '../result/finding.ts';
import { checkRules } from './check-rules.ts';
import { RULES } from './rules.ts';
import { validateWithSwaggerParser } from './swagger-parser.ts';

/** The programs that lint runs. */
export interface LintTools {
  /** What Redocly finds, at handwritten lines. */
  readonly redocly: (api: ApiModel) => Promise<readonly Finding[]>;
}

/**
 * Checks a description with Redocly, with swagger-parser and with the house rules. What several of
 * them report is said once, in the order of files and lines.
 */
export async function lint(api: ApiModel, { redocly }: LintTools): Promise<Finding[]> {
  const [fromRedocly, fromParser] = await Promise.all([
    redocly(api),
    validateWithSwaggerParser(api),
  ]);
  const house = checkRules(api, RULES);
  const said = new Set(house.flatMap(supersededBy));
  const kept = fromRedocly.filter((finding) => !said.has(placeOf(finding)));
  const known = new Set([...kept, ...house].map(lineOf));
  const added = fromParser.filter((finding) => !known.has(lineOf(finding)));
  return [...kept, ...added, ...house].toSorted(byPlace);
}

/** What Redocly need not say any more where a house rule has spoken. */
function supersededBy(finding: Finding): string[] {
  const { supersedes = [] } = RULES.find(({ id }) => id === finding.rule) ?? {};
  return supersedes.map((rule) => placeOf({ ...finding, rule }));
}

function placeOf(finding: Finding): string {
  return `${finding.rule} ${lineOf(finding)}`;
}

function lineOf({ location: { file, line } }: Finding): string {
  return `${file}:${line}`;
}

function byPlace({ location: left }: Finding, { location: right }: Finding): number {
  if (left.file !== right.file) return left.file < right.file ? -1 : 1;
  return left.line - right.line || left.column - right.column;
}
