import type { Bench } from '../bench.ts';

/** Times that something must be seen before it is complained about. */
const TIMES = 3;

/**
 * Makes an attempt again when it ends in a complaint: whoever else uses the server may delete or
 * change things at the same time, but not every time. Only what is seen every time counts.
 */
export async function insist(
  bench: Bench,
  attempt: (bench: Bench) => Promise<void>,
): Promise<void> {
  let complaints: Parameters<Bench['complain']>[] = [];
  for (let times = 0; times < TIMES; times += 1) {
    complaints = [];
    const complain: Bench['complain'] = (...complaint) => void complaints.push(complaint);
    await attempt({ ...bench, complain });
    if (complaints.length === 0) return;
  }
  for (const complaint of complaints) bench.complain(...complaint);
}

/** The same, but where the operation on trial deletes: what is deleted cannot be deleted again, and the first time counts. */
export async function insistUnlessOnce(
  bench: Bench,
  attempt: (bench: Bench) => Promise<void>,
): Promise<void> {
  await (bench.operation.method === 'delete' ? attempt(bench) : insist(bench, attempt));
}
