import type { DepotFault } from './depot-faults.ts';

/** Asks the receiver of `noteAdded`, where there is one, whether a note may be added. */
export async function isAllowed(
  hook: string | undefined,
  note: unknown,
  fault?: DepotFault,
): Promise<boolean> {
  if (hook === undefined || fault === 'asks-nobody') return true;
  const event: Record<string, string> = fault === 'tells-no-event' ? {} : { 'x-event': 'note' };
  const headers = { 'content-type': 'application/json', ...event };
  const asking = fetch(hook, { method: 'PUT', headers, body: JSON.stringify(note) });
  const answered = await asking.then(
    ({ status }) => status,
    () => undefined,
  );
  return answered === 204 || fault === 'asks-in-vain';
}
