import { describe, expect, it } from 'vitest';
import { loadCareer } from '@/lib/catalogue';
import { matchCertificate } from '@/lib/domain/resume/match-certificate';
import { matchPost } from '@/lib/domain/resume/match-post';
import { matchResume } from '@/lib/domain/resume/match-resume';
import { matchStudy } from '@/lib/domain/resume/match-study';
import { readResume } from '@/lib/domain/resume/read-resume';

const career = loadCareer();
const today = '2026-11-28';

describe('a title of work', () => {
  it('of the catalogue is its post', () => {
    for (const { id, title } of career.posts)
      expect(matchPost(career, title), title).toMatchObject({ post: id });
  });

  it.each([
    ['DevOps Engineer', 'devops-engineer'],
    ['Dev-Ops engineer', 'devops-engineer'],
    ['Sr. DevOps Engineer', 'senior-devops-engineer'],
    ['Junior DevOps Engineer (Remote)', 'junior-devops-engineer'],
    ['Lead DevOps Engineer', 'lead-devops-engineer'],
    ['Principal DevSecOps Engineer', 'principal-devops-engineer'],
    ['SRE', 'site-reliability-engineer'],
    ['Site Reliability Engineer II', 'site-reliability-engineer'],
    ['Linux SysAdmin', 'linux-administrator'],
    ['Systems Administrator', 'system-administrator'],
    ['Sys Admin', 'system-administrator'],
    ['Senior Systems Administrator', 'senior-system-administrator'],
    ['Jr. Sysadmin', 'entry-role-junior-sysadmin'],
    ['Helpdesk Analyst', 'entry-role-it-support'],
    ['IT Service Desk Technician', 'entry-role-it-support'],
    ['2nd Line Support Engineer', 'second-line-support'],
    ['Software Engineer', 'software-developer'],
    ['Full-stack web developer', 'software-developer'],
    ['Senior Software Engineer, Payments', 'senior-software-developer'],
    ['Graduate Software Engineer', 'entry-role-junior-developer'],
    ['Programmer', 'software-developer'],
    ['QA Tester', 'entry-role-qa-build'],
    ['SDET', 'qa-engineer'],
    ['Test Automation Engineer', 'qa-engineer'],
    ['DBA', 'database-administrator'],
    ['Network Administrator', 'network-engineer'],
    ['Junior Network Engineer', 'junior-network-engineer'],
    ['SOC Analyst', 'security-analyst'],
    ['Information Security Analyst', 'security-analyst'],
    ['Engineering Manager', 'engineering-manager'],
    ['Scrum Master', 'scrum-master'],
    ['Product Manager', 'product-manager'],
    ['AWS Cloud Engineer', 'cloud-engineer'],
    ['Ingénieur DevOps', 'devops-engineer'],
    ['Apprentice network engineer', 'apprenticeship-network-engineer-l4'],
    ['Trainee system administrator', 'it-operations-technician'],
    ['Junior cloud engineer', 'cloud-support-engineer'],
    ['Senior Linux administrator', 'senior-system-administrator'],
    ['Principal Site Reliability Engineer', 'principal-devops-engineer'],
    ['Head of DevOps', 'lead-devops-engineer-management'],
    ['DevOps Manager', 'lead-devops-engineer-management'],
    ['Director of DevOps', 'lead-devops-engineer-management'],
    ['Trainee data analyst', 'junior-data-analyst'],
    ['Senior data analyst', 'data-analyst'],
    ['Junior QA lead', 'qa-lead'],
  ])('%s is %s', (title, post) => {
    expect(matchPost(career, title)?.post).toBe(post);
  });

  it.each([
    ['IT trainee', 'other-it-work-rank-0'],
    ['Junior technology consultant', 'other-it-work-rank-1'],
    ['Hardware specialist', 'other-it-work-rank-2'],
    ['Senior cloud evangelist', 'other-it-work-rank-3'],
    ['Chief Technology Evangelist', 'other-it-work-rank-3'],
  ])('%s is other work in IT, by how high it stands: %s', (title, post) => {
    expect(matchPost(career, title)?.post).toBe(post);
  });

  it.each(['', '   ', 'Barista', 'Nurse', 'Shop manager', 'Teacher', '漢字', '<script>'])(
    '%j is no work in IT',
    (title) => {
      expect(matchPost(career, title)).toBeNull();
    },
  );
});

describe('how sure it is of a title', () => {
  it.each([
    ['QA tester', 'entry-role-qa-build', true],
    ['Build technician', 'entry-role-qa-build', true],
    ['DevOps consultant', 'devops-engineer', false],
    ['Hardware specialist', 'other-it-work-rank-2', false],
  ])('%s is %s, exactly: %s', (title, post, isExact) => {
    expect(matchPost(career, title)).toEqual({ post, isExact });
  });
});

describe('a course of study', () => {
  const study = (studyType: string, area: string) =>
    matchStudy({ studyType, area, startDate: '2015-09', endDate: '2018-06' }, today);

  it.each([
    ['BSc (Hons)', 'Computer Science', 'bachelors-related'],
    ['B.Sc.', 'Software Engineering', 'bachelors-related'],
    ['Bachelor of Engineering', 'Information Technology', 'bachelors-related'],
    ['Bachelor’s degree', 'Cybersecurity', 'bachelors-related'],
    ['Licence', 'Informatique', 'bachelors-related'],
    ['MSc', 'Computing', 'bachelors-related'],
    ['PhD', 'Informatics', 'bachelors-related'],
    ['BA', 'History', 'bachelors-other'],
    ['Master of Arts', 'Philosophy', 'bachelors-other'],
    ['HND', 'Computing', 'hnd-related'],
    ['Foundation degree', 'Networking and networks', 'hnd-related'],
    ['Associate of Science', 'Computer Information Systems', 'hnd-related'],
    ['Level 4 Apprenticeship', 'DevOps Engineer', 'devops-apprenticeship-l4'],
  ])('%s in %s is %s', (studyType, area, holding) => {
    expect(study(studyType, area)).toBe(holding);
  });

  it.each([
    ['A levels', 'Maths'],
    ['GCSE', 'Computer Science'],
    ['HND', 'Business'],
    ['HNC', 'Computing'],
    ['', ''],
  ])('%s in %s is none of them', (studyType, area) => {
    expect(study(studyType, area)).toBeNull();
  });

  it('counts once it is finished', () => {
    const open = { studyType: 'BSc', area: 'Computing', startDate: '2025-09', endDate: null };
    expect(matchStudy(open, today)).toBeNull();
    expect(matchStudy({ ...open, endDate: '2028-06' }, today)).toBeNull();
    expect(matchStudy({ ...open, startDate: null }, today)).toBe('bachelors-related');
  });
});

describe('a certificate', () => {
  it('of the catalogue is its step', () => {
    const certifications = career.steps.filter(({ kind }) => kind === 'certification');
    expect(certifications).not.toEqual([]);
    for (const { id, title } of certifications)
      expect(matchCertificate(career, { name: title, issuer: '', date: null })?.id, title).toBe(id);
  });

  it.each([
    ['CKA', '', 'cka'],
    ['CKA: Certified Kubernetes Administrator', 'CNCF', 'cka'],
    ['Certified Kubernetes Application Developer', '', 'ckad'],
    [
      'AWS Certified Solutions Architect – Associate',
      'Amazon Web Services',
      'aws-solutions-architect-associate',
    ],
    ['AWS Solutions Architect Professional', '', 'aws-solutions-architect-professional'],
    ['Amazon Web Services Cloud Practitioner', '', 'aws-cloud-practitioner'],
    ['Cloud Practitioner', 'AWS', 'aws-cloud-practitioner'],
    ['AZ-104', 'Microsoft', 'azure-administrator-az-104'],
    ['Microsoft Certified: Azure Administrator Associate', 'Microsoft', 'azure-administrator-az-104'],
    ['Azure Fundamentals', '', 'azure-fundamentals-az-900'],
    ['Microsoft Certified: DevOps Engineer Expert', '', 'azure-devops-engineer-az-400'],
    ['CompTIA Security+', '', 'comptia-security-plus'],
    ['CompTIA Security+ ce', '', 'comptia-security-plus'],
    ['Network+', 'CompTIA', 'comptia-network-plus'],
    ['A+', 'CompTIA', 'comptia-a-plus'],
    ['HashiCorp Certified: Terraform Associate (003)', 'HashiCorp', 'terraform-associate'],
    ['Terraform Associate', '', 'terraform-associate'],
    ['RHCSA', 'Red Hat', 'rhcsa'],
    ['Red Hat Certified System Administrator', '', 'rhcsa'],
    ['Red Hat Certified Engineer', '', 'rhce'],
    ['CCNA', 'Cisco', 'ccna'],
    ['ITIL v4 Foundation', 'AXELOS', 'itil-4-foundation'],
    ['PRINCE2 Foundation', '', 'prince2-foundation'],
    ['Project Management Professional', 'PMI', 'pmp'],
    ['ISTQB Foundation Level', '', 'istqb-ctfl'],
    ['LPIC-1', '', 'lpic-1'],
    ['Google Cloud Professional DevOps Engineer', '', 'google-professional-cloud-devops-engineer'],
    ['GCP Professional Cloud Architect', '', 'google-professional-cloud-architect'],
    ['A+', '', 'comptia-a-plus'],
    ['cka', '', 'cka'],
    ['Passed SAA-C03 in May', '', 'aws-solutions-architect-associate'],
    ['EX294', '', 'rhce'],
    ['Amazon Solutions Architect Professional', '', 'aws-solutions-architect-professional'],
  ])('%s by %s is %s', (name, issuer, step) => {
    expect(matchCertificate(career, { name, issuer, date: null })?.id).toBe(step);
  });

  it('is no course, whatever it is called', () => {
    const others = career.steps.filter(({ kind }) => kind !== 'certification').map(({ id }) => id);
    const found = career.steps.map(({ title }) =>
      matchCertificate(career, { name: title, issuer: '', date: null }),
    );
    expect(found.filter((step) => step && others.includes(step.id))).toEqual([]);
  });

  it('of one platform is not taken for that of another', () => {
    for (const name of ['Azure Solutions Architect Associate', 'Google Certified Cloud Practitioner'])
      expect(matchCertificate(career, { name, issuer: '', date: null }), name).toBeNull();
  });

  it.each([
    '',
    '+',
    'Version 7',
    'First aid',
    'Driving licence',
    'Certificate',
    'Foundation',
    'Administrator',
    'AWS',
    '漢字',
  ])('%j is none of them', (name) => {
    expect(matchCertificate(career, { name, issuer: '', date: null })).toBeNull();
  });
});

const read = (json: unknown) => {
  const answer = readResume(JSON.stringify(json));
  if (!answer.ok) throw new Error(answer.problem);
  return answer.resume;
};

describe('a JSON Resume', () => {
  it('is matched entry by entry, with its months and days', () => {
    const resume = read({
      basics: { name: 'Ada', email: 'ada@example.org', phone: '123' },
      work: [
        { name: 'Acme', position: 'Linux Administrator', startDate: '2022-03-14', summary: 'secret' },
        { name: 'Acme', position: 'IT support', startDate: '2019', endDate: '2022' },
        { name: 'Café', position: 'Barista', startDate: '2017-01', endDate: '2018-12' },
      ],
      education: [
        { institution: 'OU', studyType: 'BSc', area: 'Computing', startDate: '2015', endDate: '2019-06-30' },
        { institution: 'OU', studyType: 'MSc', area: 'Computing', endDate: '2021-06-30' },
      ],
      certificates: [
        { name: 'CKA', date: '2025-02-28', issuer: 'CNCF' },
        { name: 'CKA', date: '2022-02-28' },
        { name: 'First aid', date: '2025-01-01' },
      ],
    });
    expect(matchResume(career, resume, today)).toEqual({
      posts: [
        {
          said: 'Linux Administrator',
          post: 'linux-administrator',
          isExact: true,
          since: '2022-03',
          until: null,
          isMonthTaken: false,
        },
        {
          said: 'IT support',
          post: 'entry-role-it-support',
          isExact: true,
          since: '2019-07',
          until: '2022-06',
          isMonthTaken: true,
        },
      ],
      holdings: [{ said: 'BSc, Computing', holding: 'bachelors-related', since: '2019-06' }],
      certificates: [{ said: 'CKA', step: 'cka', earnedOn: '2025-02-28', expiresOn: '2027-02-28' }],
      unmatched: 2,
      isCut: false,
    });
  });

  it('makes up no month for what was earned in a year', () => {
    const education = [{ studyType: 'BSc', area: 'Computing', endDate: '2018' }];
    expect(matchResume(career, read({ education }), today).holdings).toMatchObject([{ since: null }]);
  });

  it('keeps work of one year within it, and leaves open what has no date', () => {
    const work = [
      { position: 'SRE', startDate: '2020', endDate: '2020' },
      { position: 'SRE', startDate: 'spring', endDate: '' },
      { position: 'SRE', startDate: '0001-01-01', endDate: '9999-12-31' },
    ];
    expect(matchResume(career, read({ work }), today).posts).toMatchObject([
      { since: '2020-04', until: '2020-09', isMonthTaken: true },
      { since: null, until: null, isMonthTaken: false },
      { since: null, until: null },
    ]);
  });

  it('takes what is not text, or no list, for nothing', () => {
    const resume = read({
      work: [null, 5, 'SRE', { position: { $ne: 1 }, startDate: 7 }, { position: ['SRE'] }, {}],
      education: { studyType: 'BSc' },
      certificates: [{ name: null }, [], { name: 'CKA', date: { valueOf: 1 } }],
      __proto__: { polluted: true },
    });
    expect(matchResume(career, resume, today)).toMatchObject({
      posts: [],
      holdings: [],
      certificates: [{ step: 'cka', earnedOn: null, expiresOn: null }],
    });
  });

  it('looks at sixty entries of a list and at the first two hundred letters of a text, and says so', () => {
    const work = Array.from({ length: 5000 }, () => ({ position: `SRE ${'x'.repeat(1000)}` }));
    const matches = matchResume(career, read({ work }), today);
    expect(matches).toMatchObject({ isCut: true });
    expect(matches.posts).toHaveLength(60);
    expect(matches.posts[0]?.said).toHaveLength(200);
  });

  it('says of sixty entries that all were looked at, and of one list that it has no others', () => {
    const education = Array.from({ length: 60 }, () => ({ studyType: 'BSc', area: 'Computing' }));
    expect(read({ education })).toMatchObject({ work: [], certificates: [], isCut: false });
    expect(read({ certificates: [] })).toEqual({ work: [], education: [], certificates: [], isCut: false });
    expect(read({ education: [...education, {}] })).toMatchObject({ isCut: true });
  });

  it.each([
    ['2025', '2025'],
    [' 2025-03 ', '2025-03'],
    ['2025-03-14', '2025-03-14'],
    ['2025-03-14T09:30:00Z', '2025-03-14'],
    ['in 2025', null],
    ['2025-3', null],
    ['2025-03-1', null],
    ['20250314', null],
    ['2025-13', null],
    ['2025-02-30', null],
  ])('dates what is dated %j by %j', (date, told) => {
    expect(read({ certificates: [{ name: 'CKA', date }] }).certificates).toMatchObject([{ date: told }]);
  });

  it('may begin with the mark of its bytes, and with no other text', () => {
    expect(readResume('\ufeff{"work":[]}')).toMatchObject({ ok: true });
    expect(readResume('x{"work":[]}')).toMatchObject({ ok: false });
    expect(readResume('{"work":[{"position":"a\ufeffb"}]}')).toMatchObject({
      resume: { work: [{ position: 'a\ufeffb' }] },
    });
  });

  it.each([
    ['{', 'This file is not JSON, as a JSON Resume is.'],
    ['', 'This file is not JSON, as a JSON Resume is.'],
    ['null', 'This file has no work, education or certificates as a JSON Resume has them.'],
    ['[]', 'This file has no work, education or certificates as a JSON Resume has them.'],
    ['{"format":"rung-data"}', 'This file has no work, education or certificates as a JSON Resume has them.'],
    ['[['.repeat(100_000), 'This file is not JSON, as a JSON Resume is.'],
    [
      `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
      'This file has no work, education or certificates as a JSON Resume has them.',
    ],
  ])('is refused with a sentence: %#', (text, problem) => {
    expect(readResume(text)).toEqual({ ok: false, problem });
  });

  it('report 1: gives back no half of a character, and nothing that cannot be kept', () => {
    const end = 'x'.repeat(199);
    const names = [`${end}😀`, '\ud800', 'a\0b', '😀'];
    const answer = readResume(JSON.stringify({ certificates: names.map((name) => ({ name })) }));
    expect(answer.ok && answer.resume.certificates.map(({ name }) => name)).toEqual([
      end,
      '\ufffd',
      'ab',
      '😀',
    ]);
  });

  it('security 16: is read or refused, whatever it holds', () => {
    const deep = `{"work":[${'{"position":'.repeat(20_000)}1${'}'.repeat(20_000)}]}`;
    const long = `{"work":[{"position":"${'a '.repeat(100_000)}"}],"certificates":[{"name":"${'('.repeat(100_000)}"}]}`;
    for (const text of [deep, long]) {
      const answer = readResume(text);
      if (!answer.ok) throw new Error('It was refused.');
      expect(matchResume(career, answer.resume, today).posts).toEqual([]);
    }
  });
});
