import { LevelBar } from '@/app/level-bar';
import type { Career, Step } from '@/lib/domain/catalogue';

/** Which skills a step raises, from which level to which, with the words of the level it reaches. */
export function StepRaises({ career, step }: { career: Career; step: Step }) {
  return (
    <section aria-labelledby="raises">
      <h2 id="raises" className="mb-5">
        What it raises
      </h2>
      <ul className="card py-2">
        {step.raises.map((raise) => {
          const skill = career.skillById.get(raise.skill);
          if (!skill) return null;
          return (
            <li
              key={raise.skill}
              className="flex flex-col gap-1.5 border-b border-line py-4 last:border-none"
            >
              <p className="flex flex-wrap items-baseline justify-between gap-x-4">
                <a href={`/skills/${skill.id}`} className="min-w-0 font-semibold wrap-anywhere">
                  {skill.name}
                </a>
                <span className="figure whitespace-nowrap">
                  {raise.from} to {raise.to}
                </span>
              </p>
              <LevelBar level={raise.from} target={raise.to} />
              <p className="hint">
                {raise.to} {career.scale[raise.to]?.name}: {skill.levels[raise.to]?.descriptor}
              </p>
            </li>
          );
        })}
      </ul>
      <p className="hint mt-3">
        It can start once you are at the lower level. What a step raises is our judgement; your own check-ins
        decide where you are.
      </p>
    </section>
  );
}
