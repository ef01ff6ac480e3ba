import { loadCareer } from '@/lib/catalogue';
import { buildStepWords } from '@/lib/domain/career/step-words';

/** Made for each request, since Americans read, and so type, other words. */
export const dynamic = 'force-dynamic';

/** What `/find-steps.js` asks for once somebody begins to type on the page of steps. */
export function GET(): Response {
  return Response.json(buildStepWords(loadCareer()));
}
