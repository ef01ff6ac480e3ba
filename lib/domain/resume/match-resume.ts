import type { Career } from '../career/career';
import { addMonths, type Day } from '../day';
import type { Month } from '../month';
import { matchCertificate } from './match-certificate';
import { matchPost } from './match-post';
import { matchStudy } from './match-study';
import type { Resume } from './read-resume';

/** An entry of a résumé beside what it is taken for, to be confirmed. `said` is the entry's own words. */
export type ResumeMatches = {
  posts: {
    said: string;
    post: string;
    isExact: boolean;
    since: Month | null;
    until: Month | null;
    /** Whether a year stands alone in the file, so that its month is only taken. */
    isMonthTaken: boolean;
  }[];
  holdings: { said: string; holding: string; since: Month | null }[];
  certificates: { said: string; step: string; earnedOn: Day | null; expiresOn: Day | null }[];
  /** Entries that nothing in the catalogue fits. */
  unmatched: number;
  isCut: boolean;
};

/** Matches a résumé to the catalogue; of entries that are taken for the same only the first stays. */
export function matchResume(career: Career, resume: Resume, today: Day): ResumeMatches {
  let unmatched = 0;
  const take = <T>(match: T | null): T[] => {
    if (match === null) unmatched += 1;
    return match === null ? [] : [match];
  };
  const posts = resume.work.flatMap(({ position, startDate, endDate }) => {
    const match = matchPost(career, position);
    return take(match && { said: position, ...match, ...toMonths({ startDate, endDate }) });
  });
  const holdings = resume.education.flatMap((study) => {
    const holding = matchStudy(study, today);
    const said = [study.studyType, study.area].filter(Boolean).join(', ');
    return take(holding && { said, holding, since: toKnownMonth(study.endDate) });
  });
  const certificates = resume.certificates.flatMap((certificate) => {
    const step = matchCertificate(career, certificate);
    const earnedOn = certificate.date?.length === 10 ? certificate.date : null;
    const months = step?.validityMonths ?? null;
    const expiresOn = earnedOn && months !== null ? addMonths(earnedOn, months) : null;
    return take(step && { said: certificate.name, step: step.id, earnedOn, expiresOn });
  });
  return {
    posts,
    holdings: keepFirst(holdings, ({ holding }) => holding),
    certificates: keepFirst(certificates, ({ step }) => step),
    unmatched,
    isCut: resume.isCut,
  };
}

function keepFirst<T>(entries: readonly T[], keyOf: (entry: T) => string): T[] {
  const seen = new Set<string>();
  return entries.filter((entry) => {
    const isNew = !seen.has(keyOf(entry));
    seen.add(keyOf(entry));
    return isNew;
  });
}

/** The month of a date; none is made up for a year alone. */
const toKnownMonth = (date: string | null): Month | null =>
  date && date.length > 4 ? date.slice(0, 7) : null;

const toMonth = (date: string, ofYear: string): Month =>
  date.length === 4 ? `${date}-${ofYear}` : date.slice(0, 7);

/** Years alone are read from the middle of one to the middle of the other, which is right on average. */
function toMonths({ startDate, endDate }: { startDate: string | null; endDate: string | null }) {
  const isWithinYear = startDate?.length === 4 && startDate === endDate;
  return {
    since: startDate && toMonth(startDate, isWithinYear ? '04' : '07'),
    until: endDate && toMonth(endDate, isWithinYear ? '09' : '06'),
    isMonthTaken: startDate?.length === 4 || endDate?.length === 4,
  };
}
