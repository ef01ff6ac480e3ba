/** Whose levels a chart or a figure shows. */
export type LevelKind = 'own' | 'agreed';

export const LEVEL_KIND_LABELS: Readonly<Record<LevelKind, string>> = {
  own: 'Levels: your own ratings.',
  agreed: 'Levels: agreed with others where there is one, else your own.',
};

/** The same where somebody else reads it. */
export const SHARED_LEVEL_LABELS: Readonly<Record<LevelKind, string>> = {
  own: 'The levels are own ratings.',
  agreed: 'The levels are those agreed with others where there is one, else own ratings.',
};
