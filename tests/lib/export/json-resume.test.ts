import resumeSchema from '@jsonresume/schema/schema.json';
import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import { profileSchema } from '@/lib/domain/planner/profile';
import type { ExportedProgress, ExportInput } from '@/lib/export/exporter';
import { jsonResumeExporter } from '@/lib/export/json-resume';
import { buildSampleInput, buildSamplePlan } from '../../support/sample-plan';

const validate = addFormats(new Ajv({ allErrors: true, strict: false })).compile(resumeSchema);

const DONE: ExportedProgress = {
  status: 'done',
  hoursSpent: 40,
  finishedOn: '2026-05-01',
  expiresOn: null,
  evidence: null,
  note: null,
  recordedAt: '2026-11-21T09:00:00.000Z',
};

async function readResume(changes: Partial<ExportInput>) {
  const resume = JSON.parse(String(await jsonResumeExporter.render(buildSampleInput(changes))));
  expect(validate(resume), JSON.stringify(validate.errors)).toBe(true);
  return resume;
}

function withProfile(changes: object) {
  const plan = buildSamplePlan();
  return { ...plan, profile: profileSchema.parse({ ...plan.profile, ...changes }) };
}

describe('the JSON Resume', () => {
  test('passes the schema of JSON Resume with nothing held', async () => {
    const resume = await readResume({ rated: { levels: {}, also: [], except: [] } });
    expect(resume).toMatchObject({ skills: [], certificates: [], education: [], projects: [] });
  });

  test('gives rated skills with the name of their level, the highest first', async () => {
    const resume = await readResume({
      rated: { levels: { coding: 1, 'server-administration': 4, coaching: 0 }, also: [], except: [] },
    });
    expect(resume.skills).toEqual([
      { name: 'Server administration', level: 'Leading', keywords: ['Own rating'] },
      { name: 'Coding', level: 'Novice', keywords: ['Own rating'] },
    ]);
  });

  test('says of each skill whose level it is, and nothing of how far it is proved', async () => {
    const resume = await readResume({
      rated: { levels: { coding: 2, coaching: 1 }, also: [], except: [] },
      levelKind: 'agreed',
      agreed: new Set(['coding']),
      proof: new Map([
        ['coding', { claimed: 1, shown: 2, confirmed: 3 }],
        ['coaching', { claimed: 4, shown: 0, confirmed: 0 }],
      ]),
    });
    expect(resume.skills).toEqual([
      {
        name: 'Coding',
        level: expect.any(String),
        keywords: ['Agreed with somebody who knows the work'],
      },
      { name: 'Coaching', level: 'Novice', keywords: ['Own rating'] },
    ]);
  });

  test('gives the posts with their months, the newest first, and none that lies ahead', async () => {
    const resume = await readResume({
      posts: [
        { post: 'other-it-work-rank-1', from: '2017-01-01', to: '2019-02-28' },
        { post: 'second-line-support', from: '2019-03-01', to: '2021-08-31' },
        { post: 'devops-engineer', from: '2021-09-01', to: null },
        { post: 'devops-engineer', from: '2099-01-01', to: null },
      ],
    });
    expect(resume.work).toEqual([
      { position: 'DevOps engineer', startDate: '2021-09' },
      { position: 'Second-line support analyst', startDate: '2019-03', endDate: '2021-08' },
      { position: 'Work in IT', startDate: '2017-01', endDate: '2019-02' },
    ]);
  });

  test('gives certificates that are done and still valid, and none that is planned, dropped or lapsed', async () => {
    const resume = await readResume({
      progress: new Map([
        ['cka', { ...DONE, expiresOn: '2028-05-01' }],
        ['ckad', { ...DONE, expiresOn: '2026-11-22' }],
        ['lfcs', { ...DONE, status: 'dropped' }],
        ['kcna', { ...DONE, status: 'in-progress' }],
      ]),
      document: withProfile({ done: ['rhcsa', 'lfcs'] }),
    });
    expect(resume.certificates.map((certificate: { name: string }) => certificate.name)).toEqual([
      'Red Hat Certified System Administrator (EX200)',
      'Certified Kubernetes Administrator (CKA)',
    ]);
    expect(resume.certificates[1]).toMatchObject({ date: '2026-05-01', issuer: 'CNCF and Linux Foundation' });
  });

  test('gives degrees held and degrees, courses and projects done', async () => {
    const resume = await readResume({
      document: withProfile({ holdings: ['bachelors-other', 'in-post', 'relevant-certification'] }),
      progress: new Map([
        ['msc-computing-conversion-uk', DONE],
        ['missing-semester', DONE],
        ['home-lab-server', DONE],
      ]),
    });
    expect(resume.education).toHaveLength(3);
    expect(resume.education[0]).toEqual({ studyType: 'Bachelor’s degree', area: 'Another subject' });
    expect(resume.projects).toHaveLength(1);
  });

  test('leaves an e-mail out that is none', async () => {
    const named = await readResume({ person: { name: 'Ada', email: 'ada@example.org', timeZone: 'UTC' } });
    const unnamed = await readResume({ person: { name: 'Ada', email: 'not an address', timeZone: 'UTC' } });
    expect(named.basics.email).toBe('ada@example.org');
    expect(unnamed.basics).not.toHaveProperty('email');
  });
});
