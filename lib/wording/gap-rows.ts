import type { CanDo, Career } from '@/lib/domain/career/career';
import type { ClosingStep } from '@/lib/domain/climb/closing-steps';
import type { Standing, StandingRow } from '@/lib/domain/climb/standing';
import { isOwnStep } from '@/lib/domain/own-step';
import type { ProofCounts } from '@/lib/domain/proof/counts';
import { formatNumber } from './format';
import { describeProof } from './proof';
import { describeStepShort } from './step-short';
import { nameCanDo } from './why';

export type GapRowWords = {
  id: string;
  name: string;
  level: number;
  isRated: boolean;
  target: number;
  /** How far the bar is filled, from 0 to 5. */
  filled: number;
  /** How much of the level that comes next is there: "3 of 5 at level 3". */
  summary: string;
  /** What is missing of it, in a few words each; null where nothing is. */
  missing: string | null;
  /** How far what is true already is proved; null where nothing is, or nobody is asked. */
  proof: string | null;
  opened: OpenedRow | null;
};

type OpenedRow = {
  next: string;
  topics: { name: string; href: string; canDos: string[] }[];
  /** What comes after the level that is opened; null where nothing does. */
  after: string | null;
  steps: { title: string; href: string; note: string }[];
};

/** The rows of a gap, the largest first: what is missing by the levels' shares, then by the number of can-dos. */
export function sortBySize(rows: Standing['rows']): StandingRow[] {
  return rows.toSorted(
    (one, other) =>
      other.target - other.points - (one.target - one.points) || other.missing.length - one.missing.length,
  );
}

/** The level that is opened of a skill: the lowest of which anything is missing. None other is. */
export function listOpened({ missing }: Pick<StandingRow, 'missing'>): readonly CanDo[] {
  const level = Math.min(...missing.map((canDo) => canDo.level));
  return missing.filter((canDo) => canDo.level === level);
}

/** Says in words where a person stands in one skill, what is missing next, and what closes it. */
export function describeGapRow(
  career: Career,
  {
    row,
    closing,
    proof,
  }: { row: StandingRow; closing: readonly ClosingStep[]; proof?: ProofCounts | undefined },
): GapRowWords {
  const { skill, level, isRated, target, points, asked } = row;
  const opened = listOpened(row);
  const base = {
    id: skill.id,
    name: skill.name,
    level,
    isRated,
    target,
    proof: proof ? describeProof(proof, formatNumber) : null,
  };
  const [first] = opened;
  if (!first)
    return {
      ...base,
      filled: Math.max(level, points),
      summary: asked.length === 0 ? 'Not asked for' : 'Met',
      missing: null,
      opened: null,
    };
  const ofLevel = asked.filter((canDo) => canDo.level === first.level).length;
  return {
    ...base,
    filled: points,
    summary: `${ofLevel - opened.length} of ${ofLevel} ${
      first.level > target ? `beyond level ${target}` : `at level ${first.level}`
    }`,
    missing: opened.map(({ id }) => nameCanDo(id)).join(', '),
    opened: {
      next: `Level ${first.level}, ${career.scale[first.level]?.name}: ${skill.levels[first.level]?.descriptor}`,
      topics: row.topics.flatMap(({ topic }) => {
        const canDos = opened.filter((canDo) => canDo.topic === topic.id).map(({ text }) => text);
        return canDos.length === 0
          ? []
          : [{ name: topic.name, href: `/skills/${skill.id}#${topic.id}`, canDos }];
      }),
      after: describeAfter(row, opened),
      steps: closing.map(describeClosing),
    },
  };
}

function describeAfter({ missing }: StandingRow, opened: readonly CanDo[]): string | null {
  const later = missing.length - opened.length;
  if (later === 0) return null;
  const highest = Math.max(...missing.map(({ level }) => level));
  return `After that ${formatNumber(later)} more, up to level ${highest}.`;
}

function describeClosing({ step, closes, price, canBegin }: ClosingStep): OpenedRow['steps'][number] {
  return {
    title: step.title,
    href: isOwnStep(step.id) ? '/plan/own' : `/steps/${step.id}`,
    note: [
      `${describeStepShort(step, price)}. Closes: `,
      `${closes.map(({ id }) => nameCanDo(id)).join(', ')}.`,
      ...(canBegin ? [] : [' It rests on other things that are missing.']),
    ].join(''),
  };
}
