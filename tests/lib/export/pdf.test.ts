import { describe, expect, test } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { orderSteps } from '@/lib/domain/plan/glance/row';
import type { ExportInput } from '@/lib/export/exporter';
import { pdfExporter } from '@/lib/export/pdf';
import { MISSING, toDrawable } from '@/lib/export/pdf/glyphs';
import { listTicks } from '@/lib/export/pdf/timeline';
import { warmUpPdf } from '@/lib/export/pdf/warm-up';
import { getWords } from '@/lib/export/words';
import { SECTION_HEADINGS } from '@/lib/wording/step-kinds';
import { runOnFile } from '../../support/read-export';
import { buildSampleInput, buildSamplePlan, readStagedPlan } from '../../support/sample-plan';

const HEADINGS = [
  'Gap by skill',
  'Timeline',
  'Stage 1: Before your next post',
  'Assumptions',
  'Estimated prices',
  'Sources',
  'About this plan',
];

async function render(changes: Partial<ExportInput> = {}): Promise<Uint8Array> {
  return Buffer.from(await pdfExporter.render(buildSampleInput(changes)));
}

function readPages(file: Uint8Array): string[] {
  return runOnFile('pdftotext', ['-layout', 'FILE', '-'], file).split('\f').slice(0, -1);
}

describe('the PDF file', () => {
  test('is sound, tagged and titled, in British English, and shows its title', async () => {
    const file = await render();
    expect(runOnFile('qpdf', ['--check', 'FILE'], file)).toContain(
      'No syntax or stream encoding errors found',
    );
    const facts = runOnFile('pdfinfo', ['FILE'], file);
    expect(facts).toMatch(/^Title:\s+Learning plan: DevOps engineer$/m);
    expect(facts).toMatch(/^Author:\s+Ada Lovelace$/m);
    expect(facts).toMatch(/^Tagged:\s+yes$/m);
    expect(facts).toMatch(/^JavaScript:\s+no$/m);
    const plain = runOnFile('qpdf', ['--qdf', '--object-streams=disable', 'FILE', '-'], file);
    expect(plain).toContain('/Lang (en-GB)');
    expect(plain).toContain('/DisplayDocTitle true');
    expect(plain).toContain('<pdfuaid:part>1</pdfuaid:part>');
  });

  test('is the same after a server has warmed up', async () => {
    const before = await render();
    await warmUpPdf(loadCareer());
    expect(Buffer.from(await render()).equals(before)).toBe(true);
  });

  test('security 1.k: gives the loop back between the pieces that it draws', async () => {
    const plan = buildSamplePlan({ steps: 40 });
    const steps = Array.from({ length: 3 }, (_, round) =>
      plan.steps.map((step) => ({ ...step, id: `${step.id}-${round}` })),
    ).flat();
    let served = 0;
    let isDrawn = false;
    const serve = () => {
      served += 1;
      if (!isDrawn) setImmediate(serve);
    };
    setImmediate(serve);
    await render({ document: { ...plan, steps } });
    isDrawn = true;
    expect(served).toBeGreaterThan(3);
  });

  test('embeds every font it uses', async () => {
    const fonts = runOnFile('pdffonts', ['FILE'], await render())
      .trim()
      .split('\n')
      .slice(2);
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) expect(font).toMatch(/SourceSans3\S*\s+.*\byes\s+yes\s+yes\b/);
  });

  test('has a tree of headings, lists, links, a table and figures that tell what they show', async () => {
    const file = await render();
    const tree = runOnFile('pdfinfo', ['-struct', 'FILE'], file);
    expect(tree.match(/^\s*H1\b/gm)).toHaveLength(1);
    expect(tree.match(/^\s*H2\b/gm)).toHaveLength(HEADINGS.length);
    expect(tree.match(/^\s*H3\b/gm)).toHaveLength(
      Object.keys(SECTION_HEADINGS).length + ['Looking for a post'].length,
    );
    expect(tree.match(/^\s*H4\b/gm)).toHaveLength(30);
    for (const type of ['Document', 'L', 'LI', 'LBody', 'Link', 'Table', 'TR', 'TH', 'TD', 'Figure'])
      expect(tree).toMatch(new RegExp(`^\\s*${type}\\b`, 'm'));
    expect(tree.match(/^\s*Figure\b/gm)).toHaveLength(3);
    const told = runOnFile('pdfinfo', ['-struct-text', 'FILE'], file);
    const place = 1 + orderSteps(buildSamplePlan().steps).findIndex(({ id }) => id === 'comptia-a-plus');
    expect(told).toContain(`"${place} CompTIA A+ (220-1201 and 220-1202) "`);
    expect(told).toMatch(/weeks \d+ hours US\$\d+ .*To do/);
  });

  test('says what to do, the hours at work and no more than the page of how good the plan is', async () => {
    const input = buildSampleInput({ document: readStagedPlan() });
    const [step = expect.fail('no step')] = input.plan.steps;
    const text = readPages(await render({ document: readStagedPlan() }))
      .join(' ')
      .replace(/\s+/g, ' ');
    expect(text).toContain(`${getWords(input.locale).count(input.plan.totals.workHours, 'hour')}`);
    expect(text).toContain('At work');
    expect(text).not.toContain('Proved to be the best plan');
    expect(text).toMatch(/We checked|We looked for long/);
    const description = input.career.stepById.get(step.id)?.description ?? expect.fail('no text');
    expect(text).toContain(description.split(/\s+/).slice(0, 4).join(' '));
    expect(text).not.toMatch(/claimed only|confirmed;/);
  });

  test('has the levels after each stage as a table, and from when one can apply', async () => {
    const [all, one] = [
      await render({ document: readStagedPlan() }),
      await render({ document: readStagedPlan('reliability') }),
    ];
    const pages = readPages(all).join('\n');
    expect(pages).toContain('Levels after each stage');
    expect(pages).toMatch(
      /Skill\s+Now\s+After stage 1\s+After stage 2\s+After stage 3\s+After stage 4\s+Target/,
    );
    expect(pages).toMatch(/Coding\s+1\s.*\s3\n/);
    expect(pages).toMatch(/\d\*/);
    expect(pages).toContain('* part of that level is what the posts on the way show');
    const tree = runOnFile('pdfinfo', ['-struct', 'FILE'], all);
    expect(tree.match(/^\s*TH\b/gm)?.length).toBeGreaterThanOrEqual(7);
    expect(readPages(one).join(' ').replace(/\s+/g, ' ')).toContain(
      'From 11 Oct 2027 you can apply as Site reliability engineer',
    );
  });

  test('tells the gap and the timeline in words beside the drawings', async () => {
    const plain = runOnFile('qpdf', ['--qdf', '--object-streams=disable', 'FILE', '-'], await render());
    expect(plain).toContain('Coding: level 1, target 3, gap 2');
    expect(plain).toMatch(/\/Alt \(The steps over time\. 1 /);
    expect(plain).not.toContain('/Subtype /Image');
  });

  test('links each step that has an address, and to nothing but the web', async () => {
    const plain = runOnFile('qpdf', ['--qdf', '--object-streams=disable', 'FILE', '-'], await render());
    const targets = [...plain.matchAll(/\/URI \((.*)\)/g)].map((match) => match[1] ?? '');
    const addresses = buildSamplePlan().steps.flatMap(({ url }) => url ?? []);
    expect(addresses.length).toBeGreaterThan(5);
    expect(targets).toEqual(expect.arrayContaining(addresses));
    for (const target of targets) expect(target).toMatch(/^https?:\/\//);
    const plan = buildSamplePlan({ steps: 3 });
    const steps = plan.steps.map((step) => ({ ...step, url: 'javascript:alert(1)' }));
    const hostile = await render({ document: { ...plan, steps } });
    expect(runOnFile('qpdf', ['--qdf', 'FILE', '-'], hostile)).not.toContain('javascript:');
  });

  test.each([0, 1, 4, 9, 14, 19, 24, 30, 45, 60])(
    'numbers its pages and leaves no heading alone at a foot, with %i steps',
    async (steps) => {
      const pages = readPages(await render({ document: buildSamplePlan({ steps }) }));
      expect(pages.length).toBeGreaterThan(0);
      pages.forEach((page, index) => {
        const lines = page
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean);
        expect(lines.at(-1)).toMatch(new RegExp(`Page ${index + 1} of ${pages.length}$`));
        expect([...HEADINGS, ...Object.values(SECTION_HEADINGS)]).not.toContain(lines.at(-2));
        expect(lines.length).toBeGreaterThan(2);
      });
    },
  );

  test.each([
    'Nguyễn Thị Ánh Tuyết',
    'Ελένη Παπαδοπούλου',
    'Олександра Шевченко',
    'ليلى حداد',
    '王小明',
    'שרה לוי',
    'Ada ليلى حداد 王 (Lovelace)',
    'देवी प्रसाद',
    '🦊 Fox 👩‍👩‍👧',
    'Tom & <b>Jerry</b>',
    'x'.repeat(200),
    'lone \uD83E surrogate',
  ])('security 17: keeps the name %j for copying and searching', async (name) => {
    const file = await render({
      person: { name, email: 'a@example.org', timeZone: 'UTC' },
      document: { ...buildSamplePlan({ steps: 2 }), assumptions: [name] },
    });
    const compact = (text: string): string => text.normalize('NFKD').replace(/[\s\p{Cf}\p{Cc}]/gu, '');
    const text = compact(runOnFile('pdftotext', ['FILE', '-'], file));
    for (const word of name.replace(/\p{Cs}/gu, ' ').split(' ')) expect(text).toContain(compact(word));
    expect(runOnFile('qpdf', ['--check', 'FILE'], file)).toContain('No syntax or stream encoding errors');
  });
});

describe('what the fonts can draw', () => {
  const latin = (codePoint: number): boolean =>
    (codePoint >= 0x20 && codePoint < 0x250) || codePoint === 0x1ebf || codePoint === 0x325;

  test.each([
    ['plain', 'plain'],
    ['Nguye\u0302\u0303n', 'Nguy\u1ec5n'.replace('\u1ec5', MISSING)],
    ['ti\u1ebft', 'ti\u1ebft'],
    ['e\u0301', '\u00e9'],
    ['\u1e00', 'A\u0325'],
    ['王小明', MISSING.repeat(3)],
    ['👩‍👩‍👧!', `${MISSING}!`],
    ['a\u200bb', 'ab'],
    ['a\tb\u0007c', 'a b c'],
  ])('shows %j as %j', (text, drawn) => {
    expect(toDrawable(text, latin)).toBe(drawn);
  });
});

test.each([
  ['2026-11-30', '2027-02-21', ['2026-12-01', '2027-01-01', '2027-02-01']],
  [
    '2026-11-30',
    '2028-05-31',
    ['2027-01-01', '2027-04-01', '2027-07-01', '2027-10-01', '2028-01-01', '2028-04-01'],
  ],
  ['2026-11-30', '2031-04-13', ['2027-01-01', '2028-01-01', '2029-01-01', '2030-01-01', '2031-01-01']],
] as const)('the line of time from %s to %s is marked at months that can be read', (start, finish, ticks) => {
  expect(listTicks({ start, finish })).toEqual(ticks);
});
