import type { ApiModel, MediaType, Operation } from '../../model/api-model.ts';
import type { Json } from '../../base/json.ts';
import { whenThere, type Eventual } from '../../base/eventual.ts';
import { contentBreaches } from '../../wire/content-breaches.ts';
import { exampleHeaders } from '../../wire/example-content.ts';
import { ownContent, ownHeaders } from '../../wire/own-content.ts';
import type { AnswerDraft, Surroundings } from '../behaviour/step.ts';
import type { Preferences } from '../request/prefer.ts';
import { asAnswer } from './answerable.ts';
import { toPrismAnswers } from './prism-answers.ts';
import type { Selection } from './select-response.ts';

/** What answers are made from. */
interface Drafts {
  /** The first example, else what the schema allows: the same each time. */
  readonly documented: (operation: Operation, selection: Selection) => Eventual<AnswerDraft>;
  /** As `Prefer` wants it: an example by its name, or chance. */
  readonly preferred: (
    operation: Operation,
    selection: Selection,
    preferences: Preferences,
  ) => Eventual<AnswerDraft>;
}

/**
 * Content of answers: an example that its schema allows, else a value of our own generator, which needs no
 * time to get ready, else of Prism. Where a schema allows nothing the documented status is sent alone.
 */
export function toDrafts({ api, seed }: Surroundings): Drafts {
  const { sample } = toPrismAnswers(api);
  const generated = new Map<Operation, number>();

  /** A seed of its own for each answer, so that answers differ and a run repeats. */
  const nextSeed = (operation: Operation): string => {
    const count = (generated.get(operation) ?? 0) + 1;
    generated.set(operation, count);
    return `${seed} ${operation.id} ${count}`;
  };

  const made = (
    operation: Operation,
    { media, status, response }: Selection,
    chance?: string,
  ): Eventual<AnswerDraft> => {
    const how = { isComplete: true, ...(chance !== undefined && { seed: chance }) };
    const headers = { ...ownHeaders(api, response, how), ...exampleHeaders(api, response) };
    if (!media) return { media, headers, value: null };
    const own = ownContent(api, media, chance);
    if ('value' in own) return { media, headers, ...own };
    const nothing = { media: undefined, headers, value: null, reason: reasonOf(operation, own) };
    if (own.isProven) return nothing;
    const wanted = { operation, status, mediaType: media.mediaType };
    return whenThere(sample(wanted), (value) => {
      const sound = value === undefined ? undefined : asSound(api, media, value);
      return sound === undefined ? nothing : { media, headers, value: sound };
    });
  };

  const shown = (selection: Selection, name?: string): AnswerDraft | undefined => {
    const { media, response } = selection;
    const example = media?.examples.find((it) => name === undefined || it.name === name);
    if (!media || !example) return undefined;
    if (contentBreaches(api, media, example.value, 'response').length > 0) return undefined;
    const headers = { ...ownHeaders(api, response), ...exampleHeaders(api, response) };
    return { media, headers, value: example.value };
  };

  return {
    documented: (operation, selection) => shown(selection) ?? made(operation, selection),
    preferred(operation, selection, { example, dynamic, seed: own }) {
      // Who names an example leaves nothing to chance.
      if (dynamic && selection.media?.schema !== undefined && example === undefined) {
        return made(operation, selection, own ?? nextSeed(operation));
      }
      return shown(selection, example) ?? made(operation, selection);
    },
  };
}

function reasonOf({ id }: Operation, { reason }: { readonly reason: string }): string {
  return `the response of ${id} has no content: ${reason}`;
}

/** What was made elsewhere, as far as its schema allows it. */
function asSound(api: ApiModel, media: MediaType, made: Json): Json | undefined {
  const value = asAnswer(api, media.schema, made);
  return contentBreaches(api, media, value, 'response').length === 0 ? value : undefined;
}
