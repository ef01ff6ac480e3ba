/** The two kinds of skill, in the order and under the headings in which pages show them. */
export const SKILL_GROUPS = [
  { kind: 'technical', title: 'Technical skills' },
  { kind: 'workplace', title: 'Workplace skills' },
] as const;
