import { arrayOf, isObject, objectOf, stringOf, textOf, type Json } from '../base/json.ts';
import type { SourceLocation } from '../base/source-location.ts';
import { parseYaml } from './yaml-source.ts';

/** An Arazzo 1.0 file as far as running it asks: Redocly checks the rest. */
export interface WorkflowFile {
  readonly file: string;
  readonly sources: readonly WorkflowSource[];
  readonly workflows: readonly Workflow[];
}

/** Source Description Object: a description whose operations the steps call. */
interface WorkflowSource {
  readonly name: string;
  readonly url: string;
  readonly location: SourceLocation;
  /** Ids of the operations that steps call in it. */
  readonly operations: readonly string[];
}

/** Workflow Object. */
export interface Workflow {
  readonly id: string;
  readonly location: SourceLocation;
  readonly inputs: readonly WorkflowInput[];
  readonly steps: readonly { readonly id: string; readonly location: SourceLocation }[];
}

/** A property of the JSON Schema of a workflow's inputs. */
interface WorkflowInput {
  readonly name: string;
  readonly location: SourceLocation;
  /** Whether somebody has to give a value: it is required and has no default. */
  readonly isNeeded: boolean;
  /** The first of the schema's examples. */
  readonly example: Json | undefined;
}

/** Reads an Arazzo file. Throws a UserError at the line of a syntax error. */
export function parseWorkflowFile(text: string, file: string): WorkflowFile {
  const { value, locate } = parseYaml(text, file);
  const document = objectOf(value);
  const sources = arrayOf(document['sourceDescriptions']).map(objectOf);
  const workflows = arrayOf(document['workflows']).map(objectOf);
  const steps = workflows.flatMap((workflow) => arrayOf(workflow['steps']).map(objectOf));
  const calls = steps.map(({ operationId }) => callOf(textOf(operationId)));
  return {
    file,
    sources: sources.map(({ name, url }, index) => ({
      name: textOf(name),
      url: textOf(url),
      location: locate(['sourceDescriptions', String(index)]),
      operations: calls.flatMap(({ source = name, operation }) =>
        source === name ? [operation] : [],
      ),
    })),
    workflows: workflows.map(({ workflowId, inputs, steps: own }, index) => {
      const at = ['workflows', String(index)];
      return {
        id: textOf(workflowId),
        location: locate(at),
        inputs: inputsOf(inputs, (name) => locate([...at, 'inputs', 'properties', name])),
        steps: arrayOf(own).map((step, place) => ({
          id: textOf(objectOf(step)['stepId']),
          location: locate([...at, 'steps', String(place)]),
        })),
      };
    }),
  };
}

/** `$sourceDescriptions.NAME.ID` names the source, as it must where there are several. */
function callOf(id: string): { readonly source?: string; readonly operation: string } {
  const [, source, operation] = /^\$sourceDescriptions\.([^.]+)\.(.+)$/.exec(id) ?? [];
  return source === undefined || operation === undefined
    ? { operation: id }
    : { source, operation };
}

function inputsOf(
  schema: Json | undefined,
  locate: (name: string) => SourceLocation,
): WorkflowInput[] {
  const { properties, required } = objectOf(schema);
  const names = new Set(arrayOf(required).map(stringOf));
  return Object.entries(objectOf(properties)).map(([name, value]) => {
    const input = isObject(value) ? value : {};
    return {
      name,
      location: locate(name),
      isNeeded: names.has(name) && !Object.hasOwn(input, 'default'),
      example: arrayOf(input['examples'])[0],
    };
  });
}
