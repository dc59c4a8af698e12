import { execFile, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
const PROJECT = join(import.meta.dirname, 'project');
const BEGIN = '## Begin with what you have\n';

/** A guide of the README: what it has its reader save and type, and what that is said to print. */
export interface Guide {
  readonly heading: string;
  readonly blocks: readonly Block[];
}

interface Block {
  readonly language: string;
  readonly text: string;
}

/** The guides of a README, by their headings. */
export function guidesOf(readme: string): readonly Guide[] {
  const section = readme.slice(readme.indexOf(BEGIN) + BEGIN.length).split('\n## ')[0] ?? '';
  return section
    .split('\n### ')
    .slice(1)
    .map((text) => ({
      heading: text.split('\n')[0] ?? '',
      blocks: [...text.matchAll(/^```(\w+)\n([^]*?)^```$/gm)].map(
        ([, language = '', block = '']) => ({ language, text: block }),
      ),
    }));
}

/** The README with the outputs that its guides print now. */
export async function rewrite(readme: string): Promise<string> {
  let written = readme;
  for (const guide of guidesOf(readme)) {
    const printed = await follow(guide);
    for (const [index, { language, text }] of guide.blocks.entries()) {
      const now = printed.get(index);
      if (language !== 'text' || now === undefined || alike(text) === alike(now)) continue;
      written = written.replace(`\`\`\`text\n${text}\`\`\``, () => `\`\`\`text\n${now}\`\`\``);
    }
  }
  return written;
}

/** A text without what differs from run to run: how long it took, how much a busy machine came to, and how many files a client is. */
export function alike(text: string): string {
  return text
    .replaceAll(/\b\d+(?:\.\d+)? (?:ms|s)\b/g, '0 s')
    .replaceAll(/\b\d+ files?\b/g, '0 files')
    .replaceAll(/\b[\d,]+ requests(?: \([^)]*\))?/g, '0 requests');
}

/**
 * Follows a guide word for word in a folder of its own, and gives what each `text` block should hold, by its place. A
 * block of code is saved under the name that its first line says. Only the ports are others: somebody may listen there.
 */
export async function follow({ blocks }: Guide): Promise<ReadonlyMap<number, string>> {
  const folder = mkdtempSync(join(tmpdir(), 'kiln-readme-'));
  const ports = new Map<string, string>();
  for (const port of ['3000', '4010', '4011']) ports.set(port, String(await freePort()));
  const moved = (text: string): string =>
    text.replaceAll(/(?<=127\.0\.0\.1:)\d{4}\b/g, (it) => ports.get(it) ?? it);
  const back = (text: string): string =>
    [...ports].reduce((shown, [port, own]) => shown.replaceAll(`:${own}`, `:${port}`), text);
  const ends: (() => void)[] = [];
  const printed = new Map<number, string>();
  try {
    cpSync(PROJECT, folder, { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'dir');
    const env = { ...process.env, NO_COLOR: '1', PORT: ports.get('3000') };
    let said = '';
    for (const [index, { language, text }] of blocks.entries()) {
      if (language === 'text') printed.set(index, back(said));
      if (language === 'js') {
        const [, file = 'code.mjs'] = /^\/\/ ([\w.-]+)/.exec(text) ?? [];
        writeFileSync(join(folder, file), moved(text));
      }
      if (language !== 'sh') continue;
      said = '';
      for (const line of text.trim().split('\n')) {
        const command = toCommand(moved(line), ports);
        said += line.includes('kiln mock')
          ? await serve(command, { cwd: folder, env }, ends)
          : await execute(command, { cwd: folder, env });
      }
    }
    return printed;
  } finally {
    for (const end of ends) end();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the shell is told: this Kiln, in the place of the one that is installed. */
function toCommand(line: string, ports: ReadonlyMap<string, string>): string {
  const kiln = `'${process.execPath}' '${join(ROOT, 'scripts/cli/kiln.mjs')}'`;
  const command = line.replace(/^npx kiln\b/, kiln).replace(/^node\b/, `'${process.execPath}'`);
  const at = ` --port ${ports.get('4010')} --control-port ${ports.get('4011')}`;
  return line.includes('kiln mock') ? `exec ${command}${at}` : command;
}

interface Where {
  readonly cwd: string;
  readonly env: NodeJS.ProcessEnv;
}

function execute(command: string, where: Where): Promise<string> {
  return new Promise((done) => {
    execFile('sh', ['-c', command], where, (error, stdout) => {
      // Findings are what some guides are about.
      done(typeof error?.code === 'number' && error.code > 1 ? `exit ${error.code}` : stdout);
    });
  });
}

/** Starts a mock, which goes on, and gives what it prints until it listens. */
function serve(command: string, where: Where, ends: (() => void)[]): Promise<string> {
  const child = spawn('sh', ['-c', command], { ...where, stdio: ['ignore', 'pipe', 'pipe'] });
  ends.push(() => void child.kill('SIGTERM'));
  let said = '';
  return new Promise((done, fail) => {
    child.on('exit', (code) => fail(new Error(`${command} has ended with ${code}: ${said}`)));
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (/^listening on .*\n/m.test(said)) done(said);
      });
    }
  });
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
