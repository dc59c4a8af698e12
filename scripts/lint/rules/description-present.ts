import type { ApiModel } from '../../model/api-model.ts';
import { nodesOf } from '../../model/description-nodes.ts';
import { append, type Pointer } from '../../base/json-pointer.ts';
import { arrayOf, objectOf, stringOf, textOf } from '../../base/json.ts';
import { nodeAt } from '../references.ts';
import type { Hit, Rule } from '../rule.ts';

const SENTENCE = 20;

/** The documentation site has nothing to say about a part that has no description. */
export const descriptionPresent: Rule = {
  id: 'description-present',
  severity: 'error',
  description: `Each operation and webhook is described in at least ${SENTENCE} characters, each tag and parameter has a description, and no description is blank.`,
  *check(api) {
    for (const [pointer, what, minimum] of partsOf(api)) {
      const description = stringOf(nodeAt(api.document, pointer)['description']);
      if (description === undefined) {
        yield { at: pointer, message: `${what} has no description` };
      } else if (description.trim() !== '' && description.trim().length < minimum) {
        const message = `The description of ${what} is too short to explain anything`;
        yield { at: append(pointer, 'description'), message };
      }
    }
    yield* blanks(api);
  },
};

/** Pointers of the parts that must have a description, how to name each, and its least length. */
function* partsOf({
  document,
  operations,
  webhooks,
}: ApiModel): Generator<[Pointer, string, number]> {
  for (const [index, tag] of arrayOf(document['tags']).entries()) {
    yield [append('#/tags', index), `Tag ${textOf(objectOf(tag)['name'])}`, 1];
  }
  for (const { id, pointer, parameters } of [...operations, ...webhooks]) {
    yield [pointer, `Operation ${id}`, SENTENCE];
    for (const parameter of parameters) {
      yield [parameter.pointer, `Parameter ${parameter.name}`, 1];
    }
  }
}

function* blanks({ document }: ApiModel): Generator<Hit> {
  for (const { node, pointer } of nodesOf(document)) {
    if (stringOf(node['description'])?.trim() !== '') continue;
    yield { at: append(pointer, 'description'), message: 'This description is blank' };
  }
}
