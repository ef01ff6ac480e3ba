/** What of the form of an own step depends on one another while somebody types. */
export type TypedStep = {
  hours: string;
  weeks: string;
  raises: { skill: string; from: string; to: string }[];
};
