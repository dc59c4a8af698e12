/**
 * How much a finding matters to whoever runs the server: `critical` where it fails, or lets in who must not be;
 * `minor` where a standard alone is broken, which the description does not repeat; else `major`.
 */
export const SEVERITIES = ['critical', 'major', 'minor'] as const;
export type Severity = (typeof SEVERITIES)[number];
