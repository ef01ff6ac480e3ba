import type { Career } from '@/lib/domain/career/career';
import type { Followed } from '@/lib/domain/climb/follow/followed';
import type { StageLevels as Levels } from '@/lib/domain/climb/follow/stage-levels';
import { nameEntry } from '@/lib/domain/plan/glance/names';
import { describeLevelAfter, listLevelHeads, listLevelNotes } from '@/lib/wording/stage-levels';
import { nameCanDo } from '@/lib/wording/why';

/** What each stage of a plan comes to in levels, and what the posts on the way show by themselves. */
export function StageLevels({
  career,
  plan,
  levels,
  taught,
}: {
  career: Career;
  plan: Followed;
  levels: Levels;
  /** See listTaughtByPosts. */
  taught: readonly (readonly string[])[];
}) {
  const shown = levels.places.flatMap((place) => {
    const post = plan.stages[place]?.post ?? null;
    const canDos = taught[place] ?? [];
    return post !== null && canDos.length > 0 ? [{ place, post, canDos }] : [];
  });
  return (
    <details className="level-stages">
      <summary id="stage-levels">Levels after each stage</summary>
      <div className="flex flex-col gap-2 pb-3">
        <div className="overflow-x-auto">
          <table className="ways" aria-labelledby="stage-levels">
            <thead>
              <tr>
                <th scope="col">Skill</th>
                {listLevelHeads(career, { plan, levels }).map((head) => (
                  <th key={head} scope="col" className="number">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {levels.rows.map(({ skill, now, after, target }) => (
                <tr key={skill}>
                  <th scope="row">{career.skillById.get(skill)?.name ?? skill}</th>
                  <td className="number">{now}</td>
                  {after.map((one, index) => (
                    <td key={levels.places[index]} className="number">
                      {describeLevelAfter(one)}
                    </td>
                  ))}
                  <td className="number">{target}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {listLevelNotes(career, { role: plan.role, levels }).map((note) => (
          <p key={note} className="hint">
            {note}
          </p>
        ))}
        {shown.map(({ place, post, canDos }) => (
          <p key={place} className="hint">
            {`What the post “${nameEntry(career, post)}” shows by itself, the first half of it by the middle of its time: ${canDos.map(nameCanDo).join(', ')}.`}
          </p>
        ))}
      </div>
    </details>
  );
}
