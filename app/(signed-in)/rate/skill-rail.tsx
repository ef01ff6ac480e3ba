export type RailSkill = {
  id: string;
  name: string;
  /** What is entered now; null for nothing. */
  level: string | null;
  /** The day of the last rating; its level stays hidden until one is chosen. */
  ratedOn: string | null;
};

/** The skills with what is entered of each, as buttons: to go to one keeps what stands in the form. */
export function SkillRail({ skills, current }: { skills: readonly RailSkill[]; current: string }) {
  return (
    <nav aria-label="Skills" className="hidden lg:block">
      <ol className="skill-rail">
        {skills.map(({ id, name, level, ratedOn }) => (
          <li key={id}>
            <button type="submit" name="go" value={id} aria-current={id === current ? 'step' : undefined}>
              <span>{name}</span>
              {level === null && ratedOn !== null ? (
                <span className="hint whitespace-nowrap">
                  <span className="sr-only">last rated </span>
                  <span>{ratedOn}</span>
                </span>
              ) : level === null ? (
                <span>
                  <span className="sr-only">not rated</span>
                  <span className="figure" aria-hidden="true">
                    –
                  </span>
                </span>
              ) : (
                <span className="figure">{level}</span>
              )}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

/** How far it is, where there is no room for the list. */
export function SkillSquares({ skills, current }: { skills: readonly RailSkill[]; current: string }) {
  return (
    <span className="skill-squares lg:hidden" aria-hidden="true">
      {skills.map(({ id, level }) => (
        <i key={id} data-rated={level !== null} data-current={id === current} />
      ))}
    </span>
  );
}
