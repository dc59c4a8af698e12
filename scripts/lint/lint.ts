import type { ApiModel } from '../model/api-model.ts';
import type { Finding } from '../result/finding.ts';
import { parentOf, pointerOf } from '../base/json-pointer.ts';
import { checkRules } from './check-rules.ts';
import {
  isStopping,
  isTaste,
  rulesOf,
  withLevels,
  type LintProfile,
  type RuleLevels,
} from './profiles.ts';
import { RULES } from './rules.ts';
import { validateWithSwaggerParser } from './swagger-parser.ts';

/** The programs that lint runs. */
export interface LintTools {
  /** What Redocly finds, at handwritten lines. */
  readonly redocly: (api: ApiModel) => Promise<readonly Finding[]>;
}

/**
 * Checks a description with Redocly, with swagger-parser and with the house rules of a profile. What
 * several of them report is said once: first what makes a command leave something aside, then the rest,
 * both in the order of files and lines.
 */
export async function lint(
  api: ApiModel,
  { redocly }: LintTools,
  profile: LintProfile = 'kiln',
  levels: RuleLevels = new Map(),
): Promise<Finding[]> {
  const [fromRedocly, fromParser] = await Promise.all([
    redocly(api),
    validateWithSwaggerParser(api),
  ]);
  const house = checkRules(api, rulesOf(profile, levels));
  const said = new Set(house.flatMap(supersededBy));
  const kept = fromRedocly.filter((finding) => !said.has(placeOf(finding)));
  const known = [...kept, ...house];
  const lines = new Set(known.map(lineOf));
  // Both say it of one object; the one of the object, the other of the field that is too many in it.
  const objects = new Set(known.flatMap(({ at }) => [at, parentOf(pointerOf(at))]));
  const added = fromParser.filter((it) => !lines.has(lineOf(it)) && !objects.has(pointerOf(it.at)));
  // What the project itself has turned on is no matter of taste.
  const told = [...kept, ...added, ...house].filter(
    (it) => levels.has(it.rule) || !isTaste(it, profile),
  );
  return withLevels(told, levels).toSorted(byPlace);
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

function byPlace(one: Finding, other: Finding): number {
  const urgency = Number(isStopping(other)) - Number(isStopping(one));
  if (urgency !== 0) return urgency;
  const [left, right] = [one.location, other.location];
  if (left.file !== right.file) return left.file < right.file ? -1 : 1;
  return left.line - right.line || left.column - right.column;
}
