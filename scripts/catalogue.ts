import { loadCareer } from '@/lib/catalogue';
import { renderCatalogueReport } from '@/lib/domain/career/report';

const month = process.argv[2] ?? new Date().toISOString().slice(0, 7);
if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) {
  process.stderr.write(`Give the month from which ages are counted as 2026-11, not ${month}.\n`);
  process.exitCode = 2;
} else process.stdout.write(renderCatalogueReport(loadCareer(), month));
