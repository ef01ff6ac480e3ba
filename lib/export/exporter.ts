import type { Career } from '@/lib/domain/career/career';
import type { Source } from '@/lib/domain/career/schema-parts';
import type { StepKind } from '@/lib/domain/catalogue';
import type { ApplyFrom } from '@/lib/domain/climb/follow/apply-from';
import type { Followed, FollowedStep } from '@/lib/domain/climb/follow/followed';
import type { PostSpan } from '@/lib/domain/climb/follow/shown-by-posts';
import type { StageLevels } from '@/lib/domain/climb/follow/stage-levels';
import type { StoredDocument } from '@/lib/domain/climb/follow/stored-document';
import { computeStanding, type Ratings } from '@/lib/domain/climb/standing';
import { computeDayInZone, type Day } from '@/lib/domain/day';
import type { Locale } from '@/lib/domain/locale';
import type { StepStatus } from '@/lib/domain/planner/document';
import type { ProofCounts } from '@/lib/domain/proof/counts';
import { STEP_STATUS_LABELS } from '@/lib/wording/step-statuses';
import { getWords } from './words';

/** What a person recorded about a step of the plan. */
export type ExportedProgress = {
  status: StepStatus;
  hoursSpent: number | null;
  finishedOn: Day | null;
  expiresOn: Day | null;
  evidence: string | null;
  note: string | null;
  recordedAt: string;
};

/** Everything that an export may show. It holds no clock: `exportedAt` is the moment asked for. */
export type ExportInput = {
  career: Career;
  /** The plan as it is followed, and the document that is kept of it. */
  plan: Followed;
  document: StoredDocument;
  /** From when one can apply for the post that each stage leads to; see listApplyFrom. */
  applyFrom: readonly (ApplyFrom | null)[];
  /** What each stage comes to in levels; see listStageLevels. */
  levels: StageLevels | null;
  /** How days, numbers and money are written. */
  locale: Locale;
  /** Kinds that the person left out, and what they hold. */
  excludedKinds: readonly StepKind[];
  held: readonly string[];
  /** What they work and worked as, the first post first. */
  posts: readonly PostSpan[];
  /** How good the plan is known to be, as its page says it. */
  known: string;
  /** When the plan became what it is. */
  plannedAt: string;
  person: { name: string; email: string | null; timeZone: string };
  exportedAt: Date;
  /** Whole per cent, for the plan's role. */
  readiness: number;
  /** A skill that was not rated counts as 0. */
  rated: Ratings;
  /** Whose levels those are, and of which skills they are what was agreed with somebody. */
  levelKind: 'own' | 'agreed';
  agreed: ReadonlySet<string>;
  /** How far what is true of each skill is proved. */
  proof: ReadonlyMap<string, ProofCounts>;
  /** By step id. */
  progress: ReadonlyMap<string, ExportedProgress>;
  /** Evidence and notes are private: they are written only when a person ticks this. */
  include: { evidence: boolean };
};

/** A format in which a plan can be taken away. */
export type Exporter = {
  /** The last part of its address. */
  id: string;
  extension: string;
  mediaType: string;
  label: string;
  /** What the file is for, as the end of "for …". */
  purpose: string;
  stem: 'learning-plan' | 'resume';
  /** Whether the format has a place for evidence and notes. */
  hasEvidence: boolean;
  render(input: ExportInput): Promise<string | Uint8Array>;
};

/** The name of an exported file: stem, role and the day of the export in the person's own time zone. */
export function buildFileName(exporter: Pick<Exporter, 'stem' | 'extension'>, input: ExportInput): string {
  return `${exporter.stem}-${input.plan.role}-${computeExportDay(input)}.${exporter.extension}`;
}

/** The day of the export in the person's own time zone. */
export function computeExportDay({ exportedAt, person }: Pick<ExportInput, 'exportedAt' | 'person'>): Day {
  return computeDayInZone({ instant: exportedAt, timeZone: person.timeZone });
}

const STATUS_LABELS: Readonly<Record<FollowedStep['status'], string>> = {
  ...STEP_STATUS_LABELS,
  again: 'To do again',
};

/**
 * The status of a planned step as it stands: what the person recorded, else the plan's. A done step that
 * was planned again stays `again` until work on it starts.
 */
export function computeStepStatus(
  step: Pick<FollowedStep, 'id' | 'status'>,
  progress: ExportInput['progress'],
): FollowedStep['status'] {
  const recorded = progress.get(step.id)?.status;
  if (!recorded) return step.status;
  return step.status === 'again' && (recorded === 'done' || recorded === 'todo') ? 'again' : recorded;
}

export function describeStepStatus(
  step: Pick<FollowedStep, 'id' | 'status'>,
  progress: ExportInput['progress'],
): string {
  return STATUS_LABELS[computeStepStatus(step, progress)];
}

/** The hours of a step in words; a job of the first edition or full-time study takes none of the study hours. */
export function describeHours(step: FollowedStep, { locale }: Pick<ExportInput, 'locale'>): string {
  if (step.hoursByWeek.length === 0) return 'full time';
  return `${getWords(locale).count(step.hours, 'hour')}${step.pool === 'work' ? ' at work' : ''}`;
}

/** A raise in words, such as `Coding 1 to 3`. */
export function describeRaise(raise: FollowedStep['raises'][number], career: Career): string {
  return `${career.skillById.get(raise.skill)?.name ?? raise.skill} ${raise.from} to ${raise.to}`;
}

/** An address that may stand behind a link: http or https, in its normal form. Null for anything else. */
export function findSafeUrl(text: string | null): string | null {
  if (!text || !URL.canParse(text)) return null;
  const url = new URL(text);
  return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
}

/** The sources behind the steps of a plan, each once, by title. */
export function listSources({ career, plan }: Pick<ExportInput, 'career' | 'plan'>): Source[] {
  const sources = new Map<string, Source>();
  for (const step of plan.steps)
    for (const source of career.stepById.get(step.id)?.sources ?? [])
      sources.set([source.title, source.url, source.repository, source.path].join('\0'), source);
  return [...sources.values()].sort((a, b) => a.title.localeCompare(b.title, 'en'));
}

/** Where a source can be opened; null where it is a document that was handed over. */
export function findSourceUrl(source: Source): string | null {
  if (source.url) return source.url;
  return source.repository && source.path
    ? `https://github.com/${source.repository}/blob/HEAD/${source.path}`
    : null;
}

/** A skill that the role asks for, where the person stands today, and what is missing. */
export type SkillGap = {
  id: string;
  name: string;
  /** As it is rated, the same as on the pages. */
  level: number;
  /** How much is there of the first level up to that one of which something is missing: "3 of 5 at level 1". */
  part: string | null;
  target: number;
  gap: number;
  /** Can-dos that are missing, also where the level itself is reached. */
  missing: number;
};

/** A gap in levels; in things to be able to do where the level is reached and single ones are asked beside it. */
export function describeGap({
  level,
  target,
  gap,
  missing,
}: Pick<SkillGap, 'level' | 'target' | 'gap' | 'missing'>): string {
  if (gap === 0 || level < target) return `${gap}`;
  return missing === 1 ? '1 thing' : `${missing} things`;
}

/** The gap of today, which may have shrunk since the plan was made; skills without a target are left out. */
export function listSkillGaps({ career, plan, rated }: ExportInput): SkillGap[] {
  const role = career.roleById.get(plan.role);
  if (!role) return [];
  return computeStanding(career, { role, ratings: rated })
    .rows.filter((row) => row.target > 0)
    .map(({ skill, level, target, asked, missing }) => ({
      id: skill.id,
      name: skill.name,
      level,
      part: describePart({ level, asked, missing }),
      target,
      gap: missing.length === 0 ? 0 : Math.max(1, target - level),
      missing: missing.length,
    }));
}

type CanDoLevels = readonly { level: number }[];

function describePart({
  level,
  asked,
  missing,
}: {
  level: number;
  asked: CanDoLevels;
  missing: CanDoLevels;
}): string | null {
  const first = Math.min(...missing.map((canDo) => canDo.level));
  if (first > level) return null;
  const count = (canDos: CanDoLevels) => canDos.filter((canDo) => canDo.level === first).length;
  return `${count(asked) - count(missing)} of ${count(asked)} at level ${first}`;
}
