import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { nodeIo } from '../../scripts/cli/io.ts';
import { run } from '../../scripts/cli/main.ts';

/** A slip of the pen in a handwritten file. */
interface Slip {
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** What stands in the lines that must be reported, after the slip. */
  readonly lines: readonly string[];
  readonly rule: string;
}

const SLIPS: readonly Slip[] = [
  {
    file: 'openapi.yaml',
    from: 'https://json-schema.org/draft/2020-12/schema',
    to: 'http://json-schema.org/draft-07/schema#',
    lines: ['jsonSchemaDialect:'],
    rule: 'dialect-2020-12',
  },
  {
    file: 'components/schemas/Workspace.yaml',
    from: '    description: Id of the workspace.\n',
    to: '    description: Id of the workspace.\n    nullable: true\n',
    lines: ['nullable: true'],
    rule: 'no-nullable',
  },
  {
    file: 'components/responses/NotFound.yaml',
    from: 'description: There is no such resource.\n',
    to: '',
    lines: ['headers:'],
    rule: 'struct',
  },
  {
    file: 'paths/users_identify.yaml',
    from: 'userId: user_124',
    to: 'userId: 124',
    lines: ['userId: 124'],
    rule: 'examples-present-and-valid',
  },
  {
    file: 'paths/users_{userId}.yaml',
    from: 'parameters:\n  - $ref: ../components/parameters/UserId.yaml\n',
    to: '',
    lines: ['get:', 'patch:'],
    rule: 'parts-usable',
  },
  {
    file: 'paths/workspaces.yaml',
    from: 'get:\n',
    to: 'get:\n  security: [{ bearrAuth: [] }]\n',
    lines: ['bearrAuth'],
    rule: 'security-defined',
  },
  {
    file: 'paths/events_track.yaml',
    from: 'x-rate-limit: event-tracking',
    to: 'x-rate-limit: event-traking',
    lines: ['x-rate-limit:'],
    rule: 'policy-references-exist',
  },
  {
    file: 'paths/events_{eventId}.yaml',
    from: "    '401':\n      $ref: ../components/responses/Unauthorized.yaml\n",
    to: '',
    lines: ['responses:'],
    rule: 'unauthorized-documented',
  },
  {
    file: 'evidence.yaml',
    from: '    because: >-\n      The printed refusal rejects',
    to: '    resolved: >-\n      The printed refusal rejects',
    lines: ['id: CLAYVA-016'],
    rule: 'evidence-argued',
  },
];

test('slips in handwritten files are reported at their lines, each once, whoever finds them', async () => {
  const folder = await copyOf('specs/clayva');
  const wanted = await Promise.all(SLIPS.map((slip) => makeSlip(folder, slip)));
  const { exitCode, out } = await lintJson(folder);
  const findings = JSON.parse(out) as readonly {
    rule: string;
    location: { file: string; line: number };
  }[];
  const places = findings.map(({ rule, location }) => `${rule} ${location.file}:${location.line}`);
  expect(places.toSorted()).toEqual(wanted.flat().toSorted());
  expect(exitCode).toBe(1);
});

test('a reference to a component that is not there is reported at its line', async () => {
  const folder = await copyOf('specs/clayva');
  const [place] = await makeSlip(folder, {
    file: 'paths/users_{userId}.yaml',
    from: 'schemas/UserResponse.yaml',
    to: 'schemas/UserReponse.yaml',
    lines: ['UserReponse'],
    rule: '',
  });
  const { exitCode, out } = await lintJson(folder);
  const findings = JSON.parse(out) as readonly {
    readonly message: string;
    readonly location: { readonly file: string; readonly line: number };
  }[];
  const lost = findings.filter(({ message }) => message.includes('UserReponse.yaml is not there'));
  expect(lost.map(({ location }) => `${location.file}:${location.line}`)).toEqual([place?.trim()]);
  expect(exitCode).toBe(1);
});

async function copyOf(spec: string): Promise<string> {
  const parent = await mkdtemp(join(tmpdir(), 'kiln-'));
  onTestFinished(() => rm(parent, { recursive: true }));
  const folder = join(parent, 'clayva');
  await cp(spec, folder, { recursive: true });
  return folder;
}

/** Makes the slip, and says where what must be reported. */
async function makeSlip(folder: string, { file, from, to, lines, rule }: Slip): Promise<string[]> {
  const path = join(folder, file);
  const text = await readFile(path, 'utf8');
  expect(text).toContain(from);
  const slipped = text.replace(from, to);
  await writeFile(path, slipped);
  return lines.map((line) => {
    return `${rule} ${path}:${slipped.slice(0, slipped.indexOf(line)).split('\n').length}`;
  });
}

async function lintJson(folder: string) {
  const said = { out: '', err: '' };
  const exitCode = await run(['lint', join(folder, 'openapi.yaml'), '--format', 'json'], {
    ...nodeIo,
    out: (text) => void (said.out += text),
    err: (text) => void (said.err += text),
  });
  return { exitCode, ...said };
}
