import { useEffect, useRef, useState } from 'react';
import type { SkillFormAction } from './form-action';
import type { RatedLevel, RatedSkill } from './rated-skill';

/**
 * What the level is made of, ticked, and what the next is made of, unticked unless it was said before. Folded in one line:
 * whoever only picks a level has rated. Open where a step was finished that taught some of it.
 */
export function CanDos({
  skill,
  level,
  form,
}: {
  skill: RatedSkill;
  level: RatedLevel;
  form: SkillFormAction;
}) {
  const next = skill.levels[level.level + 1];
  const name = `ratings.${skill.id}.ticked.${level.level}`;
  const isTicked = (id: string, isOwn: boolean) =>
    form.isChosen(name, id) ?? (isOwn ? !skill.entered.except.includes(id) : skill.entered.also.includes(id));
  const parts = [{ ...level, isOwn: true }, ...(next ? [{ ...next, isOwn: false }] : [])].filter(
    ({ canDos }) => canDos.length > 0,
  );
  const isAnyLearnt = parts.some(({ canDos }) => canDos.some(({ id }) => skill.learnt.includes(id)));
  const ref = useRef<HTMLDetailsElement>(null);
  const [counts, setCounts] = useState(() =>
    parts.map(({ canDos, isOwn }) => canDos.filter(({ id }) => isTicked(id, isOwn)).length),
  );
  useEffect(() => {
    const details = ref.current;
    const count = () =>
      setCounts(
        [...(details?.querySelectorAll('ul') ?? [])].map(
          (list) => list.querySelectorAll('input:checked').length,
        ),
      );
    const form = details?.closest('form');
    form?.addEventListener('input', count);
    return () => form?.removeEventListener('input', count);
  }, []);
  return (
    <div className="for-level can-dos" data-level={level.level}>
      {/* A browser sends it with the boxes: none ticked is not the same as none shown. */}
      <input type="checkbox" hidden defaultChecked name={name} value="" />
      <details ref={ref} open={isAnyLearnt || undefined}>
        <summary>
          <span>
            {parts
              .map(
                ({ canDos, isOwn, level: at }, index) =>
                  `${counts[index] ?? 0} of ${canDos.length} at level ${at}${isOwn ? '' : ' already'}`,
              )
              .join(', ')}
          </span>
        </summary>
        {isAnyLearnt ? <p>Is what you learnt so now?</p> : null}
        {parts.map((part) => (
          <div key={part.level}>
            <p className="hint">
              {part.isOwn
                ? 'What this level is made of. Clear what is not true of you.'
                : `Level ${part.level}: mark what is true already.`}
            </p>
            <ul>
              {part.canDos.map(({ id, text }) => (
                <li key={id}>
                  <label className="check">
                    <input
                      id={`${skill.id}-${level.level}-${id}`}
                      type="checkbox"
                      name={name}
                      value={id}
                      defaultChecked={isTicked(id, part.isOwn)}
                    />
                    <span>{text}</span>
                  </label>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </details>
    </div>
  );
}
