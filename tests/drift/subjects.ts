import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { marked } from 'marked';
import { choosePrints } from '../../scripts/drift/choose-prints.ts';
import { writePrints } from '../../scripts/drift/write-prints.ts';
import { toLedger } from '../../scripts/load/ledger.ts';
import { parseYaml } from '../../scripts/load/yaml-source.ts';
import { keptOf, type DriftSubject } from './campaign.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const FOLDER = join(import.meta.dirname, 'documents');

/** The invented document in the three forms that are read, each with a ledger that was filled from it. */
export function inventedSubjects(): DriftSubject[] {
  const markdown = readFileSync(join(FOLDER, 'parcels.md'), 'utf8');
  const forms = [
    { name: 'parcels.md', text: markdown },
    { name: 'parcels.html', text: markdown, toDocument: toPage },
    { name: 'parcels.txt', text: toPlainText(markdown) },
  ];
  return forms.map((form) => {
    const yaml = readFileSync(join(FOLDER, 'evidence.yaml'), 'utf8');
    const empty = toLedger(parseYaml(yaml, 'evidence.yaml'));
    const subject = { ...form, source: 'S1', ledger: empty };
    const filled = writePrints(yaml, empty, choosePrints(empty, 'S1', keptOf(subject)));
    return { ...subject, ledger: toLedger(parseYaml(filled, 'evidence.yaml')) };
  });
}

function toPage(markdown: string): string {
  const body = marked.parse(markdown, { async: false });
  return `<!doctype html><html><head><title>Parcels</title></head><body><nav><a href="/">Home 1</a></nav><main>${body}</main></body></html>`;
}

/** As somebody would copy it out of a browser. */
function toPlainText(markdown: string): string {
  return markdown
    .replaceAll(/^#+ /gm, '')
    .replaceAll(/^```.*\n/gm, '')
    .replaceAll(/^- /gm, '• ')
    .replaceAll('`', '');
}

/** Which document each description was written from, in a folder that is not part of the repository. */
const DOCUMENTS: Readonly<Record<string, string>> = {
  clayva: 'clayva.txt',
  claravine: 'claravine.txt',
  'clay-base': 'clay-base.txt',
  'clay-com': 'clay-com.txt',
  'commanders-act-v1': 'commanders-act.txt',
  'commanders-act-v2': 'commanders-act.txt',
};

/** The documents themselves, where `KILN_SOURCES` or a folder `shared/sources` beside the project has them. */
export function realSubjects(): DriftSubject[] {
  const folder = process.env['KILN_SOURCES'] ?? resolve(ROOT, '../shared/sources');
  return Object.entries(DOCUMENTS).flatMap(([api, name]) => {
    const path = join(folder, name);
    if (!existsSync(path)) return [];
    const file = join(ROOT, 'specs', api, 'evidence.yaml');
    const ledger = toLedger(parseYaml(readFileSync(file, 'utf8'), file));
    return [{ name, text: readFileSync(path, 'utf8'), source: 'S1', ledger }];
  });
}
