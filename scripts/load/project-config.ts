import { objectOf, stringOf, type Json, type JsonObject } from '../base/json.ts';
import type { SourceLocation } from '../base/source-location.ts';
import { UserError } from '../base/user-error.ts';
import { apiNameOf } from './api-name.ts';
import { shapeFlawOf } from './check-shape.ts';
import { CONFIG_SHAPE, KEPT_RUNS, OUTPUT_DEFAULTS, type RuleLevel } from './config-shape.ts';
import type { YamlSource } from './yaml-source.ts';

/** What a project says of one of its APIs. Paths are as they are written: from the project's folder. */
export interface ProjectApi {
  readonly name: string;
  /** Path or address of the description. */
  readonly description: string;
  /** Base address of the server that `kiln test` tries. */
  readonly target: string | undefined;
  /** Command that starts that server. */
  readonly start: string | undefined;
  /** How long it may take to answer, such as `30s`. */
  readonly wait: string | undefined;
  /** Path of a credentials file, or what such a file would hold. */
  readonly credentials: Json | undefined;
  /** Path of the file with known violations. */
  readonly baseline: string | undefined;
  /** Line of its name. */
  readonly at: SourceLocation;
}

/** Folders that Kiln writes to, from the project's folder and without a slash at the end. */
export interface Outputs {
  readonly reports: string;
  readonly generated: string;
}

/** `kiln.config.yaml`, or the `kiln` key of package.json; everything is empty where there is neither. */
export interface ProjectConfig {
  /** The file, and undefined where there is none. */
  readonly source: YamlSource | undefined;
  /** Keys in it below which the configuration stands. */
  readonly within: readonly string[];
  readonly apis: ReadonlyMap<string, ProjectApi>;
  readonly lint: {
    readonly profile: string | undefined;
    /** What each rule amounts to, by its id. */
    readonly rules: ReadonlyMap<string, RuleLevel>;
  };
  readonly outputs: Outputs;
  readonly history: {
    /** Runs of each API that are kept. */
    readonly keep: number;
  };
  /** The npm package of the clients. */
  readonly client: {
    readonly name: string | undefined;
    /** Its folder; undefined where it lies in `outputs.generated`. */
    readonly out: string | undefined;
    /** Whether the descriptions are in it. */
    readonly hasDescriptions: boolean;
    /** Whether integers of 64 bits may be bigints in its types. */
    readonly hasBigints: boolean;
    /** Whether times are `Date`s to it. */
    readonly hasDates: boolean;
  };
}

export const NO_CONFIG: ProjectConfig = {
  source: undefined,
  within: [],
  apis: new Map(),
  lint: { profile: undefined, rules: new Map() },
  outputs: OUTPUT_DEFAULTS,
  history: { keep: KEPT_RUNS },
  client: {
    name: undefined,
    out: undefined,
    hasDescriptions: true,
    hasBigints: false,
    hasDates: false,
  },
};

/**
 * Reads the configuration of a project, which stands in a file as a whole or below `within`. Throws a UserError
 * at the line of what is misshapen, of a name that is none or twice there, and of outputs that lie in each other.
 */
export function parseProjectConfig(
  source: YamlSource,
  within: readonly string[] = [],
): ProjectConfig {
  const locate = (tokens: readonly string[]) => source.locate([...within, ...tokens]);
  const value = within.reduce<Json>((node, key) => objectOf(node)[key] ?? null, source.value) ?? {};
  const flaw = shapeFlawOf([source.file, ...within].join(': '), value, CONFIG_SHAPE);
  if (flaw) {
    const hint = flaw.hint.startsWith('specs/') ? 'README.md says what each key holds.' : flaw.hint;
    throw new UserError('config-misshapen', flaw.message, { at: locate(flaw.tokens), hint });
  }
  const { apis, lint, outputs, history, client } = objectOf(value);
  const { keep } = objectOf(history);
  const { profile, rules } = objectOf(lint);
  const config: ProjectConfig = {
    source,
    within,
    apis: new Map(
      Object.entries(objectOf(apis)).map(([name, api]) => [
        name,
        toApi(name, objectOf(api), locate(['apis', name])),
      ]),
    ),
    lint: {
      profile: textOrNone(profile),
      // The shape allows no other.
      rules: new Map(Object.entries(objectOf(rules)) as [string, RuleLevel][]),
    },
    outputs: {
      reports: folderOf(objectOf(outputs)['reports'], OUTPUT_DEFAULTS.reports),
      generated: folderOf(objectOf(outputs)['generated'], OUTPUT_DEFAULTS.generated),
    },
    history: { keep: typeof keep === 'number' ? keep : KEPT_RUNS },
    client: {
      name: textOrNone(objectOf(client)['name']),
      out: textOrNone(objectOf(client)['out']) && folderOf(objectOf(client)['out'], ''),
      hasDescriptions: objectOf(client)['descriptions'] !== false,
      hasBigints: objectOf(client)['bigint'] === true,
      hasDates: objectOf(client)['dates'] === true,
    },
  };
  checkNames(config);
  checkOutputs(config.outputs, locate(['outputs']));
  checkClient(config, locate(['client', 'out']));
  return config;
}

function toApi(name: string, api: JsonObject, at: SourceLocation): ProjectApi {
  const { description, target, start, wait, credentials, baseline } = api;
  return {
    name,
    description: (stringOf(description) ?? '').replace(/^\.\//, ''),
    target: textOrNone(target)?.replace(/\/+$/, ''),
    start: textOrNone(start),
    wait: textOrNone(wait),
    credentials,
    baseline: textOrNone(baseline),
    at,
  };
}

/** A name is that of a folder in every system, and not one of those that Kiln writes itself. */
function checkNames({ apis }: ProjectConfig): void {
  const seen = new Map<string, string>();
  const described = new Map<string, string>();
  for (const { name, description, at } of apis.values()) {
    const usable = apiNameOf(`${name}.yaml`);
    if (usable !== name) {
      throw new UserError('name-unusable', `"${name}" cannot be the name of an API`, {
        at,
        hint: `It names a folder: letters, digits, dots and dashes. ${usable} would do.`,
      });
    }
    const other = seen.get(name.toLowerCase());
    if (other !== undefined) {
      throw new UserError('name-repeated', `${other} and ${name} are one name on some systems`, {
        at,
        hint: 'Give one of the two APIs another name.',
      });
    }
    const twin = described.get(description);
    if (twin !== undefined) {
      throw new UserError('description-repeated', `${twin} and ${name} are both ${description}`, {
        at,
        hint: 'Keep one of the two names.',
      });
    }
    seen.set(name.toLowerCase(), name);
    described.set(description, name);
  }
}

function isWithin(inner: string, outer: string): boolean {
  return `${inner}/`.startsWith(`${outer}/`);
}

function checkOutputs({ reports, generated }: Outputs, at: SourceLocation): void {
  if (!isWithin(reports, generated) && !isWithin(generated, reports)) return;
  throw new UserError('outputs-mixed', `${reports} and ${generated} lie in each other`, {
    at,
    hint: 'Name two folders, such as reports and generated: what is generated anew is cleared first.',
  });
}

function checkClient({ client, outputs }: ProjectConfig, at: SourceLocation): void {
  const { out } = client;
  if (out === undefined) return;
  const other = Object.values(outputs).find((it) => isWithin(it, out) || isWithin(out, it));
  if (other === undefined) return;
  throw new UserError('outputs-mixed', `${out} and ${other} lie in each other`, {
    at,
    hint: 'Name another folder for the clients, such as packages/clients.',
  });
}

function folderOf(written: Json | undefined, usual: string): string {
  return (
    textOrNone(written)
      ?.replace(/^(\.\/)+/, '')
      .replace(/\/+$/, '') ?? usual
  );
}

function textOrNone(value: Json | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
