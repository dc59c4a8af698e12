import { isContentFailure } from '../../contract/wire/failure.ts';
import { createSender } from '../../contract/wire/send.ts';
import { UserError } from '../../base/user-error.ts';

/** Fails early and clearly when nothing answers at a target, or nothing that speaks HTTP. */
export async function probe(target: string, timeout: number): Promise<void> {
  const sender = createSender({ timeout, largest: 64 * 1024 * 1024 });
  const exchange = await sender.send({
    method: 'GET',
    url: `${target}/`,
    headers: [['accept', '*/*']],
    body: undefined,
  });
  sender.close();
  if (exchange.response) return;
  const { failure } = exchange;
  // Whatever its first page is, a server speaks; what it does wrong elsewhere is for the properties to say.
  if (isContentFailure(failure)) return;
  const isRefused = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH/.test(failure);
  const what = isRefused ? 'Nothing answers at' : 'No HTTP server answers as it should at';
  throw new UserError('target-unreachable', `${what} ${target}: ${failure}`, {
    hint: 'Start the server, or a mock with "kiln mock", and pass the address it prints.',
  });
}
