import { loadCareer } from '@/lib/catalogue';
import type { Profile } from '@/lib/domain/climb/profile';
import { generatePeople } from '@/tests/support/climb/generated-people';
import { chooseSize } from '../size';

const PEOPLE = chooseSize({ full: 200, quick: 20 });
const SEED = 1;

/** The people whom every measurement of plans uses. */
export function listMeasuredPeople(): Profile[] {
  return generatePeople(loadCareer(), { count: PEOPLE, seed: SEED });
}
