import type { Career } from '@/lib/domain/career/career';
import { computeStanding, type Standing } from '@/lib/domain/climb/standing';
import { formatCount, formatNumber } from '@/lib/wording/format';
import { describeGapRow } from '@/lib/wording/gap-rows';
import { Formula } from '../prose';
import { SAMPLE_GOAL, SAMPLE_LEVELS } from '../sample-person';
import { FoldedPart } from './folded-part';

/** From what is true of a person to shares, readiness, its range and the nearest roles. */
export function GapParts({ career }: { career: Career }) {
  const { standing, missing } = computeExample(career);
  const row = standing.rows.find(({ skill }) => skill.id === missing[0]?.skill);
  const points = standing.rows.reduce((sum, { points: some }) => sum + some, 0);
  const targets = standing.rows.reduce((sum, { target }) => sum + target, 0);
  return (
    <>
      <FoldedPart id="gap" title="Gap" short="What the role asks for and is not true of you.">
        <p>
          A role has a target level for each skill, and asks for all that the levels up to it are made of.
          What it has no use for is left out: nobody asks a data analyst to write infrastructure. And it may
          ask for single things beyond its level, where every advert of it does. The page of a role says
          which.
        </p>
        <p>
          The gap is what is missing of that. Being above a target in one skill never makes up for a gap in
          another. Only the next level of a skill is opened at once, because what lies above it rests on it.
        </p>
      </FoldedPart>
      <FoldedPart id="readiness" title="Readiness" short="The shares of all levels that count, in per cent.">
        <p>
          Your share of a level is the part of it that is true of you. Add up the shares of the levels up to
          each target, and compare with the sum of the targets.
        </p>
        <Formula>
          readiness = 100 × sum of your shares ÷ sum of the targets, rounded down to a whole per cent
        </Formula>
        {row ? (
          <p>
            An example: a system administrator is at {row.level} in {row.skill.name.toLowerCase()}, but says
            that {formatCount(missing.length, 'thing')} of level {row.level}{' '}
            {missing.length === 1 ? 'is' : 'are'} not true of them. That is{' '}
            {describeGapRow(career, { row, closing: [] }).summary}, so the skill counts{' '}
            {formatNumber(Math.round(row.points * 100) / 100)} of {row.target}. Over all skills it is{' '}
            {formatNumber(Math.round(points * 100) / 100)} of {targets} for {standing.role.title}: readiness{' '}
            {standing.readiness}%.
          </p>
        ) : null}
        <p>
          Because it is rounded down, 100% appears only when nothing is missing, and only then are you called
          ready. One number hides much, so beside it stand how many skills are met and the hours that your
          plan still needs.
        </p>
      </FoldedPart>
      <FoldedPart
        id="band"
        title="The range around readiness"
        short="By how sure you are, and how old it is."
      >
        <p>
          You can say how sure you are of a rating. That never moves your level. It widens or narrows a range:
          readiness worked out again with every rated level a little lower and a little higher, kept between 0
          and 5.
        </p>
        <Formula>low: 0.9 of a level either way · medium: 0.6 · high: 0.4</Formula>
        <p>
          Where you say nothing of a skill it is medium. Evidence makes a rating one step surer. The range is
          shown once you have said how sure you are of at least one skill, or one of them is half a year old.
        </p>
        <Formula>
          age: 0.1 of a level more for each whole half year since you last rated the skill or showed something
          for it, 0.5 at most
        </Formula>
        <p>
          A level never falls by itself: only the range grows, and a fresh look or a new piece of evidence
          narrows it again. The widths are a judgement of ours. Home asks first for the skill of which a fresh
          look would change your plan most: of those half a year old or older, the one whose range, times the
          hours that your plan still gives it, is largest. Where your plan gives none of them hours, it is the
          range times the levels that are missing.
        </p>
      </FoldedPart>
      <FoldedPart id="nearest" title="Nearest roles" short="By how many levels are missing.">
        <p>
          Every role but your goal that you do not meet yet, ordered by the levels that are missing, parts of
          a level included, then by how many skills lack something, then as the catalogue lists them.
        </p>
      </FoldedPart>
      <FoldedPart id="closing" title="Steps beside a gap" short="Two that close most of it for least.">
        <p>
          Beside the next level of a skill stand two steps. Of those that close at least half as many of its
          missing things as any step does, the one that asks for least money and time for each comes first.
          Steps that you can begin now go before others, and work is offered to who has a post.
        </p>
      </FoldedPart>
    </>
  );
}

/** The sample’s person, who says that two things of their own level are not true of them. */
function computeExample(career: Career): { standing: Standing; missing: Career['canDos'][number][] } {
  const role = career.roleById.get(SAMPLE_GOAL);
  if (!role) throw new Error(`The catalogue has no ${SAMPLE_GOAL}.`);
  const level = SAMPLE_LEVELS['server-administration'];
  const missing = career.canDos
    .filter((canDo) => canDo.skill === 'server-administration' && canDo.level === level)
    .slice(0, 2);
  const ratings = { levels: SAMPLE_LEVELS, also: [], except: missing.map(({ id }) => id) };
  return { standing: computeStanding(career, { role, ratings }), missing };
}
