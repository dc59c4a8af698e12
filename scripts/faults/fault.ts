import type { ApiModel, Operation } from '../model/api-model.ts';
import type { Operator, FaultPlace } from './operator.ts';

/** An operator at one place: what `id@operation#place` names. */
export interface Fault {
  readonly operator: Operator;
  readonly api: string;
  readonly operation: Operation;
  readonly place: FaultPlace;
  /** Of the requests it could touch, the part that it does: 1 is all of them. */
  readonly share: number;
}

/** Every fault of an operator in a description, each place by itself. */
export function faultsOf(api: ApiModel, operator: Operator): readonly Fault[] {
  return api.operations.flatMap((operation) =>
    operator.places(api, operation).map((place) => {
      return { operator, api: api.name, operation, place, share: 1 };
    }),
  );
}

/** `id@operation#place`, as `--fault` takes it. */
export function nameOf({ operator, operation, place }: Fault): string {
  return `${operator.id}@${operation.id}${place.at && `#${place.at}`}`;
}
