import { describe, expect, test } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { planDocumentSchema } from '@/lib/domain/climb/document';
import type { Locale } from '@/lib/domain/locale';
import type { PlanDocument } from '@/lib/domain/planner/document';
import { EXPORTERS, findExporter } from '@/lib/export';
import { buildFileName, type Exporter, type ExportInput } from '@/lib/export/exporter';
import { followRequest, makeRequestContext } from '@/lib/http/request-context';
import { listFirstEditionPlans } from '../../support/first-edition-plans';
import { readText } from '../../support/read-export';
import { buildSampleInput, buildSamplePlan, readStagedPlan } from '../../support/sample-plan';

const FILE_NAMES: Readonly<Record<string, string>> = {
  pdf: 'learning-plan-devops-engineer-2026-11-23.pdf',
  ics: 'learning-plan-devops-engineer-2026-11-23.ics',
  markdown: 'learning-plan-devops-engineer-2026-11-23.md',
  csv: 'learning-plan-devops-engineer-2026-11-23.csv',
  'json-resume': 'resume-devops-engineer-2026-11-23.json',
  json: 'learning-plan-devops-engineer-2026-11-23.json',
};

const SOLVED = listFirstEditionPlans();

const NASTY = [
  '=HYPERLINK("http://evil.example","click")',
  '+1+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  ' "=1',
  'a, "b"; c\\d',
  'two\r\nlines',
  '<script>alert(1)</script>',
  '[x](javascript:alert(1))',
  '![x](data:text/html,x)',
];
const SCRIPTS = [
  'Nguyễn Thị Ánh Tuyết',
  'Ελένη Παπαδοπούλου',
  'Олександра Шевченко',
  'ليلى حداد',
  '王小明',
  '🦊 Fox',
  'e\u0301tude',
];

function renameSteps(plan: PlanDocument, titles: readonly string[]): PlanDocument {
  return {
    ...plan,
    steps: plan.steps.map((step, index) => ({ ...step, title: titles[index % titles.length] ?? step.title })),
  };
}

function recordEvidence(): ExportInput['progress'] {
  const [first] = buildSamplePlan().steps;
  return new Map([
    [
      first?.id ?? '',
      {
        status: 'in-progress' as const,
        hoursSpent: 12,
        finishedOn: null,
        expiresOn: '2028-01-31',
        evidence: 'https://example.org/proof-of-work',
        note: 'A private remark',
        recordedAt: '2026-11-21T09:00:00.000Z',
      },
    ],
  ]);
}

/** A PDF gives back letters in other forms and breaks lines within them. */
const compact = (text: string): string => text.normalize('NFKD').replace(/[\s\p{Cf}\p{Cc}]/gu, '');

/** The text of an export without its line folding, so that a word is found wherever it was broken. */
async function render(exporter: Exporter, input: ExportInput): Promise<string> {
  return readText(exporter, await exporter.render(input));
}

describe.each(EXPORTERS.map((exporter) => [exporter.id, exporter] as const))(
  'the %s export',
  (id, exporter) => {
    test('finds itself in the registry and says what it is for', () => {
      expect(findExporter(id)).toBe(exporter);
      expect(exporter.label).not.toBe('');
      expect(exporter.purpose).toMatch(/^[a-z]/);
      expect(exporter.mediaType).toMatch(/^[a-z]+\/[a-z0-9.+-]+/);
    });

    test("names its file by role and by the day in the person's time zone", () => {
      expect(buildFileName(exporter, buildSampleInput())).toBe(FILE_NAMES[id]);
    });

    test('names the version and the date of the catalogue', async () => {
      const input = buildSampleInput();
      const text = await render(exporter, input);
      expect(text).toContain(input.career.version);
      expect(text).toContain(input.career.compiled);
    });

    test('holds every step of the plan', async () => {
      const input = buildSampleInput();
      const text = await render(exporter, input);
      const held = input.plan.steps.filter(({ title }) => text.includes(title));
      expect(held).toHaveLength(exporter.stem === 'resume' ? 0 : 30);
    });

    test.each(SOLVED)('holds every step of a solved plan: %s', async (_, plan) => {
      const input = buildSampleInput({ document: plan });
      const text = await render(exporter, input);
      expect(text).toContain(input.career.version);
      const lines = [
        ...plan.steps.map(({ title }) => title),
        ...(plan.reasons ?? []).map(({ sentence }) => sentence),
      ];
      expect(lines.length).toBeGreaterThan(0);
      const held = lines.filter((line) => text.includes(line));
      expect(held).toEqual(exporter.stem === 'resume' ? [] : lines);
    });

    test('gives the same bytes for the same input', async () => {
      const first = Buffer.from(await exporter.render(buildSampleInput()));
      const second = Buffer.from(await exporter.render(buildSampleInput()));
      expect(first.equals(second)).toBe(true);
    });

    test('leaves evidence and notes out unless they are ticked', async () => {
      const progress = recordEvidence();
      const without = await render(exporter, buildSampleInput({ progress }));
      expect(without).not.toContain('proof-of-work');
      expect(without).not.toContain('A private remark');
      const ticked = await render(exporter, buildSampleInput({ progress, include: { evidence: true } }));
      expect(ticked.includes('proof-of-work')).toBe(exporter.hasEvidence);
      expect(ticked.includes('A private remark')).toBe(exporter.hasEvidence);
    });

    test.each([...NASTY, ...SCRIPTS])(
      'security 17: is written whole for a person and steps called %j',
      async (name) => {
        const person = { name, email: null, timeZone: 'Europe/London' };
        const input = buildSampleInput({
          person,
          document: renameSteps(buildSamplePlan({ steps: 4 }), [name]),
        });
        const text = await render(exporter, input);
        const words = name.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
        expect(words.length).toBeGreaterThan(0);
        for (const word of words) expect(compact(text)).toContain(compact(word));
        expect(text).toContain(input.career.version);
      },
    );

    test.each([0, 1])('is written for a plan of %i steps', async (steps) => {
      const input = buildSampleInput({ document: buildSamplePlan({ steps }) });
      const text = await render(exporter, input);
      const titles = exporter.stem === 'resume' ? [] : input.plan.steps.map(({ title }) => title);
      expect(titles.filter((title) => !text.includes(title))).toEqual([]);
      expect(text).toContain(input.career.version);
    });

    test('gives the reasons where there is no plan', async () => {
      const sentence = 'No step raises coding above 2.';
      const plan: PlanDocument = {
        ...buildSamplePlan({ steps: 0 }),
        status: 'infeasible',
        bound: null,
        reasons: [{ what: 'level', ids: ['coding'], sentence, nearest: null }],
      };
      const text = await render(exporter, buildSampleInput({ document: plan }));
      expect(text.includes(sentence)).toBe(exporter.stem !== 'resume');
    });
  },
);

test('every format has an address and a file ending of its own', () => {
  expect(new Set(EXPORTERS.map((exporter) => exporter.id)).size).toBe(EXPORTERS.length);
  expect(Object.keys(FILE_NAMES)).toEqual(EXPORTERS.map((exporter) => exporter.id));
});

describe('a plan of stages', () => {
  const document = readStagedPlan();
  const titles = ['Before your next post', 'IT support or help-desk technician', 'Junior DevOps engineer'];

  test.each(['markdown', 'pdf', 'csv'])(
    'is told by stage, with what one can do afterwards, in %s',
    async (id) => {
      const exporter = findExporter(id);
      if (!exporter) throw new Error(`There is no ${id}.`);
      const text = compact(await render(exporter, buildSampleInput({ document })));
      for (const title of titles) expect(text).toContain(compact(title));
      const canDo = loadCareer().canDoById.get(document.steps[0]?.teaches[0] ?? '')?.text ?? '';
      expect(canDo).not.toBe('');
      expect(text).toContain(compact(canDo.slice(0, 30)));
    },
  );

  test('is given as JSON of its own version, as one of the first edition is', async () => {
    const json = findExporter('json');
    const read = async (input: ExportInput) => JSON.parse(String(await json?.render(input)));
    expect(planDocumentSchema.parse(await read(buildSampleInput({ document }))).version).toBe(2);
    expect((await read(buildSampleInput())).version).toBe(1);
  });
});

describe.each(EXPORTERS.map((exporter) => [exporter.id, exporter] as const))(
  'the %s export writes by the locale that it is given',
  (_id, exporter) => {
    const document = readStagedPlan();
    const inLanguage = (locale: Locale, input: ExportInput) =>
      followRequest(
        makeRequestContext({ id: 'a', address: '/', locale, decimalSign: '.', signal: undefined }),
        async () => Buffer.from(await exporter.render(input)),
      );

    test.each(['en-GB', 'en-US'] as const)('in %s, whoever asks for it', async (locale) => {
      const input = buildSampleInput({ document, locale });
      const british = await inLanguage('en-GB', input);
      expect((await inLanguage('en-US', input)).equals(british)).toBe(true);
      expect(Buffer.from(await exporter.render(input)).equals(british)).toBe(true);
    });
  },
);
