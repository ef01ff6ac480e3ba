import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { planDocumentSchema } from '@/lib/domain/planner/document';
import { jsonExporter } from '@/lib/export/json';
import { buildPublishedSchema } from '@/lib/export/schema';
import { buildSampleInput, buildSamplePlan, readStagedPlan } from '../../support/sample-plan';

const validate = addFormats(new Ajv2020({ strict: true, allErrors: true })).compile(
  buildPublishedSchema('plan-1'),
);

describe('the JSON file', () => {
  test('passes the published schema and reads back as the plan', async () => {
    const input = buildSampleInput();
    const document = JSON.parse(String(await jsonExporter.render(input)));
    expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
    const { assumptions, ...rest } = planDocumentSchema.parse(document);
    const { assumptions: known, ...plan } = input.document;
    expect(rest).toEqual(plan);
    expect(assumptions.slice(0, -1)).toEqual(known);
  });

  test('says from when one can apply where a stage has such a day, by the published schema', async () => {
    const validateStaged = addFormats(new Ajv2020({ strict: true, allErrors: true })).compile(
      buildPublishedSchema('plan-2'),
    );
    const input = buildSampleInput({ document: readStagedPlan('reliability') });
    const document = JSON.parse(String(await jsonExporter.render(input)));
    expect(validateStaged(document), JSON.stringify(validateStaged.errors)).toBe(true);
    expect(document.applyFrom).toEqual(input.applyFrom);
    expect(document.applyFrom).toHaveLength(1);
    const none = JSON.parse(String(await jsonExporter.render({ ...input, applyFrom: [null] })));
    expect(none).not.toHaveProperty('applyFrom');
  });

  test('names the catalogue once, however often it is exported', async () => {
    const once = JSON.parse(String(await jsonExporter.render(buildSampleInput())));
    const twice = JSON.parse(String(await jsonExporter.render(buildSampleInput({ document: once }))));
    expect(twice).toEqual(once);
  });

  test.each([
    ['todo', 'done', 'done'],
    ['todo', 'in-progress', 'in-progress'],
    ['again', 'done', 'again'],
    ['again', 'in-progress', 'in-progress'],
  ] as const)('shows a step planned as %s and recorded as %s as %s', async (planned, recorded, shown) => {
    const plan = buildSamplePlan({ steps: 1 });
    const steps = plan.steps.map((step) => ({ ...step, status: planned }));
    const record = {
      status: recorded,
      hoursSpent: null,
      finishedOn: null,
      expiresOn: null,
      evidence: null,
      note: null,
      recordedAt: '2026-11-21T09:00:00.000Z',
    };
    const progress = new Map(steps.map((step) => [step.id, record]));
    const input = buildSampleInput({ document: { ...plan, steps }, progress });
    expect(JSON.parse(String(await jsonExporter.render(input))).steps[0].status).toBe(shown);
  });
});

describe('the schema of the plan document', () => {
  test('rejects an unknown key, a missing field and a day that is none', () => {
    const plan = buildSamplePlan({ steps: 2 });
    const { role: _, ...withoutRole } = plan;
    expect(validate({ ...plan, extra: 1 })).toBe(false);
    expect(validate(withoutRole)).toBe(false);
    expect(validate({ ...plan, totals: { ...plan.totals, finish: '2027-02-30' } })).toBe(false);
  });
});
