import { spawn } from 'node:child_process';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { type PlanDocument, planDocumentSchema } from '@/lib/domain/climb/document';

const ROOT = path.join(import.meta.dirname, '../..');
const SENTENCE = /^[A-Z].*\.\n$/;
const start = '2026-12-07';
const career = loadCareer();
/** Somebody who only lacks the first levels of coding. */
const profile = {
  career: 'devops',
  role: 'apprentice-devops-engineer',
  levels: { ...career.roleById.get('apprentice-devops-engineer')?.targets, coding: 0 },
  preferences: { start },
};
const allLevels = Object.fromEntries(career.skills.map(({ id }) => [id, 5]));
/** A work of each kind that the goal asks to see. */
const shown = career.postById.get('apprentice-devops-engineer')?.asksToSee?.of ?? [];

type Run = { status: number | null; output: string; errors: string };

function runPlan(words: readonly string[], input: unknown = ''): Promise<Run> {
  const command = ['--import', 'tsx', path.join(ROOT, 'scripts/plan.ts'), ...words];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, { cwd: ROOT });
    const run: Run = { status: null, output: '', errors: '' };
    child.stdout.on('data', (chunk) => (run.output += chunk));
    child.stderr.on('data', (chunk) => (run.errors += chunk));
    child.on('error', reject);
    child.on('close', (status) => resolve({ ...run, status }));
    child.stdin.end(typeof input === 'string' ? input : JSON.stringify(input));
  });
}

const choose = (preferences: object, rest: object = {}) => ({
  ...profile,
  ...rest,
  preferences: { start, ...preferences },
});

describe('npm run plan', () => {
  it('prints the plan of one profile, the same bytes each time', async () => {
    const [run, again] = await Promise.all([runPlan(['-'], profile), runPlan(['-'], profile)]);
    expect(run).toMatchObject({ status: 0, errors: '' });
    expect(planDocumentSchema.parse(JSON.parse(run.output)).status).toBe('optimal');
    expect(again.output).toBe(run.output);
  });

  it('prints the document that says why there is no plan, and ends with 3', async () => {
    const run = await runPlan(['-'], choose({ deadline: '2020-01-01' }));
    expect(run).toMatchObject({ status: 3, errors: '' });
    const document = planDocumentSchema.parse(JSON.parse(run.output));
    expect(document).toMatchObject({ status: 'infeasible', steps: [], reasons: [{ what: 'deadline' }] });
    expect(document.reasons?.[0]?.sentence).toContain('your deadline is 1 January 2020.');
  });

  it.each<[string, readonly string[], unknown]>([
    ['no file', [], ''],
    ['two files', ['one', 'two'], ''],
    ['an option that does not exist', ['--fast', '-'], profile],
    ['a file that is not there', ['nowhere.json'], ''],
    ['what is not JSON', ['-'], '{ career'],
    ['a role that does not exist', ['-'], { ...profile, role: 'baker' }],
    ['a step that does not exist', ['-'], choose({ pinned: ['bread'] })],
    ['no hours', ['-'], choose({ hoursPerWeek: 0 })],
    ['one profile where many are asked for', ['--many', '-'], profile],
    ['one bad profile among many', ['--many', '-'], [profile, choose({ budget: { amount: -1 } })]],
  ])('answers %s with a sentence and 2', async (_, words, input) => {
    expect(await runPlan(words, input)).toEqual({
      status: 2,
      output: '',
      errors: expect.stringMatching(SENTENCE),
    });
  });

  it('prints one document a line for many, in their order, with those that have no plan', async () => {
    const cases: [PlanDocument['status'][], object][] = [
      [['optimal', 'feasible'], profile],
      [['infeasible'], choose({ deadline: '2020-01-01' })],
      [['optimal', 'feasible'], choose({ budget: { amount: 0, currency: 'EUR' } })],
      [['infeasible'], choose({ pinned: ['bachelors-computer-science-us'] })],
      [['optimal'], choose({}, { levels: allLevels, done: shown })],
    ];
    const run = await runPlan(['--many', '-'], `\uFEFF${JSON.stringify(cases.map(([, input]) => input))}`);
    expect(run).toMatchObject({ status: 0, errors: '' });
    const documents = run.output
      .trimEnd()
      .split('\n')
      .map((line) => planDocumentSchema.parse(JSON.parse(line)));
    expect(documents).toHaveLength(cases.length);
    for (const [at, [statuses]] of cases.entries()) {
      expect(statuses).toContain(documents[at]?.status);
      const reasons = documents[at]?.reasons ?? [];
      expect(reasons.length > 0).toBe(documents[at]?.status === 'infeasible');
      for (const { sentence } of reasons) expect(sentence).toMatch(/^\S.*\.$/);
    }
    expect(documents[2]?.totals.cost).toMatchObject({ amount: 0, currency: 'EUR' });
    expect(documents[4]?.totals.steps).toBe(0);
  });

  it('prints nothing for an empty array', async () => {
    expect(await runPlan(['--many', '-'], [])).toEqual({ status: 0, output: '', errors: '' });
  });
});
