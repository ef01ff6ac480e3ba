import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { buildPublishedSchema, PUBLISHED_SCHEMAS } from '@/lib/export/schema';
import { buildSamplePlan } from '@/tests/support/sample-plan';

const ajv = addFormats(new Ajv2020({ strict: true, allErrors: true }));

describe.each(PUBLISHED_SCHEMAS)('the published schema %s', (name) => {
  test('names its draft and a title, and is accepted in strict mode', () => {
    expect(buildPublishedSchema(name)).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: expect.stringContaining(`version ${name.at(-1)}`),
    });
    expect(ajv.validateSchema(buildPublishedSchema(name))).toBe(true);
    expect(typeof ajv.compile(buildPublishedSchema(name))).toBe('function');
  });
});

test.each([
  ['data-1', 1],
  ['data-2', 2],
] as const)(
  'the schema %s takes a file with only check-ins and a goal, and a plan inside',
  (name, version) => {
    const validate = ajv.compile(buildPublishedSchema(name));
    const HEAD = { format: 'rung-data', version };
    const goal = { career: 'devops', role: 'devops-engineer' };
    const checkIns = [{ id: 'a', takenAt: '2026-11-22T09:30:00Z', ratings: [{ skill: 'coding', level: 3 }] }];
    expect(validate({ ...HEAD, checkIns, goal })).toBe(true);
    expect(validate({ ...HEAD, checkIns, goal, plan: buildSamplePlan({ steps: 3 }) })).toBe(true);
    expect(validate({ ...HEAD, checkIns, goal, isAdmin: true })).toBe(false);
  },
);

test.each([
  [{}],
  [{ format: 'rung-data' }],
  [{ version: 1 }],
  [{ format: 'rung-plan', version: 1 }],
  [{ format: 'rung-data', version: 3 }],
])('security 20.a: the data schemas as served refuse %j', (file) => {
  for (const name of ['data-1', 'data-2'] as const)
    expect(ajv.compile(buildPublishedSchema(name))(file)).toBe(false);
});
