import type { Step } from '@/lib/domain/career/schema';
import type { StepPrice } from '@/lib/domain/climb/model/price';
import { formatCount, formatMoney } from './format';
import { STEP_KIND_LABELS } from './step-kinds';

/** What a step is and takes, in a few words: “Course, about 12 hours, free”. */
export function describeStepShort(step: Step, price: StepPrice): string {
  const { hours } = step.planning;
  const money = `${price.isEstimated ? 'about ' : ''}${formatMoney(price)}`;
  return [
    `${STEP_KIND_LABELS[step.kind]}${step.atWork ? ' at work' : ''}`,
    ...(hours ? [`about ${formatCount(hours, 'hour')}`] : []),
    price.amount === 0 ? 'free' : money,
  ].join(', ');
}
