import type { Letterbox } from '../../contract/letterbox.ts';
import type { WitnessLetterbox as Receiver } from '../prove/letterbox.ts';

/** A receiver of webhooks in this process, as the properties use one. */
export function toLetterbox({
  targets,
  answerWith,
  empty,
}: Pick<Receiver, 'targets' | 'answerWith' | 'empty'>): Letterbox {
  return {
    answerWith: (reception) => Promise.resolve(answerWith(reception)),
    empty: () =>
      Promise.resolve(
        empty().map(({ webhook, method, contentType, body }) => {
          const url = targets.find(({ name }) => name === webhook)?.url ?? '';
          const headers = [['content-type', contentType]] as const;
          return { webhook, request: { method, url, headers, body } };
        }),
      ),
  };
}
