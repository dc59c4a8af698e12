import { isContentFailure } from '../../contract/wire/failure.ts';
import { createSender } from '../../contract/wire/send.ts';
import { UserError } from '../../base/user-error.ts';

/** Fails early and clearly when nothing answers at a target, or nothing that speaks HTTP. */
export async function probe(target: string, timeout: number): Promise<void> {
  const failure = await failureOf(target, timeout);
  if (failure === undefined) return;
  const isRefused = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH/.test(failure);
  const what = isRefused ? 'Nothing answers at' : 'No HTTP server answers as it should at';
  throw new UserError('target-unreachable', `${what} ${target}: ${failure}`, {
    hint: 'Start the server, or a mock with "kiln mock", and pass the address it prints; --start COMMAND starts yours.',
  });
}

/** Whether an HTTP server answers at a target. */
export async function answers(target: string, timeout: number): Promise<boolean> {
  return (await failureOf(target, timeout)) === undefined;
}

/** Why nothing that speaks HTTP answers; undefined where something does. */
async function failureOf(target: string, timeout: number): Promise<string | undefined> {
  const sender = createSender({ timeout, largest: 64 * 1024 * 1024 });
  const exchange = await sender.send({
    method: 'GET',
    url: `${target}/`,
    headers: [['accept', '*/*']],
    body: undefined,
  });
  sender.close();
  if (exchange.response) return undefined;
  const { failure } = exchange;
  // Whatever its first page is, a server speaks; what it does wrong elsewhere is for the properties to say.
  return isContentFailure(failure) ? undefined : failure;
}
