import { createHash } from 'node:crypto';
import type { ApiModel, Operation } from '../model/api-model.ts';
import type { Proof, Violation } from '../result/contract-run.ts';
import type { Ground } from '../result/ground.ts';
import type { Exchange } from '../wire/exchange.ts';
import type { Pointer } from '../base/json-pointer.ts';
import type { SourceLocation } from '../base/source-location.ts';
import type { SchemaVerdict } from './proof/disagreement.ts';
import { shellWord } from '../base/shell-word.ts';
import { curlOf, needsBodyFile } from './wire/curl.ts';
import type { Redactor } from './wire/redact.ts';
import { premiseOf } from './again/premise-of.ts';
import type { Pool } from './things/pool.ts';

/** What a judge says of an exchange: the clause, what it states, and what was seen instead. */
export interface Complaint {
  readonly property: string;
  /** What it rests on; the contract, unless said. */
  readonly ground?: Ground | undefined;
  readonly message: string;
  readonly clause: Pointer;
  /** What tells it from others at the same clause, such as an undocumented status; the clause alone unless said. */
  readonly kind?: string | undefined;
  readonly states: string;
  readonly seen: string;
  /** Set where it is about what an answer holds, and not that there is such an answer. */
  readonly isOfAnswer?: true | undefined;
  /** The schema verdicts without which there is no complaint; none where it rests on no schema. */
  readonly rests?: readonly SchemaVerdict[];
}

/** What a complaint is brought in: the operation that is tried, and how. */
export interface OperationTrial {
  readonly api: ApiModel;
  readonly operation: Operation;
  readonly seed: number;
  readonly redactor: Redactor;
  /** What else repeating a violation takes; nothing when left out. */
  readonly repeat?: Repeat | undefined;
  /** What the run has made; nothing when left out. */
  readonly pool?: Pick<Pool, 'behind' | 'thingOn'> | undefined;
}

/** What the lines that repeat a violation need to know of the run. */
export interface Repeat {
  /** Folder of the reports, where long bodies stand. */
  readonly reports: string;
  /** Options of the run that `--replay` needs again, such as `--mock URL`. */
  readonly options: readonly string[];
}

/**
 * Turns a complaint into a violation that can be read, looked up and sent again; `whole` is the exchange with all of
 * its answer, where that is cut.
 */
export function toViolation(
  trial: OperationTrial,
  complaint: Complaint,
  exchange: Exchange,
  whole: Exchange = exchange,
): Violation {
  const { api, operation, seed, redactor, repeat = HERE } = trial;
  const { property, message, ground = 'contract' } = complaint;
  const id = idOf(trial, complaint);
  const { request } = exchange;
  const bodyFile = needsBodyFile(request) ? `${api.name}/requests/${id}.body` : undefined;
  return {
    id,
    property,
    operation: operation.id,
    message: redactor.text(message),
    ground,
    proof: proofOf(trial, complaint),
    exchange: redactor.exchange(exchange),
    curl: curlOf(request, bodyFile && `${repeat.reports}/${bodyFile}`, redactor.pieces),
    // Where it is installed in a project, nothing else finds it, and npx finds one that is installed for all.
    replay: ['npx kiln test', shellWord(api.argument), '--replay', id, ...repeat.options].join(' '),
    bodyFile,
    seed,
    premise: premiseOf(trial, complaint, whole),
  };
}

const HERE: Repeat = { reports: 'reports', options: [] };

/** Stable over runs: the same operation breaks the same clause in the sense of the same property. */
export function idOf(
  { api, operation }: Pick<OperationTrial, 'api' | 'operation'>,
  { property, clause, kind }: Pick<Complaint, 'property' | 'clause' | 'kind'>,
): string {
  return createHash('sha256')
    .update(
      [api.name, operation.id, property, clause, ...(kind === undefined ? [] : [kind])].join('\n'),
    )
    .digest('hex')
    .slice(0, 10);
}

function proofOf({ api, redactor }: OperationTrial, { clause, states, seen }: Complaint): Proof {
  return {
    clause,
    ...whereWritten(api, clause),
    states: redactor.text(states),
    seen: redactor.text(seen),
  };
}

/** Where a clause is written, and who says so. */
export function whereWritten(
  api: ApiModel,
  clause: Pointer,
): Pick<Proof, 'location' | 'line' | 'claims'> {
  const location = api.locate(clause);
  const claims = api.claimsAt(clause).map((id) => {
    const claim = api.ledger?.claims.get(id);
    return claim ? `${id} (${claim.status}): ${claim.says}` : id;
  });
  return { location, line: lineAt(api, location), claims };
}

/** Characters of a handwritten line that are shown. */
const LONGEST_LINE = 100;
/** Characters of a line that anybody has written by hand. */
const LONGEST_WRITTEN = 1000;

function lineAt({ files }: ApiModel, { file, line }: SourceLocation): string {
  const whole = files.get(file) ?? '';
  const text = lineOf(whole, line).trim();
  // Of what a program has written in one line nothing can be seen.
  if (text.length > LONGEST_WRITTEN || text.length === whole.trim().length) return '';
  return text.length > LONGEST_LINE ? `${text.slice(0, LONGEST_LINE)}…` : text;
}

/** One line of a text that may have very many. */
function lineOf(text: string, line: number): string {
  let begin = 0;
  for (let at = 1; at < line; at += 1) {
    begin = text.indexOf('\n', begin) + 1;
    if (begin === 0) return '';
  }
  const end = text.indexOf('\n', begin);
  return text.slice(begin, end < 0 ? text.length : end);
}
