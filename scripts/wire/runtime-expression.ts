import { textOf, type Json } from '../base/json.ts';
import { valueAt } from '../base/json-pointer.ts';
import { encodeComponent } from '../base/encode-component.ts';

/** What expressions may ask of a request or of its answer. */
export interface ExpressedMessage {
  readonly header: (name: string) => string | undefined;
  readonly query: (name: string) => Json | undefined;
  readonly path: (name: string) => Json | undefined;
  /** Undefined where there is none, or none that pointers lead into. */
  readonly body: Json | undefined;
}

/** An exchange that expressions are about. */
export interface ExpressedExchange {
  readonly url: string;
  readonly method: string;
  readonly status: number;
  readonly request: ExpressedMessage;
  readonly response: ExpressedMessage;
}

/**
 * The value of a runtime expression such as `$request.body#/id` (OpenAPI 3.1.1, section 4.8.20.4); undefined where
 * the exchange has no such value, or where it is no expression.
 */
export function evaluateExpression(
  expression: string,
  exchange: ExpressedExchange,
): Json | undefined {
  if (expression === '$url') return exchange.url;
  if (expression === '$method') return exchange.method;
  if (expression === '$statusCode') return exchange.status;
  const [, side, part, rest = ''] =
    /^\$(request|response)\.(header\.|query\.|path\.|body)(.*)$/s.exec(expression) ?? [];
  const message = side === 'request' ? exchange.request : exchange.response;
  switch (part) {
    case 'header.':
      return message.header(rest.toLowerCase());
    case 'query.':
      return message.query(rest);
    case 'path.':
      return message.path(rest);
    case 'body':
      if (rest === '' || rest === '#') return message.body;
      if (!rest.startsWith('#/') || message.body === undefined) return undefined;
      return valueAt(message.body, `#${rest.slice(1)}`);
    case undefined:
    default:
      return undefined;
  }
}

/** A text with values in it, or which expression has none. */
export type FilledTemplate = { readonly text: string } | { readonly missing: string };

/**
 * An address with expressions in braces, or that is an expression (OpenAPI 3.1.1, sections 4.8.18 and 4.8.20.4).
 * What begins it is taken as it is; a value that stands further on must not add a query or a fragment.
 */
export function fillAddress(template: string, exchange: ExpressedExchange): FilledTemplate {
  let missing: string | undefined;
  const valueOf = (expression: string): string => {
    const value = evaluateExpression(expression, exchange);
    if (value === undefined || value === null || typeof value === 'object') missing ??= expression;
    return value === undefined ? '' : textOf(value);
  };
  const text = template.startsWith('$')
    ? valueOf(template)
    : template.replaceAll(/\{(\$[^{}]+)\}/g, (_, expression: string, at: number) => {
        const value = valueOf(expression);
        if (at === 0) return value;
        const isInQuery = template.slice(0, at).includes('?');
        return isInQuery ? encodeComponent(value) : value.replaceAll(/[?#]/g, encodeComponent);
      });
  return missing === undefined ? { text } : { missing: `${missing} has no value` };
}
