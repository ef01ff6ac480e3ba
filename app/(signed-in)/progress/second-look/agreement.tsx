import { computeWeightedKappa, LEAST_PAIRS_FOR_KAPPA, type LevelPair } from '@/lib/domain/second-look/kappa';
import { formatCount } from '@/lib/wording/format';
import { describeKappa } from '@/lib/wording/second-look';

/** How well own ratings and second looks agree, from ten pairs on; below that the counts. */
export function AgreementFigures({ pairs }: { pairs: readonly LevelPair[] }) {
  const countWhere = (test: (apart: number) => boolean) =>
    pairs.filter(({ own, second }) => test(second - own)).length;
  const counts = `${formatCount(pairs.length, 'pair')}: ${countWhere((apart) => apart === 0)} at the same level, ${countWhere((apart) => Math.abs(apart) === 1)} one apart, ${countWhere((apart) => Math.abs(apart) > 1)} further. The second look was higher in ${countWhere((apart) => apart > 0)} and lower in ${countWhere((apart) => apart < 0)}.`;
  const agreement = pairs.length >= LEAST_PAIRS_FOR_KAPPA ? computeWeightedKappa(pairs) : null;
  return (
    <>
      <p>{counts}</p>
      {agreement ? (
        <p>
          {`Your own ratings and second looks agree ${describeKappa(agreement)}: weighted kappa ${agreement.kappa.toFixed(2)}, and in 19 of 20 cases between ${agreement.low.toFixed(2)} and ${agreement.high.toFixed(2)}. 1 would be wholly, 0 as chance would.`}
        </p>
      ) : (
        <p className="hint">{`From ${LEAST_PAIRS_FOR_KAPPA} pairs on, this says how well the two agree beyond chance.`}</p>
      )}
    </>
  );
}
