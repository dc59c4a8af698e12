import { describe, expect, test } from 'vitest';
import { rootsOf } from '../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../scripts/cli/io.ts';
import { fakeProject } from './project/fake-project.ts';

describe('a name that is none of a description', () => {
  test.each([
    { name: 'pet', files: ['pets.yaml', 'notes.md'], hint: 'Did you mean pets.yaml?' },
    { name: 'pets.yam', files: ['pets.yaml'], hint: 'Did you mean pets.yaml?' },
    {
      name: '.',
      files: ['pets.yaml'],
      hint: 'A description is named by its path, such as openapi.yaml.',
    },
    {
      name: 'pet',
      files: ['specs/pest/openapi.yaml'],
      hint: 'Did you mean pest? The descriptions are: pest.',
    },
  ])('$name beside $files', async ({ name, files, hint }) => {
    const { io } = fakeProject(Object.fromEntries(files.map((file) => [file, 'x: 1'])));
    await expect(rootsOf({ ...nodeIo, ...io }, [name])).rejects.toMatchObject({
      message: `There is no API "${name}"`,
      hint,
    });
  });
});
