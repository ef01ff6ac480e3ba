import type { Career } from '@/lib/domain/career/career';
import { nameSkill } from '@/lib/domain/career/names';
import { describeCatalogueChanges } from '@/lib/domain/catalogue-change';
import type { Followed } from '@/lib/domain/climb/follow/followed';
import type { PlanRow } from '@/lib/domain/plan/glance/row';
import { getLocale } from '@/lib/http/request-context';
import type { Standing } from '@/lib/plan/standing';
import { listUnratedSince } from '@/lib/plan/unrated';
import type { StepProgress } from '@/lib/queries/step-progress';
import { spellForReader } from '@/lib/wording/format';

/** After a step is finished the way to rate what it was for, and what the catalogue says of it by now. */
export function StepNotes({ standing, plan, row }: { standing: Standing; plan: Followed; row: PlanRow }) {
  const { career } = standing;
  const { step, recorded } = row;
  const changes =
    plan.catalogue === career.version
      ? []
      : describeCatalogueChanges({ career, step, locale: getLocale() }).map((sentence) =>
          spellForReader(sentence),
        );
  const skills = listUnratedSince({
    standing,
    progress: recorded as StepProgress | null,
    raised: [
      ...step.teaches.flatMap((id) => career.canDoById.get(id)?.skill ?? []),
      ...step.raises.map(({ skill }) => skill),
    ],
  });
  return (
    <>
      {changes.map((sentence) => (
        <p key={sentence} className="notice" data-tone="attention">
          {sentence}
        </p>
      ))}
      {skills.length > 0 ? <CheckInInvitation career={career} skills={skills} /> : null}
    </>
  );
}

export function CheckInInvitation({ career, skills }: { career: Career; skills: readonly string[] }) {
  return (
    <div className="notice no-print">
      <p>Finished. That alone changes no rating: look again at what it was for.</p>
      <ul>
        {skills.map((skill) => (
          <li key={skill}>
            <a
              href={`/rate?skill=${skill}`}
              className="inline-flex min-h-11 items-center"
            >{`Rate ${nameSkill(career, skill)}`}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
