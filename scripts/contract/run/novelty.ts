import { parseJson } from '../../base/json-text.ts';
import { isObject, type Json } from '../../base/json.ts';
import type { Operation } from '../../model/api-model.ts';
import type { Exchange } from '../../wire/exchange.ts';

/** What the answers of a run have shown so far, and where more is to be expected. */
interface Novelty {
  readonly see: (operation: Operation, exchange: Exchange) => void;
  /** The share of an operation's answers that showed a new status or a new shape; infinite without any. */
  readonly promiseOf: (operation: Operation) => number;
}

/** Characters of an answer whose shape is looked at: more would take longer than it tells. */
const LONGEST = 20_000;
/** Levels of an answer that its shape is made of. */
const DEEPEST = 3;

/** Learns from answers: another status, or members that were not there before, tell of another path in the code. */
export function createNovelty(): Novelty {
  const seen = new Map<Operation, { answers: number; readonly shapes: Set<string> }>();
  return {
    see(operation, { response }) {
      const own = seen.get(operation) ?? { answers: 0, shapes: new Set<string>() };
      seen.set(operation, own);
      own.answers += 1;
      own.shapes.add(response ? `${response.status} ${shapeOfText(response.body)}` : 'none');
    },
    promiseOf(operation) {
      const own = seen.get(operation);
      return own ? own.shapes.size / own.answers : Infinity;
    },
  };
}

function shapeOfText(body: string): string {
  if (body === '') return '';
  if (body.length > LONGEST) return 'long';
  const parsed = parseJson(body);
  return 'reason' in parsed ? 'text' : shapeOf(parsed.value, DEEPEST);
}

function shapeOf(value: Json, levels: number): string {
  if (value === null) return 'null';
  if (typeof value !== 'object') return typeof value;
  if (levels === 0) return '…';
  if (Array.isArray(value)) {
    const items = new Set(value.map((it) => shapeOf(it, levels - 1)));
    return `[${[...items].toSorted().join()}]`;
  }
  if (!isObject(value)) return 'object';
  const members = Object.entries(value).map(([name, it]) => `${name}:${shapeOf(it, levels - 1)}`);
  return `{${members.toSorted().join()}}`;
}
