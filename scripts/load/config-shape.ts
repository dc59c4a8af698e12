import type { JsonObject } from '../base/json.ts';

/** What a lint rule can amount to. */
const RULE_LEVELS = ['off', 'warn', 'error'] as const;
export type RuleLevel = (typeof RULE_LEVELS)[number];

/** Where Kiln writes in a project that says nothing else. */
export const OUTPUT_DEFAULTS = { reports: '.kiln/reports', generated: '.kiln/generated' } as const;

/** Runs of each API that are kept in a project that says nothing else. */
export const KEPT_RUNS = 10;
/** How npm packages are called. */
export const PACKAGE_NAME_PATTERN = String.raw`^(@[a-z0-9~-][a-z0-9._~-]*/)?[a-z0-9~-][a-z0-9._~-]*$`;

const text = { type: 'string', minLength: 1 } as const;
/** A folder of the project, and not the project itself: what is written there is cleared before. */
const folder = {
  type: 'string',
  pattern: String.raw`^(?!/|\.{0,2}/*$|(.*/)?\.\.(/|$))[^\\]+$`,
} as const;

const api = {
  type: 'object',
  required: ['description'],
  additionalProperties: false,
  properties: {
    description: { ...text, description: 'Path or address of the OpenAPI description.' },
    target: {
      type: 'string',
      pattern: '^https?://',
      description: 'Base address of the server that kiln test tries: what stands before /paths.',
    },
    start: { ...text, description: 'Command that starts that server, such as node server.mjs.' },
    wait: {
      type: 'string',
      pattern: String.raw`^\d{1,9}(\.\d+)?(ms|s|m|h)$`,
      description: 'How long the started server may take to answer, such as 30s.',
    },
    credentials: {
      description:
        'Path of a credentials file, or what it would hold: a secret for each security scheme, or ${VARIABLE}.',
      anyOf: [text, { type: 'object', minProperties: 1 }],
    },
    baseline: { ...text, description: 'Path of the file with known violations.' },
  },
} as const;

/** JSON Schema of `kiln.config.yaml`, and of the `kiln` key of package.json. */
export const CONFIG_SHAPE: JsonObject = {
  type: 'object',
  additionalProperties: false,
  properties: {
    apis: {
      type: 'object',
      description: 'The APIs of the project by the names that commands, folders and reports have.',
      additionalProperties: api,
    },
    lint: {
      type: 'object',
      additionalProperties: false,
      properties: {
        profile: {
          enum: ['kiln', 'recommended'],
          description: 'The rules to begin with: all of the house, or what breaks tools.',
        },
        rules: {
          type: 'object',
          description: 'What a rule amounts to, by its id: it is left out, warns, or fails.',
          additionalProperties: { enum: RULE_LEVELS },
        },
      },
    },
    outputs: {
      type: 'object',
      additionalProperties: false,
      properties: {
        reports: {
          ...folder,
          description: `What runs write. ${OUTPUT_DEFAULTS.reports} unless said.`,
        },
        generated: {
          ...folder,
          description: `Bundles, clients and the site. ${OUTPUT_DEFAULTS.generated} unless said.`,
        },
      },
    },
    history: {
      type: 'object',
      additionalProperties: false,
      properties: {
        keep: {
          type: 'integer',
          minimum: 0,
          maximum: 1000,
          description: `Runs of each API that are kept among the reports. ${KEPT_RUNS} unless said.`,
        },
      },
    },
    client: {
      type: 'object',
      additionalProperties: false,
      properties: {
        name: {
          type: 'string',
          maxLength: 214,
          pattern: PACKAGE_NAME_PATTERN,
          description: 'Name of the npm package that holds the clients.',
        },
        out: {
          ...folder,
          description: 'Folder of that package; outputs.generated unless said.',
        },
        descriptions: {
          type: 'boolean',
          description: 'Whether the package holds the descriptions as well; it does unless said.',
        },
        bigint: {
          type: 'boolean',
          description:
            'Whether integers of 64 bits are number or bigint in the types; number unless said.',
        },
        dates: {
          type: 'boolean',
          description:
            'Whether times (format date-time) are dates; the texts that they are unless said.',
        },
      },
    },
  },
};

/** The same as a schema of its own, for editors. */
export function toConfigSchema(): JsonObject {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'kiln.config.yaml',
    ...CONFIG_SHAPE,
  };
}
