/** The can-dos of a skill, by level. */
export type CanDoGroup = {
  skill: string;
  levels: readonly { level: string; canDos: readonly { id: string; text: string }[] }[];
};

/** Single can-dos beside whole levels: folded away by skill, each a tick. */
export function CanDoChoice({
  groups,
  error,
  isChecked,
}: {
  groups: readonly CanDoGroup[];
  error: string | undefined;
  isChecked: (id: string) => boolean;
}) {
  const isAny = ({ levels }: CanDoGroup) =>
    levels.some(({ canDos }) => canDos.some(({ id }) => isChecked(id)));
  return (
    <fieldset>
      <legend className="label mb-2">Or single can-dos</legend>
      {error ? <p className="field-error mb-2">{error}</p> : null}
      <details open={error !== undefined || groups.some(isAny)}>
        <summary>Choose from the list</summary>
        <div className="mt-2 flex flex-col gap-1 pl-4">
          {groups.map((group) => (
            <details key={group.skill} open={isAny(group)}>
              <summary>{group.skill}</summary>
              {group.levels.map(({ level, canDos }) => (
                <div key={level} className="mt-2 mb-3 pl-4">
                  <p className="hint font-bold">{level}</p>
                  {canDos.map(({ id, text }) => (
                    <label key={id} className="check">
                      <input type="checkbox" name="teaches" value={id} defaultChecked={isChecked(id)} />
                      <span>{text}</span>
                    </label>
                  ))}
                </div>
              ))}
            </details>
          ))}
        </div>
      </details>
    </fieldset>
  );
}
