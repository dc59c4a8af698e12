import type { ApiModel } from '../model/api-model.ts';
import { nearest } from '../base/nearest.ts';
import { UserError } from '../base/user-error.ts';
import type { FaultClass, Operator } from './operator.ts';
import { OPERATORS } from './operators.ts';
import { faultsAt, faultsOf, type Fault } from './fault.ts';

/** What each class of operators needs of a description. */
export const NEEDS: Readonly<Record<FaultClass, string>> = {
  body: 'a successful JSON answer whose schema says what it breaks, and an example of it',
  status: 'a valid example request, and for a refusal its kind among x-errors or the responses',
  header: 'a documented header or media type of a successful answer, or a 401 to be refused with',
  method: 'a path with a method that it does not have, or GET',
  input:
    'a constraint of that kind on a parameter or the JSON content, and a valid example request',
  access: 'security with credentials of that kind in mock.yaml, and a valid example request',
  envelope: 'an envelope under x-errors, with a schema',
  size: 'x-limits, and a JSON example that can be stretched to the limit',
  rate: 'x-rate-limits, x-rate-limit on the operation, and a credential with a quota up to 1000',
  session: 'x-session',
  progress: 'x-async',
  state: 'x-resource, and operations on the same kind of thing that show the difference',
  paging: 'x-pagination, or x-resource with count',
  repeat: 'x-idempotency, and a valid example request',
  condition: 'x-conditional, and operations on the same kind of thing that show the difference',
  webhook: 'a webhook with x-veto, and --webhook to receive it',
  lifecycle: 'x-deprecated-since, x-sunset or x-replaced-by, and the header that tells it',
  encoding: 'a successful JSON answer',
  null: 'a valid example request',
  network: 'a valid example request',
};

/**
 * Reads `id`, `id@operation`, `id@operation#place` and `id:0.1`, which happens to a tenth of the
 * requests. Without a place it is the operation's first, without an operation each one's.
 */
export function selectFaults(
  names: readonly string[],
  apis: readonly ApiModel[],
): readonly Fault[] {
  return names.flatMap((name) => selectFault(name, apis));
}

function selectFault(name: string, apis: readonly ApiModel[]): readonly Fault[] {
  const match = /^([^:@#]+)(?::([^@#]*))?(?:@([^#]*))?(?:#(.*))?$/.exec(name);
  const [, id = name, share, operation, at] = match ?? [];
  const operator = OPERATORS.find((it) => it.id === id) ?? refuseId(id);
  const part = share === undefined ? 1 : Number(share);
  if (share === '' || !(part > 0 && part <= 1)) {
    throw new UserError('unknown-share', `"${share}" is no share of requests`, {
      hint: `Write a number above 0 and up to 1: ${id}:0.1 happens to a tenth of them.`,
    });
  }
  const everywhere = apis.flatMap((api) => faultsOf(api, operator));
  const here = everywhere.filter((it) => operation === undefined || it.operation.id === operation);
  if (here.length === 0) refuseOperation(operator, operation, everywhere, apis);
  const wanted = at?.replace(/^\/?/, '/');
  const chosen =
    wanted === undefined
      ? here
      : apis
          .flatMap((api) => faultsAt(api, operator, wanted))
          .filter((it) => operation === undefined || it.operation.id === operation);
  if (chosen.length === 0) refusePlace(operator, wanted ?? '', here);
  const first = new Map(
    chosen.toReversed().map((it) => [`${it.api} ${it.operation.id}`, { ...it, share: part }]),
  );
  return [...first.values()].toReversed();
}

function refuseId(id: string): never {
  const ids = OPERATORS.map((it) => it.id);
  const meant = nearest(id, ids);
  throw new UserError('unknown-fault', `There is no fault "${id}"`, {
    hint: `${meant ? `Did you mean ${meant}? ` : ''}kiln mock --list-faults lists them all.`,
  });
}

function refuseOperation(
  { id, class: group }: Operator,
  operation: string | undefined,
  everywhere: readonly Fault[],
  apis: readonly ApiModel[],
): never {
  const known = apis.flatMap(({ operations }) => operations.map((it) => it.id));
  if (operation !== undefined && !known.includes(operation)) {
    const meant = nearest(operation, known);
    throw new UserError('unknown-operation', `There is no operation "${operation}"`, {
      hint: meant ? `Did you mean ${meant}?` : `The operations are: ${known.join(', ')}.`,
    });
  }
  const places = [...new Set(everywhere.map((it) => it.operation.id))];
  const where = operation ?? apis.map(({ name }) => name).join(', ');
  const elsewhere = places.length > 0 ? ` It applies to: ${places.join(', ')}.` : '';
  throw new UserError('fault-applies-nowhere', `The fault ${id} does not apply to ${where}`, {
    hint: `It needs ${NEEDS[group]}.${elsewhere}`,
  });
}

function refusePlace({ id }: Operator, wanted: string, here: readonly Fault[]): never {
  const places = [...new Set(here.map(({ place }) => place.at))].filter((it) => it !== '');
  const meant = nearest(wanted, places);
  const known =
    places.length > 0 ? `The places are: ${places.join(', ')}.` : 'Leave the place out.';
  throw new UserError('unknown-place', `The fault ${id} has no place "${wanted}"`, {
    hint: `${meant ? `Did you mean ${meant}? ` : ''}${known}`,
  });
}
