/** A4 in points, with the area that text may fill. */
export const PAGE = { width: 595.28, height: 841.89, left: 56, right: 539.28, top: 56, bottom: 776 };
export const CONTENT_WIDTH = PAGE.right - PAGE.left;

/** One accent for what a person does, amber for what they aim at. Inks keep 4.5:1 on paper. */
export const COLOUR = {
  ink: '#17211e',
  muted: '#54625e',
  rule: '#d5dedb',
  track: '#e6edea',
  accent: '#0f5c4d',
  accentSoft: '#a9cdc3',
  accentPale: '#eaf3f0',
  amber: '#d98a00',
  amberInk: '#8a5300',
  amberLight: '#ffc65c',
  paper: '#ffffff',
};

export type Weight = 'regular' | 'semibold';

/** `leading` is the distance from one line to the next, in points like `size`. */
export type Style = { weight: Weight; size: number; colour: string; leading: number };

export const TEXT = {
  overline: { weight: 'semibold', size: 9.5, colour: COLOUR.accentSoft, leading: 13 },
  title: { weight: 'semibold', size: 27, colour: COLOUR.paper, leading: 31 },
  onAccent: { weight: 'regular', size: 10.5, colour: COLOUR.paper, leading: 14.5 },
  figure: { weight: 'semibold', size: 34, colour: COLOUR.paper, leading: 38 },
  fact: { weight: 'semibold', size: 13, colour: COLOUR.ink, leading: 17 },
  heading: { weight: 'semibold', size: 15, colour: COLOUR.accent, leading: 20 },
  subheading: { weight: 'semibold', size: 12, colour: COLOUR.accent, leading: 16 },
  step: { weight: 'semibold', size: 11, colour: COLOUR.ink, leading: 14.5 },
  body: { weight: 'regular', size: 9.5, colour: COLOUR.ink, leading: 13 },
  strong: { weight: 'semibold', size: 9.5, colour: COLOUR.ink, leading: 13 },
  warning: { weight: 'semibold', size: 9.5, colour: COLOUR.amberInk, leading: 13 },
  quiet: { weight: 'regular', size: 9, colour: COLOUR.muted, leading: 12 },
  link: { weight: 'regular', size: 9.5, colour: COLOUR.accent, leading: 13 },
  label: { weight: 'regular', size: 8, colour: COLOUR.muted, leading: 10.5 },
} as const satisfies Record<string, Style>;
