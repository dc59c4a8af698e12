import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

const ROOT = resolve(import.meta.dirname, '../..');

export interface ActionStep {
  readonly name?: string;
  readonly id?: string;
  readonly run?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, string | boolean>>;
  readonly env?: Readonly<Record<string, string>>;
}

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly ActionStep[] };
}

export const ACTION = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8')) as Action;

/** What a workflow says of the inputs of the action. */
type Inputs = Readonly<Record<string, string>>;

/** Puts what a workflow says in the place of `${{ inputs.name }}`. */
export function filledIn(text: string, inputs: Inputs): string {
  return text.replaceAll(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name: string) => {
    const known = ACTION.inputs[name];
    if (!known) throw new Error(`the action has no input ${name}`);
    return inputs[name] ?? known.default;
  });
}

/** Runs a step as a runner does: its script by bash, with files for what it hands on and says of the job. */
export function runAsRunner(
  { run = '', env = {} }: ActionStep,
  inputs: Inputs,
  where: { readonly cwd: string; readonly env: NodeJS.ProcessEnv },
) {
  const folder = mkdtempSync(join(tmpdir(), 'kiln-runner-'));
  const [script, output, summary] = ['step.sh', 'output', 'summary'].map((it) => join(folder, it));
  try {
    writeFileSync(script ?? '', run);
    const variables = Object.entries(env).map(([name, text]) => [name, filledIn(text, inputs)]);
    const { status, stdout, stderr } = spawnSync(
      'bash',
      ['--noprofile', '--norc', '-e', '-o', 'pipefail', script ?? ''],
      {
        cwd: where.cwd,
        encoding: 'utf8',
        env: {
          ...where.env,
          ...Object.fromEntries(variables),
          GITHUB_OUTPUT: output,
          GITHUB_STEP_SUMMARY: summary,
        },
      },
    );
    const said = { outputs: textOf(output), summary: textOf(summary) };
    return { status, text: `${stdout}${stderr}`, ...said };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function textOf(file = ''): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
