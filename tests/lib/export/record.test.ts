import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { buildSkillsRecord } from '@/lib/domain/proof/record';
import { limitRecord } from '@/lib/domain/share/limit-record';
import { RECORD_EXPORTERS } from '@/lib/export/record';
import { describeHead, listSections } from '@/lib/export/record/sections';
import { getWords } from '@/lib/export/words';
import { nameCanDo } from '@/lib/wording/why';
import { runOnFile } from '../../support/read-export';

const career = loadCareer();
const role = career.roleById.get('devops-engineer');
const idsAt = (skill: string, level: number) =>
  (career.skillById.get(skill)?.levels[level]?.canDo ?? []).map(({ id }) => id);
const [shown = '', confirmed = '', both = ''] = idsAt('coding', 2);

function build(name = 'Grace') {
  if (!role) throw new Error('The catalogue has lost the role.');
  return buildSkillsRecord({
    career,
    role,
    person: 'Ada *Lovelace* <b>',
    period: { from: '2025-11-28', to: '2026-11-28', madeOn: '2026-11-28' },
    before: { levels: { coding: 1, coaching: 2 }, also: [], except: [] },
    after: { levels: { coding: 2, coaching: 2 }, also: [], except: [] },
    agreed: new Map([['coaching', 'Grace']]),
    items: [
      {
        title: 'A [pull] request',
        day: '2026-03-01',
        url: null,
        canDos: [shown, both],
        source: null,
        sourceLevel: null,
      },
      { title: 'Later', day: '2026-12-01', url: null, canDos: [shown], source: null, sourceLevel: null },
    ],
    given: [{ name, skill: 'coding', second: { level: 0, also: [confirmed, both] } }],
    next: [{ title: 'Read a book', url: null }],
  });
}

const made = { words: getWords('en-GB'), madeAt: new Date('2026-11-28T12:00:00Z') };
const render = async (id: string, name?: string) =>
  RECORD_EXPORTERS.find((one) => one.id === id)?.render(build(name), made) ?? '';

describe('a skills record', () => {
  it('names what became true in the period, what shows it and who confirmed it, and whose levels it has', () => {
    const [coding, coaching] = ['coding', 'coaching'].map((id) =>
      build().skills.find((one) => one.id === id),
    );
    expect(coding).toMatchObject({ level: 2, kind: 'own' });
    expect(coding?.gained.map(({ id }) => id)).toEqual(idsAt('coding', 2));
    expect(coding?.counts).toEqual({
      confirmed: 2,
      shown: 1,
      claimed: idsAt('coding', 1).length + idsAt('coding', 2).length - 3,
    });
    const of = (id: string) => coding?.gained.find((one) => one.id === id);
    expect(of(shown)).toMatchObject({ state: 'shown', evidence: [{ title: 'A [pull] request' }] });
    expect(of(confirmed)).toMatchObject({ state: 'confirmed', evidence: [], confirmedBy: ['Grace'] });
    expect(of(both)).toMatchObject({ state: 'confirmed', confirmedBy: ['Grace'] });
    expect(coaching).toMatchObject({ kind: 'agreed', agreedWith: 'Grace', gained: [] });
    expect(build().skills.map(({ id }) => id)).not.toContain('communications');
  });

  it('says every skill in a line, the highest level first, and of the period only what it brought', async () => {
    const sections = listSections(build(), made.words);
    expect(sections.map(({ title }) => title)).toEqual(['Skills', 'Coding', 'Next']);
    const of = (title: string) => sections.find((section) => section.title === title);
    expect(of('Skills')?.items).toEqual([
      expect.stringMatching(
        /^Coding: level 2 \w+ \(own rating\); the role asks \d; 2 that somebody who was asked says too, 1 shown.*\. Grace said so too\.$/,
      ),
      expect.stringMatching(/^Coaching: level 2 \w+ \(agreed with Grace\); .* by own rating alone\.$/),
    ]);
    const claimed = idsAt('coding', 2).filter((id) => ![shown, confirmed, both].includes(id));
    expect(of('Coding')?.items.at(-1)).toBe(`By own rating alone: ${claimed.map(nameCanDo).join('; ')}.`);
    expect(describeHead(build(), made.words).lines.at(-1)).toContain('Sentences to “you”');
    const quiet = { ...build(), skills: build().skills.map((skill) => ({ ...skill, gained: [] })) };
    expect(describeHead(quiet, made.words).lines.join()).not.toContain('Sentences to “you”');
    const head = (kinds: ('own' | 'agreed')[]) =>
      describeHead(
        {
          ...build(),
          skills: build()
            .skills.slice(0, 1)
            .flatMap((skill) => kinds.map((kind) => ({ ...skill, kind }))),
        },
        made.words,
      ).lines[1];
    expect(head(['own', 'own'])).toMatch(/, by own ratings\.$/);
    expect(head(['own', 'agreed'])).toMatch(
      /, by levels agreed with others where there is one, else own ratings\.$/,
    );
    const empty = listSections({ ...build(), skills: [] }, made.words);
    expect(empty[0]?.lines).toEqual(['No skill was rated by then.']);
  });

  it('says what was shown in the period also where nothing became true', () => {
    const record = build();
    const skills = record.skills.map((skill) => ({ ...skill, gained: [] }));
    const [coding] = listSections({ ...record, skills }, made.words).filter(
      ({ title }) => title === 'Coding',
    );
    expect(coding?.lines).toEqual(['Shown in this period, for what was true before:']);
    expect(coding?.items).toEqual(['A [pull] request (1 Mar 2026).']);
    const still = skills.map((skill) => ({ ...skill, evidence: [] }));
    expect(listSections({ ...record, skills: still }, made.words)[1]).toMatchObject({
      title: 'New in this period',
      lines: ['Nothing became true or was shown.'],
    });
  });

  it('tells no title and no name where its owner chose so, and still how far each is proved', () => {
    const limited = limitRecord(build(), []);
    const text = JSON.stringify(listSections(limited, made.words));
    for (const hidden of ['Grace', 'pull', 'Lovelace']) expect(text).not.toContain(hidden);
    expect(text).toContain('agreed with somebody');
    expect(text).toMatch(/ Shown\."/);
    expect(text).toMatch(/ Somebody who was asked said so too\."/);
    expect(describeHead(limited, made.words).lines[0]).toMatch(/^28 Nov 2025 to/);
  });

  it('is Markdown that shows every text as it is', async () => {
    const text = String(await render('markdown'));
    expect(text).toMatch(/^# Skills record: DevOps engineer\n/);
    expect(text).toContain('Ada \\*Lovelace\\* &lt;b&gt;');
    expect(text).toContain('Shown by A \\[pull\\] request (1 Mar 2026). Grace said so too.');
    expect(text).toContain('agreed with Grace');
    expect(text).toMatch(
      /^Readiness \d+% for DevOps engineer, by levels agreed with others where there is one/m,
    );
    expect(text).toContain('- Read a book');
  });

  it('is a sound, tagged and titled PDF of few pages, whatever the script of a name', async () => {
    const file = Buffer.from(await render('pdf', 'Nguyễn Ὀδυσσεύς 漢字'));
    expect(runOnFile('qpdf', ['--check', 'FILE'], file)).toContain(
      'No syntax or stream encoding errors found',
    );
    const facts = runOnFile('pdfinfo', ['FILE'], file);
    expect(facts).toMatch(/^Title:\s+Skills record: DevOps engineer$/m);
    expect(facts).toMatch(/^Tagged:\s+yes$/m);
    expect(Number(/^Pages:\s+(\d+)$/m.exec(facts)?.[1])).toBeLessThanOrEqual(4);
    const text = runOnFile('pdftotext', ['FILE', '-'], file).replace(/\s+/g, ' ');
    expect(text).toContain('New in this period');
    expect(text).toContain('Nguyễn');
  });

  it('is JSON of a named format and version', async () => {
    expect(JSON.parse(String(await render('json')))).toMatchObject({
      format: 'rung-skills-record',
      version: 1,
      role: { id: 'devops-engineer' },
    });
  });
});
