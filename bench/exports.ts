import { EXPORTERS } from '@/lib/export';
import { buildSampleInput, buildSamplePlan } from '@/tests/support/sample-plan';

const STEPS = 30;
const WARM_UPS = 10;
const RUNS = 21;

/** What one format costs: the first file of a process, the median of later ones, and the size. */
export type ExportMeasurement = {
  format: string;
  steps: number;
  firstMilliseconds: number;
  milliseconds: number;
  bytes: number;
};

/** Times every registered format on one plan of 30 steps. */
export async function measureExports(): Promise<ExportMeasurement[]> {
  const input = buildSampleInput({ plan: buildSamplePlan({ steps: STEPS }) });
  const measurements: ExportMeasurement[] = [];
  for (const exporter of EXPORTERS) {
    const times: number[] = [];
    let bytes = 0;
    for (let run = 0; run < WARM_UPS + RUNS; run += 1) {
      const start = performance.now();
      const file = await exporter.render(input);
      times.push(performance.now() - start);
      bytes = Buffer.byteLength(file);
    }
    const [first = 0] = times;
    const later = times.slice(WARM_UPS).sort((a, b) => a - b);
    measurements.push({
      format: exporter.id,
      steps: STEPS,
      firstMilliseconds: first,
      milliseconds: later[Math.floor(RUNS / 2)] ?? 0,
      bytes,
    });
  }
  return measurements;
}
