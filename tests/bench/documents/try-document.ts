import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepOutcome, recallOutcome } from './kept-outcomes.ts';
import type { ListedDocument } from './listed-documents.ts';
import { placeDocument, type PlacedDocument } from './place-document.ts';
import { runStage, type StageName, type StageOutcome } from './stages.ts';

/** What came of a document. */
export interface TriedDocument {
  readonly document: ListedDocument;
  /** Undefined where its package could not be installed. */
  readonly placed: PlacedDocument | undefined;
  readonly outcomes: ReadonlyMap<StageName, StageOutcome>;
}

interface TrialOptions {
  readonly stages: readonly StageName[];
  /** Under which what came of a stage is kept and found again. */
  readonly keyOf: (stage: StageName, digest: string) => string;
  /** Whether what is known of other code counts as well, and nothing runs. */
  readonly isRecalled: boolean;
  /** Milliseconds for a stage. */
  readonly patience: number;
  readonly say: (line: string) => void;
}

/** Puts a document through the stages, in a folder of its own; what is known of one is not tried again. */
export async function tryDocument(
  document: ListedDocument,
  packageFolder: string | undefined,
  { stages, keyOf, isRecalled, patience, say }: TrialOptions,
): Promise<TriedDocument> {
  const outcomes = new Map<StageName, StageOutcome>();
  if (packageFolder === undefined) return { document, placed: undefined, outcomes };
  const folder = await mkdtemp(join(tmpdir(), 'kiln-document-'));
  try {
    const placed = await placeDocument(packageFolder, document.path, folder);
    await mkdir(join(folder, 'alone'));
    const recall = async (stage: StageName): Promise<boolean> => {
      const key = isRecalled ? undefined : keyOf(stage, placed.digest);
      const known = await recallOutcome(document, stage, key);
      if (known) outcomes.set(stage, known);
      return known !== undefined;
    };
    const here = new Set<StageName>();
    const run = async (stage: StageName): Promise<void> => {
      const loaded = outcomes.get('load')?.loaded;
      const outcome = await runStage(stage, { folder, path: placed.path, patience, loaded });
      here.add(stage);
      outcomes.set(stage, outcome);
      await keepOutcome(document, stage, keyOf(stage, placed.digest), outcome);
      say(`${document.id} ${stage}: ${wordsOf(outcome)}`);
    };
    for (const stage of stages) {
      if ((await recall(stage)) || isRecalled) continue;
      if (stage !== 'load' && !outcomes.has('load') && !(await recall('load'))) await run('load');
      // Types are checked where they were written.
      if (stage === 'types' && !here.has('generate')) await run('generate');
      await run(stage);
    }
    return { document, placed, outcomes };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function wordsOf({ exitCode, seconds, memory, called, tested }: StageOutcome): string {
  const end = exitCode === undefined ? 'too slow' : `exit ${exitCode}`;
  const calls = called ? `, ${called.answered} of ${called.operations} answered` : '';
  const checks = tested ? `, ${tested.violations.length} violations` : '';
  return `${end}, ${seconds.toFixed(1)} s, ${memory.toFixed(0)} MB${calls}${checks}`;
}
