import type { ApiModel } from '../../core/api-model.ts';
import { append, type Pointer } from '../../core/json-pointer.ts';
import { stringOf } from '../../core/json.ts';
import { nodeAt } from '../references.ts';
import type { Hit, Rule } from '../rule.ts';

const SENTENCE = 20;

/** The documentation site has nothing to say about a part that has no description. */
export const descriptionPresent: Rule = {
  id: 'description-present',
  severity: 'error',
  description: `Each operation is described in at least ${SENTENCE} characters, and each parameter has a description.`,
  *check(api) {
    for (const { id, pointer, parameters } of api.operations) {
      yield* tooShort(api, pointer, SENTENCE, `Operation ${id}`);
      for (const { name, pointer: parameter } of parameters) {
        yield* tooShort(api, parameter, 1, `Parameter ${name}`);
      }
    }
  },
};

function* tooShort(
  { document }: ApiModel,
  pointer: Pointer,
  minimum: number,
  what: string,
): Generator<Hit> {
  const description = stringOf(nodeAt(document, pointer)['description']);
  if (description === undefined) {
    yield { at: pointer, message: `${what} has no description` };
  } else if (description.trim().length < minimum) {
    const message = `The description of ${what} is too short to explain anything`;
    yield { at: append(pointer, 'description'), message };
  }
}
