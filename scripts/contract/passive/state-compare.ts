import type { Json } from '../../base/json.ts';
import { append } from '../../base/json-pointer.ts';
import { contradictionIn } from '../flows/things.ts';
import { shorten } from '../judges/words.ts';
import type { Judgement, Remark } from './judgement.ts';
import type { RecordedStep } from './recorded-step.ts';
import { isRecent, keyOfId, type RecordedThing, type ThingBook } from './thing-book.ts';

/** What a step says of what an API remembers, by property. */
export type StateJudgements = ReadonlyMap<string, Judgement>;

export const WHY = 'whoever else may have changed it was not recorded';
export const NOTHING: StateJudgements = new Map();

/** What is known, and how often each property was seen to hold on an operation. */
export interface Watching {
  readonly book: ThingBook;
  readonly tally: (
    id: string,
    operation: string,
  ) => { readonly right: () => void; readonly contrary: () => number };
}

/** What is shown of a thing, beside what was last written of it. */
export function compare(
  watch: Watching,
  step: RecordedStep,
  thing: RecordedThing,
  shown: Json | undefined,
): StateJudgements {
  const { by, said, operation: writer } = thing;
  if (by === 'shown' || !isRecent(step, thing.written)) return NOTHING;
  const { operation } = step;
  const property = { create: 'state.created', update: 'state.updated', delete: 'state.deleted' }[
    by
  ];
  const kind = operation.resource?.name ?? 'thing';
  const { right, contrary } = watch.tally(property, operation.id);
  const fine = (): StateJudgements => {
    right();
    return new Map([[property, []]]);
  };
  const blame = (message: string, seen: string): StateJudgements => {
    const remark: Remark = {
      message,
      clause: append((by === 'delete' ? writer : operation).pointer, 'x-resource'),
      states:
        by === 'delete'
          ? `${writer.id} deletes a ${kind}`
          : `${writer.id} ${by}s a ${kind}, and ${operation.id} shows it`,
      seen,
      doubt: { about: keyOfId(thing.id), why: WHY, contrary },
    };
    return new Map([[property, [remark]]]);
  };
  if (by === 'delete') {
    if (shown === undefined) return fine();
    return blame(
      'what was deleted is still there',
      `${operation.id} still shows ${shorten(shown)}`,
    );
  }
  if (shown === undefined) {
    const seen = `${shorten(thing.id)} was ${by}d by ${writer.id}, and is not there`;
    return blame(`a ${kind} that was ${by}d is not there`, seen);
  }
  const name = contradictionIn(said, shown);
  if (name === undefined) return fine();
  const seen = `${name} was ${shorten(said[name])}, and is shown in ${shorten(shown)}`;
  return by === 'create'
    ? blame(`a ${kind} is not as it was created`, seen)
    : blame('an update does not show', seen);
}
