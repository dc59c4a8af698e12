import type { Violation } from './contract-run.ts';

/** Whether somebody was served who should have been refused: the worst that a server can do. */
export function isLetIn({ property, ground, exchange }: Violation): boolean {
  if (ground === 'standard' || !property.startsWith('auth.') || property === 'auth.accepted')
    return false;
  const status = exchange.response?.status ?? 0;
  return status >= 200 && status < 300;
}
