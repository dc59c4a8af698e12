import type { ApiModel } from '../model/api-model.ts';
import type { Pointer } from '../base/json-pointer.ts';
import { isNull, type SeededFault } from '../result/fault-trial.ts';
import type { Stand } from './stand.ts';
import { judgeWitness } from './witness/judge.ts';
import type { Recorded } from './witness/recorded.ts';

/** Whether a fault counts, and what shows it. */
export type Admission =
  | { readonly isAdmitted: true; readonly witness: Witness }
  | { readonly isAdmitted: false; readonly reason: string };

/** A recorded exchange that breaks the contract, in one line, and the clauses it breaks. */
interface Witness {
  readonly line: string;
  /** None where the contract allows what the fault does. */
  readonly clauses: readonly Pointer[];
}

/**
 * Admits a fault with a witness: an exchange that is another than the right server's and breaks a
 * clause that that one keeps. A null fault needs one that is another and breaks nothing.
 */
export async function admit(api: ApiModel, fault: SeededFault, stand: Stand): Promise<Admission> {
  const wrong = await stand.play(fault, true);
  if (wrong.length === 0) return refuse('no example says how to bring it about');
  const right = await stand.play(fault, false);
  const differing = wrong.findIndex((it, i) => fingerprintOf(it) !== fingerprintOf(right[i]));
  const shown = wrong[differing];
  if (!shown) return refuse('the answers are those of the right server');
  const before = new Set(judgeWitness(api, right).map(({ clause }) => clause));
  const objections = judgeWitness(api, wrong).filter(({ clause }) => !before.has(clause));
  const [first] = objections;
  if (isNull(fault)) {
    return first
      ? refuse(`it breaks ${first.clause}: ${first.seen}`)
      : { isAdmitted: true, witness: { line: lineOf(shown), clauses: [] } };
  }
  if (!first) return refuse('the answers differ, and no clause forbids it');
  const clauses = [...new Set(objections.map(({ clause }) => clause))];
  return { isAdmitted: true, witness: { line: `${lineOf(shown)}: ${first.seen}`, clauses } };
}

function refuse(reason: string): Admission {
  return { isAdmitted: false, reason };
}

/** Headers that say when an answer comes and how it is framed, and nothing about it. */
const FRAMING: ReadonlySet<string> = new Set([
  'date',
  'content-length',
  'transfer-encoding',
  'keep-alive',
]);

function fingerprintOf(recorded: Recorded | undefined): string {
  if (!recorded) return '';
  const { status, headers, body } = recorded.response;
  const { letters } = recorded;
  const named = Object.entries(headers).filter(([name]) => !FRAMING.has(name));
  return JSON.stringify([letters, status, named, new TextDecoder('latin1').decode(body)]);
}

/** Characters of a path or a body that a line shows. */
const SHOWN = 60;

function lineOf({ request, response }: Recorded): string {
  const { method, path, query, body } = request;
  const target = `${path}${query && `?${query}`}`;
  const sent = body === undefined ? '' : ` ${shorten(body)}`;
  return `${method} ${shorten(target)}${sent} → ${response.status}`;
}

function shorten(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ');
  return line.length > SHOWN ? `${line.slice(0, SHOWN)}…` : line;
}
