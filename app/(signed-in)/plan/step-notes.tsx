import { nameSkill } from '@/lib/domain/career-names';
import type { Career } from '@/lib/domain/catalogue';
import type { PlanRow } from '@/lib/domain/plan/glance/row';
import type { Standing } from '@/lib/plan/standing';
import { listUnratedSince } from '@/lib/plan/unrated';
import type { StepProgress } from '@/lib/queries/step-progress';

/** After a step is finished the way to rate what it was for, and what the catalogue says of it by now. */
export function StepNotes({ standing, row }: { standing: Standing; row: PlanRow }) {
  const { career, second } = standing;
  const { step, recorded } = row;
  const entry = second.stepById.get(step.id);
  const skills = listUnratedSince({
    standing,
    progress: recorded as StepProgress | null,
    raised: [
      ...step.teaches.flatMap((id) => second.canDoById.get(id)?.skill ?? []),
      ...step.raises.map(({ skill }) => skill),
    ],
  });
  return (
    <>
      {entry?.status === 'retired' ? (
        <p className="notice" data-tone="attention">
          {entry.statusNote ?? 'The catalogue no longer holds this step.'}
        </p>
      ) : null}
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
