import { UserError } from '../base/user-error.ts';
import { choosePrints } from '../drift/choose-prints.ts';
import { toDrift, type SourceDrift } from '../drift/drift.ts';
import { extractFacts } from '../drift/extract-facts.ts';
import { factFileOf, renderFactFile, toFactSections } from '../drift/fact-file.ts';
import { readDocument } from '../drift/read-document.ts';
import { writePrints } from '../drift/write-prints.ts';
import { toLedger } from '../load/ledger.ts';
import { isAddress } from '../load/sources.ts';
import { parseYaml } from '../load/yaml-source.ts';
import type { ApiModel } from '../model/api-model.ts';
import { describedWords } from '../model/described-words.ts';
import type { EvidenceLedger } from '../model/evidence.ts';
import type { Io } from './io.ts';

/** A document that the user has named for a source of a ledger: a path, or an address. */
export interface GivenSource {
  readonly id: string;
  readonly place: string;
}

/** Reads `S1=page.html`. Throws a UserError where it is none, or the ledger has no such source. */
export function toGivenSource(written: string, ledger: EvidenceLedger): GivenSource {
  const [, id = '', place = ''] = /^(\w+)=(.+)$/s.exec(written) ?? [];
  const known = [...ledger.sources.keys()].join(', ');
  if (id === '') {
    throw new UserError('source-misspelt', `"${written}" names no source and its document`, {
      hint: `Write --source ID=FILE. The sources of ${ledger.file} are ${known}.`,
    });
  }
  if (ledger.sources.has(id)) return { id, place };
  const hint = `The sources are ${known}.`;
  throw new UserError('unknown-source', `${ledger.file} has no source ${id}`, { hint });
}

/** The ledger of a description. Throws a UserError where there is none. */
export function ledgerOf({ ledger, source }: ApiModel): EvidenceLedger {
  if (ledger) return ledger;
  throw new UserError('no-ledger', `${source} has no evidence ledger`, {
    hint: 'Write evidence.yaml beside it: CONTRIBUTING.md, "Adding a description", says how.',
  });
}

/** Holds each document against what was kept of its source. */
export async function holdSources(
  io: Io,
  api: ApiModel,
  given: readonly GivenSource[],
): Promise<SourceDrift[]> {
  const ledger = ledgerOf(api);
  const described = describedWords(api);
  return await Promise.all(
    given.map(async ({ id, place }) => {
      const kept = await readFacts(io, api, ledger, id);
      const text = await readPlace(io, place);
      return toDrift({ ledger, source: id, kept, text, name: place, described });
    }),
  );
}

async function readFacts(io: Io, api: ApiModel, ledger: EvidenceLedger, id: string) {
  const file = factFileOf(ledger.file, id);
  if (await io.exists(file)) {
    return toFactSections(parseYaml(await io.readText(file), file).value);
  }
  throw new UserError('no-facts', `Nothing is kept of what ${id} of ${api.name} printed`, {
    hint: `Run "kiln evidence ${api.name} --source ${id}=FILE --write" with the document that was read.`,
  });
}

/** Keeps what each document prints: in a file beside the ledger, and beside the claims that rest on it. Says what it wrote. */
export async function keepSources(
  io: Io,
  api: ApiModel,
  given: readonly GivenSource[],
): Promise<string[]> {
  const ledger = ledgerOf(api);
  let yaml = await io.readText(ledger.file);
  const written: string[] = [];
  for (const { id, place } of given) {
    const headings = (ledger.sources.get(id)?.sections ?? []).map(({ heading }) => heading);
    // One after the other: each adds to the ledger of the one before.
    // oxlint-disable-next-line no-await-in-loop
    const sections = extractFacts(readDocument(await readPlace(io, place), place, headings));
    const now = toLedger(parseYaml(yaml, ledger.file));
    const chosen = choosePrints(now, id, sections);
    yaml = writePrints(yaml, now, chosen);
    const file = factFileOf(ledger.file, id);
    // oxlint-disable-next-line no-await-in-loop
    await io.writeText(
      file,
      renderFactFile(sections, `kiln evidence ${api.name} --source ${id}=FILE --write`),
    );
    written.push(file);
  }
  await io.writeText(ledger.file, yaml);
  return [...written, ledger.file];
}

/** An address is fetched because the user has named it. */
async function readPlace(io: Io, place: string): Promise<string> {
  if (!isAddress(place)) return await io.readText(place);
  return (await io.fetchText(place, { mayBePage: true })).text;
}
