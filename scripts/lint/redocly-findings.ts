import { resolve } from 'node:path';
import type { Finding } from '../result/finding.ts';
import { arrayOf, objectOf, stringOf, textOf, type Json } from '../base/json.ts';
import type { SourceLocation } from '../base/source-location.ts';
import { UserError } from '../base/user-error.ts';

/** How `redocly lint --format json` has ended. */
interface RedoclyOutcome {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Reads Redocly's report. Throws a UserError when Redocly could not do its work. */
export function toRedoclyFindings(
  root: string,
  { exitCode, stdout, stderr }: RedoclyOutcome,
): Finding[] {
  const problems = exitCode <= 1 ? problemsOf(stdout) : undefined;
  if (!problems) {
    throw new UserError(
      'redocly-failed',
      `Redocly cannot lint ${root}: ${(stderr || stdout).trim()}`,
      {
        hint: 'Check redocly.yaml, which configures it.',
      },
    );
  }
  return problems.map((problem) => toFinding(root, problem));
}

/** The problems in the report; none is undefined, for the text is no report. */
function problemsOf(text: string): readonly Json[] | undefined {
  try {
    const { problems } = objectOf(JSON.parse(text));
    return Array.isArray(problems) ? arrayOf(problems) : undefined;
  } catch {
    return undefined;
  }
}

function toFinding(root: string, value: Json): Finding {
  const { ruleId, severity, message, location, suggest } = objectOf(value);
  const [first] = arrayOf(location);
  const { pointer } = objectOf(first);
  const [meant] = arrayOf(suggest).map(String);
  return {
    rule: textOf(ruleId),
    severity: severity === 'error' ? 'error' : 'warn',
    at: stringOf(pointer) ?? '#',
    location: toLocation(root, objectOf(first)),
    // Redocly wraps some messages over lines; here each is one.
    message: `${textOf(message).replaceAll(/\s+/g, ' ')}${meant ? ` Did you mean ${meant}?` : ''}`,
  };
}

/** Redocly names files relative to the working folder, even where the root was absolute. */
function toLocation(
  root: string,
  { source, start }: Readonly<Record<string, Json>>,
): SourceLocation {
  const file = stringOf(objectOf(source)['ref']) ?? root;
  const { line, col } = objectOf(start);
  return {
    file: root.startsWith('/') ? resolve(file) : file,
    line: Math.max(1, Number(line ?? 1)),
    column: Math.max(1, Number(col ?? 1)),
  };
}
