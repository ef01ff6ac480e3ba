import type { ResumeEducation } from './read-resume';
import { toPlainWords } from './words';

const COMPUTING =
  /\b(?:comput\w*|software|informati(?:cs|k|que)|informatica|information (?:technology|systems?|security)|it|ict|cyber ?security|data science|artificial intelligence|network (?:engineering|security)|networks?|programming|systems? engineering|devops|telecommunications?|web development)\b/;
const BACHELOR =
  /\b(?:bachelor\w*|b ?sc|b ?s|b ?a|b ?eng|b ?tech|b ?e|b ?cs|b ?comp|b ?it|licence|licenciatura|laurea|undergraduate|first degree|honou?rs|degree)\b/;
const HIGHER =
  /\b(?:master\w*|m ?sc|m ?s|m ?a|m ?eng|m ?tech|m ?comp|mba|ph ?d|doctor\w*|d ?phil|dipl ing|diplom|magister|postgraduate)\b/;
const BELOW =
  /\b(?:hnd|higher national diploma|hnc|foundation degree|fd ?sc|associate\w*|a ?a ?s|dip ?he|diploma of higher education)\b/;
const APPRENTICESHIP = /\bapprentice\w*\b/;

/** What of the catalogue's holdings a course of study gives; null where it gives none, or is not finished. */
export function matchStudy({ studyType, area, startDate, endDate }: ResumeEducation, today: string) {
  if (endDate === null ? startDate !== null : endDate > today) return null;
  const words = toPlainWords(`${studyType} ${area}`);
  const isComputing = COMPUTING.test(words);
  if (APPRENTICESHIP.test(words)) return /\bdevops\b/.test(words) ? 'devops-apprenticeship-l4' : null;
  if (BELOW.test(words)) return isComputing && !/\bhnc\b/.test(words) ? 'hnd-related' : null;
  if (!HIGHER.test(words) && !BACHELOR.test(words)) return null;
  return isComputing ? 'bachelors-related' : 'bachelors-other';
}
