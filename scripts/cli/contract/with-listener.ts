import type { Letterbox } from '../../contract/letterbox.ts';
import type { ApiModel } from '../../model/api-model.ts';
import { UserError } from '../../base/user-error.ts';
import type { Io } from '../io.ts';
import { openListener } from './webhook-listener.ts';

/** Does something while webhooks are listened for, where the user names a port for that. */
export async function withListener<T>(
  io: Io,
  apis: readonly ApiModel[],
  port: number | undefined,
  use: (letterbox: Letterbox | undefined) => Promise<T>,
): Promise<T> {
  if (port === undefined) return use(undefined);
  if (apis.every(({ webhooks }) => webhooks.length === 0)) {
    const names = apis.map(({ name }) => name).join(', ');
    throw new UserError(
      'no-webhooks',
      `There is nothing to listen for: ${names} sends no webhooks`,
      {
        hint: 'Leave --webhook-port out, or name an API whose description has webhooks.',
      },
    );
  }
  const listener = await openListener(apis, port);
  io.err(`listening for webhooks on ${listener.origin}\n`);
  try {
    return await use(listener);
  } finally {
    await listener.close();
  }
}
