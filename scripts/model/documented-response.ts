import type { DocumentedResponse, Operation } from './api-model.ts';

export interface ChosenResponse {
  readonly status: number;
  readonly response: DocumentedResponse;
}

/** The response an operation gives when all is well: its lowest 2xx, else `default`, else the first. */
export function successOf({ responses }: Operation): ChosenResponse | undefined {
  const successes = responses
    .filter(({ status }) => /^2(\d\d|XX)$/i.test(status))
    .toSorted((left, right) => (left.status < right.status ? -1 : 1));
  const response =
    successes[0] ?? responses.find(({ status }) => status === 'default') ?? responses[0];
  if (!response) return undefined;
  const lowest = response.status === 'default' ? 200 : Number(response.status.replace(/XX/i, '00'));
  return { status: lowest, response };
}

/** The response documented for a status: by its number, its range, or `default` (OpenAPI 3.1.1, section 4.8.16). */
export function responseFor(
  { responses }: Operation,
  status: number,
): DocumentedResponse | undefined {
  const find = (name: string) => responses.find((it) => it.status.toUpperCase() === name);
  return find(String(status)) ?? find(`${Math.floor(status / 100)}XX`) ?? find('DEFAULT');
}
