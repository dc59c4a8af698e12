/** What a request passes, in this order. */
export const STAGES = [
  'http',
  'route',
  'fault',
  'authenticate',
  'authorise',
  'rate limit',
  'bytes',
  'media type',
  'parse',
  'schema',
  'limits',
  'behaviour',
  'respond',
] as const;
export type Stage = (typeof STAGES)[number];
