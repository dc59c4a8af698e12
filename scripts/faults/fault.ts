import type { ApiModel, Operation } from '../model/api-model.ts';
import type { FaultReach } from '../result/fault-trial.ts';
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

/** Every fault of an operator in a description, each place by itself; of a large message there are some. */
export function faultsOf(api: ApiModel, operator: Operator): readonly Fault[] {
  return faultsIn(api, operator, (operation) => operator.places(api, operation));
}

/** The faults of an operator at the places of one name, also at those that are not tried of a large message. */
export function faultsAt(api: ApiModel, operator: Operator, at: string): readonly Fault[] {
  return faultsIn(
    api,
    operator,
    (operation) =>
      operator.placesAt?.(api, operation, at) ??
      operator.places(api, operation).filter((place) => place.at === at),
  );
}

function faultsIn(
  api: ApiModel,
  operator: Operator,
  placesOf: (operation: Operation) => readonly FaultPlace[],
): readonly Fault[] {
  return api.operations.flatMap((operation) =>
    placesOf(operation).map((place) => ({ operator, api: api.name, operation, place, share: 1 })),
  );
}

/** The operations whose messages are too large for a fault at every site, and at how many sites faults are. */
export function reachOf(api: ApiModel, operators: readonly Operator[]): readonly FaultReach[] {
  return api.operations.flatMap((operation) => {
    const sum = { tried: 0, of: 0 };
    for (const { reach } of operators) {
      const { tried, of } = reach?.(api, operation) ?? { tried: 0, of: 0 };
      sum.tried += tried;
      sum.of += of;
    }
    return sum.tried < sum.of ? [{ operation: operation.id, ...sum }] : [];
  });
}

/** `id@operation#place`, as `--fault` takes it. */
export function nameOf({ operator, operation, place }: Fault): string {
  return `${operator.id}@${operation.id}${place.at && `#${place.at}`}`;
}
