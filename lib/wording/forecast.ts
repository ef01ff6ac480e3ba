import type { Forecast } from '@/lib/domain/climb/follow/forecast';
import { formatCount, formatDay, spellForReader } from './format';

/** A forecast in one sentence without its full stop: always two dates, and what they rest on. */
export function describeForecast({ basis, evenOn, likelyOn, stepsMeasured }: Forecast): string {
  const [even, likely] = [formatDay(evenOn), formatDay(likelyOn)];
  return basis === 'catalogue'
    ? spellForReader(
        `By the catalogue’s hours your plan ends on ${even}. If everything takes 30% longer: ${likely}`,
      )
    : `From the hours of ${formatCount(stepsMeasured, 'step')} that you finished: an even chance of the end by ${even}, and four chances in five by ${likely}`;
}
