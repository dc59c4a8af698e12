import type { DocumentedResponse, Operation } from './api-model.ts';

export interface ChosenResponse {
  readonly status: number;
  readonly response: DocumentedResponse;
}

/**
 * The response an operation gives when all is well: its lowest 2xx, else `default`, else its lowest 3xx;
 * none where only failures are documented.
 */
export function successOf({ responses }: Pick<Operation, 'responses'>): ChosenResponse | undefined {
  const lowest = (range: RegExp) =>
    responses
      .filter(({ status }) => range.test(status))
      .toSorted((left, right) => (left.status < right.status ? -1 : 1))[0];
  const response =
    lowest(/^2(\d\d|XX)$/i) ??
    responses.find(({ status }) => status === 'default') ??
    lowest(/^3(\d\d|XX)$/i);
  if (!response) return undefined;
  const status = response.status === 'default' ? 200 : Number(response.status.replace(/XX/i, '00'));
  return { status, response };
}

/** The response documented for a status: by its number, its range, or `default` (OpenAPI 3.1.1, section 4.8.16). */
export function responseFor(
  { responses }: Pick<Operation, 'responses'>,
  status: number,
): DocumentedResponse | undefined {
  const find = (name: string) => responses.find((it) => it.status.toUpperCase() === name);
  return find(String(status)) ?? find(`${Math.floor(status / 100)}XX`) ?? find('DEFAULT');
}

/**
 * Whether a status says that all went well, as documented. Of an operation that documents no status below
 * 400 nothing more can be asked than what it does document.
 */
export function isDocumentedSuccess(
  operation: Pick<Operation, 'responses'>,
  status: number | undefined,
): boolean {
  if (status === undefined) return false;
  // Where no success is documented any is as good.
  if (!responseFor(operation, status))
    return status >= 200 && status < 300 && !successOf(operation);
  return status < 400 || !successOf(operation);
}
