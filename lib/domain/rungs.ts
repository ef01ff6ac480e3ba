/** A rung: a title, how much of it is reached in per cent (null where that is not known), and whether it is the goal. `note` says more below it. */
export type LadderRung = {
  id: string;
  title: string;
  href: string | null;
  percent: number | null;
  isGoal: boolean;
  note?: string;
};
