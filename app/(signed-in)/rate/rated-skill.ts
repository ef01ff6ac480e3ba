/** A skill as the form shows it; `previous` says what it was rated before, in words. */
export type RatedSkill = {
  id: string;
  name: string;
  kind: 'technical' | 'workplace';
  description: string;
  topics: { id: string; name: string; description: string }[];
  levels: { level: number; name: string; descriptor: string }[];
  previous: string | null;
};
