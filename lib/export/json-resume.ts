import { z } from 'zod';
import type { Step } from '@/lib/domain/career/schema';
import type { StepKind } from '@/lib/domain/catalogue';
import { computeDayInZone, type Day } from '@/lib/domain/day';
import { nameEntry } from '@/lib/domain/plan/glance/names';
import { describeCatalogue } from '@/lib/wording/plan-catalogue';
import { spell } from '@/lib/wording/spelling';
import { computeExportDay, type Exporter, type ExportInput, findSafeUrl, listSkillGaps } from './exporter';

type DoneStep = { step: Step; finishedOn: Day | null };

/** The steps that a person has finished and that have not lapsed since, in the order of the catalogue. */
function listDoneSteps(input: ExportInput, kind: StepKind): DoneStep[] {
  const { career, document, progress } = input;
  const today = computeExportDay(input);
  return career.steps.flatMap((step) => {
    const record = progress.get(step.id);
    const isDone = record ? record.status === 'done' : document.profile.done.includes(step.id);
    const isLapsed = record?.expiresOn ? record.expiresOn < today : false;
    return step.kind === kind && isDone && !isLapsed
      ? [{ step, finishedOn: record?.finishedOn ?? null }]
      : [];
  });
}

/** Each says whose level it is. How far it is proved is no matter of a CV. */
function buildSkills({ career, rated: { levels }, agreed }: ExportInput): object[] {
  return career.skills
    .flatMap((skill) => {
      const level = levels[skill.id] ?? 0;
      const name = career.scale.find((entry) => entry.level === level)?.name;
      return level > 0 && name ? [{ skill, level, name }] : [];
    })
    .sort((a, b) => b.level - a.level)
    .map(({ skill, name }) => ({
      name: skill.name,
      level: name,
      keywords: [agreed.has(skill.id) ? 'Agreed with somebody who knows the work' : 'Own rating'],
    }));
}

function buildLink(url: string | null): { url?: string } {
  const safe = findSafeUrl(url);
  return safe ? { url: safe } : {};
}

/** A holding reads "A … degree in …"; whatever does not is no education. */
function buildHeldDegrees({ career, held }: ExportInput): object[] {
  return held.flatMap((id) => {
    const [, article, studyType, area] =
      /^(An?) (.*\bdegree) in (.+)$/i.exec(career.holdingById.get(id)?.label ?? '') ?? [];
    if (!article || !studyType || !area) return [];
    return [{ studyType: upperFirst(studyType), area: upperFirst(area) }];
  });
}

function buildEducation(input: ExportInput): object[] {
  const degrees = listDoneSteps(input, 'degree').map(({ step, finishedOn }) => ({
    institution: step.provider,
    studyType: 'Degree',
    area: step.title,
    ...buildLink(step.url),
    ...(finishedOn ? { endDate: finishedOn } : {}),
  }));
  const courses = listDoneSteps(input, 'course').map(({ step, finishedOn }) => ({
    institution: step.provider,
    studyType: 'Course',
    courses: [step.title],
    ...buildLink(step.url),
    ...(finishedOn ? { endDate: finishedOn } : {}),
  }));
  return [...buildHeldDegrees(input), ...degrees, ...courses];
}

/** The newest post first, by month: more than that nobody said. Whose it was is left for the person to add. */
function buildWork({ career, posts, exportedAt, person }: ExportInput): object[] {
  const today = computeDayInZone({ instant: exportedAt, timeZone: person.timeZone });
  const toMonth = (day: Day) => day.slice(0, 'yyyy-mm'.length);
  return posts
    .filter(({ from }) => from <= today)
    .toReversed()
    .map(({ post, from, to }) => ({
      position: namePosition(career, post),
      startDate: toMonth(from),
      ...(to !== null && to < today ? { endDate: toMonth(to) } : {}),
    }));
}

/** “Other work in IT” is a word of ours, for what has no title in our list. */
function namePosition({ postById }: ExportInput['career'], id: string): string {
  const post = postById.get(id);
  return post?.family === 'other' ? 'Work in IT' : (post?.title ?? id);
}

function buildBasics(input: ExportInput): object {
  const { career, plan, person } = input;
  const role = nameEntry(career, plan.role);
  const isReady = listSkillGaps(input).every(({ gap }) => gap === 0);
  return {
    name: person.name,
    label: isReady ? role : spell(`Working towards ${role}`, input.locale),
    ...(z.email({ pattern: z.regexes.html5Email }).safeParse(person.email).success
      ? { email: person.email }
      : {}),
  };
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A résumé claims only what is held: rated levels, and steps that are done. What is planned stays out. */
export const jsonResumeExporter: Exporter = {
  id: 'json-resume',
  extension: 'json',
  mediaType: 'application/json; charset=utf-8',
  label: 'JSON Resume',
  purpose: 'your CV, with where you worked and what you already hold',
  stem: 'resume',
  hasEvidence: false,
  async render(input) {
    const resume = {
      $schema: 'https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json',
      basics: buildBasics(input),
      work: buildWork(input),
      education: buildEducation(input),
      certificates: listDoneSteps(input, 'certification').map(({ step, finishedOn }) => ({
        name: step.title,
        issuer: step.provider,
        ...buildLink(step.url),
        ...(finishedOn ? { date: finishedOn } : {}),
      })),
      skills: buildSkills(input),
      projects: listDoneSteps(input, 'project').map(({ step, finishedOn }) => ({
        name: step.title,
        description: step.description,
        ...buildLink(step.url),
        ...(finishedOn ? { endDate: finishedOn } : {}),
      })),
      meta: {
        version: 'v1.0.0',
        lastModified: input.exportedAt.toISOString().slice(0, 19),
        catalogue: describeCatalogue(input.career, input.plan),
      },
    };
    return `${JSON.stringify(resume, null, 2)}\n`;
  },
};
