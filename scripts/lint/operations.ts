import type { ApiModel, DocumentedResponse, MediaType, Operation } from '../model/api-model.ts';

/** Whether every alternative of the operation's `security` asks for a credential. */
export function isSecured({ security }: Operation): boolean {
  return security.length > 0 && security.every((requirement) => requirement.size > 0);
}

export function operationById({ operations }: ApiModel, id: string): Operation | undefined {
  return operations.find((operation) => operation.id === id);
}

/** The response for a status: its own, or its range's (OpenAPI 3.1.1, section 4.8.16). */
export function statedResponse(
  { responses }: Operation,
  status: number,
): DocumentedResponse | undefined {
  const range = `${String(status).slice(0, 1)}XX`;
  return (
    responses.find((response) => response.status === String(status)) ??
    responses.find((response) => response.status === range)
  );
}

/** The answers to what went wrong; `default` is one where successes have answers of their own. */
export function errorsOf({ responses }: Operation): DocumentedResponse[] {
  const hasSuccess = responses.some(isSuccessResponse);
  return responses.filter(({ status }) => {
    return /^[45]/.test(status) || (status === 'default' && hasSuccess);
  });
}

export function isSuccessResponse({ status }: DocumentedResponse): boolean {
  return status.startsWith('2');
}

export function isJson({ mediaType }: MediaType): boolean {
  return /[/+]json\b/.test(mediaType);
}
