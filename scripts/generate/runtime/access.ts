import { ClientError } from './errors.ts';
import type { Policy } from './settings.ts';

export interface AccessOptions {
  /** What the credential may do: with `read` no write is sent, and the client's type has none (`x-access`). */
  readonly access?: 'read' | 'write' | undefined;
}

/** Refuses to send what a credential may not do that only reads (`x-access`). */
export const accessChecking: Policy = ({ options }) => {
  const { access } = options as AccessOptions;
  if (access !== 'read') return {};
  return {
    checkAccess(id, operation) {
      if (operation.access !== 'write') return;
      throw new ClientError('access-refused', `${id} writes, and the credential may only read`);
    },
  };
};
