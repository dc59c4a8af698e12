import type { HeaderFields, WireRequest } from '../../wire/exchange.ts';

/** A request with the header fields that a user gives for every one, in place of any of their names. */
export function withGivenHeaders(request: WireRequest, given: HeaderFields): WireRequest {
  if (given.length === 0) return request;
  const names = new Set(given.map(([name]) => name.toLowerCase()));
  const others = request.headers.filter(([name]) => !names.has(name.toLowerCase()));
  return { ...request, headers: [...others, ...given] };
}
