import type { Json } from '../../scripts/base/json.ts';
import { recursesInPlace } from './recurses-in-place.ts';
import type { Verdict } from './two-judges.ts';

/** A value and what each judge says of it: Ajv, hyperjump, and jsonschema-rs where it was asked. */
export interface JudgedValue {
  readonly value: Json;
  readonly verdicts: Verdict[];
}

/** What came of one random schema. */
export interface Trial {
  readonly schema: Json;
  /** The value that the schema was made around. */
  readonly witness: JudgedValue | undefined;
  readonly milliseconds: number;
  readonly outcome:
    | { readonly values: readonly JudgedValue[] }
    | { readonly unsatisfiable: string }
    | { readonly notFound: string }
    | { readonly threw: string };
}

/** What can come of a schema; each comes to exactly one. */
type Ending =
  | 'answered'
  | 'refuted'
  | 'undefined'
  | 'disputed'
  | 'rejected'
  | 'notFound'
  | 'exception';

interface Ended {
  readonly ending: Ending;
  /** We are wrong: it says so even if the ending alone does not. */
  readonly isWrong: boolean;
  readonly reason: string;
  readonly value?: Json | undefined;
}

/** A schema that did not end with a value, or a proof that there is none. */
export interface OpenCase extends Ended {
  /** From 0, in the order in which the seed draws them. */
  readonly place: number;
  readonly schema: Json;
}

/** What came of many random schemas. */
export interface Figures extends Readonly<Record<Ending, number>> {
  readonly seed: number;
  readonly schemas: number;
  /** Two judges accept a value: the one that the schema was made around, or one that was generated. */
  readonly satisfiable: number;
  readonly seconds: number;
  /** Milliseconds that the slowest schema took. */
  readonly slowest: number;
  readonly isThirdThere: boolean;
  readonly open: readonly OpenCase[];
  readonly wrong: readonly OpenCase[];
}

const NAMES = ['Ajv', 'hyperjump', 'jsonschema-rs'] as const;

export function isAccepted({ verdicts }: JudgedValue): boolean {
  return verdicts.filter((it) => it === true).length >= 2;
}

function isRejected({ verdicts }: JudgedValue): boolean {
  return verdicts.filter((it) => it === false).length >= 2;
}

/** Counts how trials ended, once every judge has been asked. */
export function toFigures(
  trials: readonly Trial[],
  run: Pick<Figures, 'seed' | 'seconds' | 'isThirdThere'>,
): Figures {
  const counts: Record<Ending, number> = {
    answered: 0,
    refuted: 0,
    undefined: 0,
    disputed: 0,
    rejected: 0,
    notFound: 0,
    exception: 0,
  };
  const open: OpenCase[] = [];
  for (const [place, trial] of trials.entries()) {
    const ended = unlessUndefined(endOf(trial), trial.schema);
    counts[ended.ending] += 1;
    if (ended.isWrong || !['answered', 'refuted', 'undefined'].includes(ended.ending))
      open.push({ ...ended, place, schema: trial.schema });
  }
  return {
    ...run,
    ...counts,
    schemas: trials.length,
    satisfiable: trials.filter(isSatisfiable).length,
    slowest: Math.max(0, ...trials.map((it) => it.milliseconds)),
    open,
    wrong: open.filter((it) => it.isWrong),
  };
}

/** Of a schema that applies itself to the same value without end nothing is right or wrong. */
function unlessUndefined(ended: Ended, schema: Json): Ended {
  return ended.ending !== 'exception' && recursesInPlace(schema)
    ? { ending: 'undefined', isWrong: false, reason: '' }
    : ended;
}

function isSatisfiable({ schema, witness, outcome }: Trial): boolean {
  if (recursesInPlace(schema)) return false;
  return (
    (witness !== undefined && isAccepted(witness)) ||
    ('values' in outcome && outcome.values.some(isAccepted))
  );
}

function endOf({ witness, outcome }: Trial): Ended {
  if ('threw' in outcome)
    return { ending: 'exception', isWrong: true, reason: `threw ${outcome.threw}` };
  if ('values' in outcome) return endOfValues(outcome.values);
  const isRefuted = 'unsatisfiable' in outcome;
  const why = isRefuted ? `refuted: ${outcome.unsatisfiable}` : outcome.notFound;
  const ending = isRefuted ? 'refuted' : 'notFound';
  if (witness === undefined || isRejected(witness)) return { ending, isWrong: false, reason: why };
  if (isAccepted(witness))
    return { ending, isWrong: true, reason: `${why}, yet there is one`, value: witness.value };
  const reason = `${why}; of the value that it was made around: ${said(witness)}`;
  return { ending: 'disputed', isWrong: false, reason, value: witness.value };
}

function endOfValues(values: readonly JudgedValue[]): Ended {
  const bad = values.find(isRejected) ?? values.find((it) => !isAccepted(it));
  if (bad === undefined) return { ending: 'answered', isWrong: false, reason: '' };
  const isWrong = isRejected(bad);
  const ending = isWrong ? 'rejected' : 'disputed';
  return { ending, isWrong, reason: said(bad), value: bad.value };
}

/** What the judges say of a value, in one line. */
function said({ verdicts }: JudgedValue): string {
  return verdicts.map((it, place) => `${NAMES[place] ?? ''}: ${wordOf(it)}`).join(', ');
}

function wordOf(verdict: Verdict): string {
  if (verdict === undefined) return 'cannot tell';
  return verdict ? 'valid' : 'not valid';
}
