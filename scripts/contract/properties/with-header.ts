import type { WireRequest } from '../../wire/exchange.ts';

/** A request with one header field set, whatever it was; names are compared without case. */
export function withHeader(request: WireRequest, name: string, value: string): WireRequest {
  const others = request.headers.filter(([field]) => field.toLowerCase() !== name.toLowerCase());
  return { ...request, headers: [...others, [name, value]] };
}
