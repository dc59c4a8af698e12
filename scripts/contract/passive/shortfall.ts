import type { RecordedStep } from './recorded-step.ts';

/** What a request shows of what its operation asks for, where nothing of it is good enough. */
export type Shortfall = 'none' | 'malformed' | 'partial' | 'other' | undefined;

export function shortfallOf({ operation: { security }, presented }: RecordedStep): Shortfall {
  const isReadable = (name: string) => typeof presented.get(name) === 'object';
  const isMet = security.some((it) => [...it.keys()].every(isReadable));
  if (isMet) return undefined;
  const names = security.flatMap((it) => [...it.keys()]);
  if (names.some(isReadable)) return 'partial';
  if (names.some((name) => presented.has(name))) return 'malformed';
  return presented.size > 0 ? 'other' : 'none';
}
