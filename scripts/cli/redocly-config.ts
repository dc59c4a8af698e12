import { fileURLToPath } from 'node:url';
import { isObject, objectOf, textOf, type Json } from '../base/json.ts';
import { UserError } from '../base/user-error.ts';
import { OTHERS_RULES } from '../lint/others-rules.ts';
import type { LintProfile, RuleLevels } from '../lint/profiles.ts';
import { parseYaml } from '../load/yaml-source.ts';
import type { Io } from './io.ts';
import { outputsOf } from './settings.ts';

/** The file in which a project configures Redocly itself. */
export const OWN_CONFIG = 'redocly.yaml';
/** Rules that say nothing without values, which only Redocly's own configuration holds. */
const WITH_VALUES: ReadonlySet<string> = new Set(['request-mime-type', 'response-mime-type']);

/** A project configures Redocly itself, unless its user asks for what is recommended, or takes our configuration. */
export async function configOf(
  io: Io,
  profile: LintProfile,
  chosen: LintProfile | undefined,
): Promise<string> {
  if (chosen !== 'recommended' && (await io.exists(OWN_CONFIG))) return OWN_CONFIG;
  const file = profile === 'kiln' ? '../../redocly.yaml' : '../lint/recommended.redocly.yaml';
  return fileURLToPath(new URL(file, import.meta.url));
}

/**
 * Does something with a configuration of the rules that the project turns on and that `config` leaves off; without
 * one where there are none. `name` is that of the API. Throws a UserError for a rule that says nothing without values.
 */
export async function withMoreRules<T>(
  io: Io,
  config: string,
  levels: RuleLevels,
  name: string,
  use: (more: string | undefined) => Promise<T>,
): Promise<T> {
  const wanted = OTHERS_RULES.filter((id) => id !== 'swagger-parser').flatMap((id) => {
    const level = levels.get(id) ?? 'off';
    return level === 'off' ? [] : ([[id, level]] as const);
  });
  if (wanted.length === 0) return await use(undefined);
  const { rules } = objectOf(parseYaml(await io.readText(config), config).value);
  const more = wanted.filter(([id]) => !isOn(objectOf(rules)[id]));
  if (more.length === 0) return await use(undefined);
  const lacking = more.find(([id]) => WITH_VALUES.has(id));
  if (lacking) {
    throw new UserError('rule-needs-values', `The rule ${lacking[0]} needs values`, {
      hint: `Write them into ${OWN_CONFIG}, under rules: which media types are allowed.`,
    });
  }
  const file = `${(await outputsOf(io)).reports}/lint/${name}.redocly.yaml`;
  try {
    await io.writeText(file, `${JSON.stringify({ rules: Object.fromEntries(more) })}\n`);
    return await use(file);
  } finally {
    await io.remove(file);
  }
}

/** Whether Redocly's configuration sets a rule, by its severity alone or with values. */
function isOn(value: Json | undefined): boolean {
  const severity = isObject(value) ? (value['severity'] ?? 'error') : value;
  return severity !== undefined && textOf(severity) !== 'off';
}
