import { nameSkill } from '@/lib/domain/career-names';
import type { Career } from '@/lib/domain/catalogue';
import { describeCatalogueChanges } from '@/lib/domain/catalogue-change';
import type { PlanDocument } from '@/lib/domain/planner/document';
import type { Standing } from '@/lib/plan/standing';
import { listUnratedSince } from '@/lib/plan/unrated';
import type { StepProgress } from '@/lib/queries/step-progress';

/** What a newer catalogue says of a step, and after it is finished the way to rate what it raises. */
export function StepNotes({
  standing,
  plan,
  step: id,
  progress,
}: {
  standing: Standing;
  plan: PlanDocument;
  step: string;
  progress: readonly StepProgress[];
}) {
  const { career } = standing;
  const step = plan.steps.find((planned) => planned.id === id);
  if (!step) return null;
  const latest = progress.find((event) => event.step === id) ?? null;
  const changes = describeCatalogueChanges({ career, step, preferences: plan.profile.preferences });
  const skills = listUnratedSince({
    standing,
    progress: latest,
    raised: step.raises.map(({ skill }) => skill),
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
              href={`/rate#${skill}`}
              className="inline-flex min-h-11 items-center"
            >{`Rate ${nameSkill(career, skill)}`}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
