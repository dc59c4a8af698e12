import type { ApiModel, Operation } from './api-model.ts';

/** What a description says of an operation never changes: worked out once, whoever asks. */
export function perOperation<Result>(
  make: (api: ApiModel, operation: Operation) => Result,
): (api: ApiModel, operation: Operation) => Result {
  const made = new WeakMap<Operation, { readonly result: Result }>();
  return (api, operation) => {
    const known = made.get(operation) ?? { result: make(api, operation) };
    made.set(operation, known);
    return known.result;
  };
}
