import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { describe, expect, test } from 'vitest';
import { describeGap, type ExportInput, listSkillGaps } from '@/lib/export/exporter';
import { escapeMarkdown, markdownExporter } from '@/lib/export/markdown';
import { SECTION_HEADINGS } from '@/lib/wording/step-kinds';
import { buildSampleInput, buildSamplePlan, readStagedPlan } from '../../support/sample-plan';

const reader = new MarkdownIt({ html: true, linkify: true });
const lax = new MarkdownIt({ html: true });
lax.validateLink = () => true;

const PAYLOADS = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[x](javascript:alert(1))',
  '<javascript:alert(1)>',
  '[x]: javascript:alert(1)',
  '![x](data:text/html,<b>)',
  '&lt;b&gt; &#106;avascript',
  '\\[x](javascript:alert(1))',
  '`code` **bold** ~~gone~~ | cell',
  '# heading',
  '- item',
  '1. item',
  'line\n\n<div onclick=alert(1)>',
];

function inject(payload: string): ExportInput {
  const plan = buildSamplePlan({ steps: 6 });
  const record = {
    status: 'todo' as const,
    hoursSpent: 1,
    finishedOn: null,
    expiresOn: null,
    evidence: payload,
    note: payload,
    recordedAt: '2026-11-21T09:00:00.000Z',
  };
  return buildSampleInput({
    person: { name: payload, email: null, timeZone: 'UTC' },
    document: {
      ...plan,
      assumptions: [payload],
      steps: plan.steps.map((step) => ({ ...step, title: payload, url: payload, why: [payload] })),
    },
    progress: new Map(plan.steps.map((step) => [step.id, record])),
    include: { evidence: true },
  });
}

/** The text that a reader sees in a rendered file, and the tags it was given. */
function readHtml(html: string): { text: string; tags: Set<string> } {
  const tags = new Set([...html.matchAll(/<([a-z0-9]+)/g)].map((match) => match[1] ?? ''));
  const text = html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
  return { text, tags };
}

describe('the Markdown file', () => {
  test('has the six headings in order, each with its steps as links, then how the goal is looked for', async () => {
    const input = buildSampleInput();
    const html = reader.render(String(await markdownExporter.render(input)));
    const headings = [...html.matchAll(/<h3>(.*?)<\/h3>/g)].map((match) => match[1]);
    expect(headings).toEqual([...Object.values(SECTION_HEADINGS), 'Looking for a post']);
    for (const step of input.plan.steps) expect(readHtml(html).text).toContain(step.title);
    const addresses = input.plan.steps.flatMap(({ url }) => url ?? []);
    expect(addresses.length).toBeGreaterThan(5);
    for (const url of addresses) expect(html).toContain(`href="${url.replaceAll('&', '&amp;')}"`);
  });

  test('says from when one can apply, at the head of the stage and where the post is looked for', async () => {
    const input = buildSampleInput({ document: readStagedPlan('reliability') });
    const [told] = input.applyFrom;
    const { text } = readHtml(reader.render(String(await markdownExporter.render(input))));
    expect(told?.rest.length).toBeGreaterThan(1);
    expect(text).toContain('You can apply from 11 Oct 2027 (estimate).');
    expect(text).toContain(
      `From 11 Oct 2027 you can apply as Site reliability engineer (estimate): by then you can do ${told?.percent}% of what is asked and have 2 pieces of work to show.`,
    );
    expect(text).toContain(
      `The ${told?.rest.length} steps not finished by then can also be done in the new post.`,
    );
    expect(text.indexOf('Looking for a post')).toBeLessThan(text.indexOf('From 11 Oct 2027'));
    const none = buildSampleInput({ document: readStagedPlan('reliability'), applyFrom: [] });
    expect(String(await markdownExporter.render(none))).not.toContain('can apply');
  });

  test('shows the levels after each stage as a table, by the numbers that its stages have', async () => {
    const input = buildSampleInput({ document: readStagedPlan() });
    const html = reader.render(String(await markdownExporter.render(input)));
    const heads = [...html.matchAll(/<th[^>]*>(.*?)<\/th>/g)].map((match) => match[1]);
    expect(heads.slice(4)).toEqual([
      'Skill',
      'Now',
      ...[1, 2, 3, 4].map((place) => `After stage ${place}`),
      'Target',
    ]);
    const { text } = readHtml(html);
    expect(text).toContain('Stage 4: ');
    expect(text).toContain('with the post');
    expect(text).toMatch(/does not ask for everything that these levels are made of: .*Maths/);
    const first = String(await markdownExporter.render(buildSampleInput()));
    expect(first).not.toContain('Levels after each stage');
  });

  test('says of each step what to do, and in which order a stage is done', async () => {
    const input = buildSampleInput({ document: readStagedPlan() });
    const markdown = String(await markdownExporter.render(input));
    expect(markdown.match(/^- What to do: .{40}/gm)?.length).toBe(input.plan.steps.length);
    expect(markdown).toMatch(/^In order of time: \d+ .*, \d+ \w+ \d{4}; \d+ /m);
  });

  test('says in the gap how far it is proved only where evidence is asked for and anything is known of it', async () => {
    const without = String(await markdownExporter.render(buildSampleInput()));
    expect(without).toContain('| Skill | Your level | Target | Gap |\n');
    const proof = new Map([['coding', { claimed: 3, shown: 1, confirmed: 0 }]]);
    const unasked = String(await markdownExporter.render(buildSampleInput({ proof })));
    expect(unasked).not.toContain('What you can do');
    const include = { evidence: true };
    const told = String(await markdownExporter.render(buildSampleInput({ proof, include })));
    expect(told).toContain('1 shown by evidence, 3 by own rating alone');
    expect(told).toContain('| Skill | Your level | Target | Gap | What you can do |\n');
  });

  test('shows the gap as a table', async () => {
    const html = lax.render(String(await markdownExporter.render(buildSampleInput())));
    expect([...html.matchAll(/<tr>/g)]).toHaveLength(11);
  });

  test('tells at the end of each stage how its post is looked for, and what to show; the goal’s search is not counted', async () => {
    const document = readStagedPlan();
    const markdown = String(await markdownExporter.render(buildSampleInput({ document })));
    expect(markdown.match(/^### Looking for a post$/gm)).toHaveLength(document.stages.length);
    const inWork = document.stages.filter(({ post }) => post !== null);
    expect(markdown.match(/^Ask where you work first: /gm)).toHaveLength(inWork.length);
    expect(markdown.match(/which are not counted in this plan\./g)).toHaveLength(1);
    expect(markdown).toMatch(/Look for a post as .* from .* to .*: the plan counts \d+ weeks? \(estimate\)/);
    expect(markdown).toMatch(
      /What to show when you apply, (any \d of these \d finished pieces|\d finished pieces?) of work: /,
    );
  });

  test('shows the level that is rated, as the pages do, with how much of it is there', async () => {
    const input = buildSampleInput();
    const coding = input.career.skillById.get('coding') ?? expect.fail('no skill');
    const level1 = (coding.levels[1]?.canDo ?? []).map(({ id }) => id);
    const except = level1.slice(0, 1);
    const rated = { levels: { ...input.rated.levels, coding: 1 as const }, also: [], except };
    const [gap] = listSkillGaps({ ...input, rated }).filter(({ id }) => id === 'coding');
    const part = `${level1.length - 1} of ${level1.length} at level 1`;
    expect(gap).toMatchObject({ level: 1, part });
    expect(String(await markdownExporter.render({ ...input, rated }))).toContain(`| Coding | 1 (${part}) |`);
    const [whole] = listSkillGaps({ ...input, rated: { ...rated, except: [] } }).filter(
      ({ id }) => id === 'coding',
    );
    expect(whole).toMatchObject({ level: 1, part: null });
  });

  test('says of a reached level at which single things are missing how many', () => {
    const skill = { id: 'a', name: 'A', level: 2, target: 2, gap: 1, missing: 2 };
    expect(describeGap(skill)).toBe('2 things');
    expect(describeGap({ ...skill, missing: 1 })).toBe('1 thing');
    expect(describeGap({ ...skill, level: 1, missing: 4 })).toBe('1');
    expect(describeGap({ ...skill, gap: 0, missing: 0 })).toBe('0');
  });

  test.each(PAYLOADS)(
    'security 17: shows %j as text, also to a reader that allows HTML and any address',
    async (payload) => {
      const markdown = String(await markdownExporter.render(inject(payload)));
      const html = lax.render(markdown);
      const { text, tags } = readHtml(html);
      expect(
        [...tags].filter((tag) => !/^(h[1234]|p|strong|ul|li|table|thead|tbody|tr|th|td|a)$/.test(tag)),
      ).toEqual([]);
      const addresses = [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, href]) => href);
      expect(addresses.length).toBeGreaterThan(0);
      for (const href of addresses) expect(href).toMatch(/^https?:/);
      expect(text).toContain(payload.replace(/\s+/g, ' '));
      expect(markdown).not.toContain('](javascript:');
    },
  );

  test('security 17: gives any text back as that text, without a tag of its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'\\`*_[]{}()#|~!$^&<>+-=:.1a "\'') }), (text) => {
        const html = lax.render(`x ${escapeMarkdown(text)} x`);
        expect(readHtml(html).text.trim()).toBe(`x ${text.replace(/ +/g, ' ').trim()} x`);
        expect([...readHtml(html).tags]).toEqual(['p']);
      }),
    );
  });
});
