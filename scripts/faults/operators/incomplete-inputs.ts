import type { ApiModel, Operation } from '../../model/api-model.ts';
import { isCoveredBy } from '../../base/media-type.ts';
import { append } from '../../base/json-pointer.ts';
import { exampleRequest, parameterSample } from '../example-request.ts';
import type { Operator, FaultPlace, Sent } from '../operator.ts';
import { readSent, withBytes, withField, withParameter } from '../request-parts.ts';
import { stepsOf, WHOLE_ANSWER } from './spots.ts';
import { statusOfRefusal } from '../../refusal/documented-refusal.ts';

/** Operators that let through a request without a part of it. */
export const INCOMPLETE_OPERATORS: readonly Operator[] = [
  {
    id: 'accepts-missing-parameter',
    class: 'input',
    difficulty: 1,
    title: 'accepts a request without a required parameter',
    changes: 'verdict',
    places: (api, operation) =>
      operation.parameters
        .filter(
          (it) => it.required && it.in !== 'path' && statusOfRefusal(operation, 'invalid') >= 400,
        )
        .map((parameter) => {
          const valid = exampleRequest(api, operation);
          const draft = valid && withParameter(operation, valid, parameter, undefined);
          const before = (sent: Sent): Sent => {
            const read = readSent(api, operation, sent);
            const isMissing =
              read && !read.parameters.some((it) => it.parameter.name === parameter.name);
            return isMissing
              ? withParameter(operation, sent, parameter, parameterSample(api, parameter))
              : sent;
          };
          return {
            at: `/${parameter.in}/${parameter.name}/required`,
            clause: append(parameter.pointer, 'required'),
            deviate: () => ({ before }),
            witness: () => stepsOf(draft),
          };
        }),
  },
  ...(
    [
      ['accepts-missing-body', 'accepts a request without its content', 'none'],
      ['accepts-malformed-json', 'accepts content that is not JSON', 'malformed'],
      [
        'accepts-other-media-type',
        'accepts content of a media type that is not documented',
        'other',
      ],
    ] as const
  ).map(([id, title, content]): Operator => ({
    id,
    class: 'input',
    difficulty: 1,
    title,
    changes: 'verdict',
    places: (api, operation) => contentPlaces(api, operation, content),
  })),
];

function contentPlaces(
  api: ApiModel,
  operation: Operation,
  content: 'none' | 'malformed' | 'other',
): readonly FaultPlace[] {
  const { body } = operation;
  const valid = exampleRequest(api, operation);
  if (!body || valid?.body === undefined || (content === 'none' && !body.required)) return [];
  const kind = {
    none: 'malformed',
    malformed: 'malformed',
    other: 'unsupportedMediaType',
  } as const;
  if (statusOfRefusal(operation, kind[content]) < 400) return [];
  const text = valid.body;
  const mediaType = valid.headers['content-type'];
  if (content === 'malformed' && !/json/.test(mediaType ?? '')) return [];
  if (content === 'other' && body.content.some((it) => it.mediaType.includes('*'))) return [];
  const drafts = {
    none: { ...valid, body: undefined },
    malformed: { ...valid, body: text.slice(0, -1) },
    other: withField(valid, 'content-type', 'application/x-kiln'),
  };
  const before = (sent: Sent): Sent => {
    if (readSent(api, operation, sent)?.content !== content) return sent;
    const known = body.content.some((it) =>
      isCoveredBy(sent.headers['content-type'] ?? '', it.mediaType),
    );
    if (content === 'other' && known) return sent;
    return withBytes(withField(sent, 'content-type', mediaType), Buffer.from(text));
  };
  return [
    {
      at: WHOLE_ANSWER,
      clause:
        content === 'none' ? append(body.pointer, 'required') : append(body.pointer, 'content'),
      deviate: () => ({ before }),
      witness: () => stepsOf(drafts[content]),
    },
  ];
}
