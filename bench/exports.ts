import { loadCareer } from '@/lib/catalogue';
import { EXPORTERS } from '@/lib/export';
import { warmUpPdf } from '@/lib/export/pdf/warm-up';
import { buildSampleInput, buildSamplePlan } from '@/tests/support/sample-plan';
import { computeMedian } from './timing';

const STEPS = 30;
const WARM_UPS = 10;
const RUNS = 21;

/** What one format costs: the first file that a server makes, the median of later ones, and the size. */
export type ExportMeasurement = {
  format: string;
  steps: number;
  firstMilliseconds: number;
  milliseconds: number;
  bytes: number;
};

/**
 * Times every registered format on one plan of 30 steps, in a process that has warmed up as a server does.
 * Milliseconds are processor time, so that a busy machine does not blur them.
 */
export async function measureExports(): Promise<ExportMeasurement[]> {
  const input = buildSampleInput({ document: buildSamplePlan({ steps: STEPS }) });
  const measurements: ExportMeasurement[] = [];
  await warmUpPdf(loadCareer());
  for (const exporter of EXPORTERS) {
    const times: number[] = [];
    let bytes = 0;
    for (let run = 0; run < WARM_UPS + RUNS; run += 1) {
      const before = process.cpuUsage();
      const file = await exporter.render(input);
      const { user, system } = process.cpuUsage(before);
      times.push((user + system) / 1000);
      bytes = Buffer.byteLength(file);
    }
    const [first = 0] = times;
    measurements.push({
      format: exporter.id,
      steps: STEPS,
      firstMilliseconds: first,
      milliseconds: computeMedian(times.slice(WARM_UPS)),
      bytes,
    });
  }
  return measurements;
}
