import type { ApiModel, Operation } from '../../model/api-model.ts';
import { responseFor, successOf } from '../../model/documented-response.ts';
import { isCarriedOut, withHeaders } from '../answer-parts.ts';
import { exampleRequest } from '../example-request.ts';
import type { Operator, Sent } from '../operator.ts';
import { doing } from '../remembered-things.ts';
import { stepsOf, WHOLE_ANSWER } from './spots.ts';

interface Making {
  readonly api: ApiModel;
  readonly operation: Operation;
}

interface LocationOperator {
  readonly id: string;
  readonly title: string;
  readonly instead: (location: string, making: Making, sent: Sent) => string;
}

const OF_LOCATIONS: readonly LocationOperator[] = [
  {
    id: 'location-of-nothing',
    title: 'says that what it has made is where nothing is',
    instead: (location) => `${location}/kiln/nothing`,
  },
  {
    id: 'location-of-another',
    title: 'says that what it has made is where something else is',
    instead: (location, { api, operation }) => {
      const end = location.lastIndexOf('/') + 1;
      const reader = readerOf(api, operation)?.draft.path ?? '';
      return `${location.slice(0, end)}${reader.slice(reader.lastIndexOf('/') + 1)}`;
    },
  },
  {
    id: 'location-of-list',
    title: 'says that what it has made is where all of them are listed',
    instead: (location) => location.slice(0, location.lastIndexOf('/')),
  },
  {
    id: 'location-without-base',
    title: 'leaves the base of its address out where it says where what it has made is',
    instead: (location, _, sent) => `${sent.path}/${location.slice(location.lastIndexOf('/') + 1)}`,
  },
];

/** Operators on where an answer says that what was made is. */
export const LOCATION_OPERATORS: readonly Operator[] = OF_LOCATIONS.map(
  ({ id, title, instead }): Operator => ({
    id,
    class: 'state',
    difficulty: 2,
    title,
    changes: 'headers',
    places(api, operation) {
      const { status = 0 } = successOf(operation) ?? {};
      const header = responseFor(operation, 201)?.headers.find(
        ({ name }) => name.toLowerCase() === 'location',
      );
      const draft = exampleRequest(api, operation);
      const isBased = operation.servers.every(({ basePath }) => basePath !== '');
      if (operation.resource?.action !== 'create' || status !== 201 || !header || !draft) return [];
      if (!readerOf(api, operation) || (id === 'location-without-base' && !isBased)) return [];
      return [
        {
          at: WHOLE_ANSWER,
          clause: header.pointer,
          deviate: () => ({
            after(seen) {
              const { location } = seen.answer.headers;
              if (location === undefined || !isCarriedOut(seen)) return seen.answer;
              const other = instead(location, { api, operation }, seen.sent);
              return withHeaders(seen.answer, { location: other });
            },
          }),
          witness: () => stepsOf(draft),
        },
      ];
    },
  }),
);

function readerOf(api: ApiModel, operation: Operation) {
  const { resource } = operation;
  return resource && doing({ api, operation, resource }, 'read');
}
