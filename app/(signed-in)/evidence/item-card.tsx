import { EvidenceText } from '@/app/(signed-in)/progress/evidence-text';
import { OnePressForm } from '@/components/one-press-form';
import type { Career } from '@/lib/domain/career/career';
import { listSupported, readSource } from '@/lib/domain/proof/evidence';
import type { EvidenceItem } from '@/lib/queries/evidence';
import { formatCount, formatDay } from '@/lib/wording/format';
import { removeEvidenceAction } from './actions';
import { type CanDoGroup, ItemForm } from './item-form';

/** One item and what it shows; the form that changes it is drawn for one at a time, since it names every can-do. */
export function ItemCard({
  career,
  item,
  groups,
  today,
}: {
  career: Career;
  item: EvidenceItem;
  /** What it may show, where it is the one that is being changed. */
  groups: readonly CanDoGroup[] | null;
  today: string;
}) {
  const supported = listSupported(career, item);
  const isMore = item.text !== null && item.text !== item.title;
  return (
    <li id={item.id} className="card flex flex-col gap-3">
      <h3 className="text-lg">
        <EvidenceText evidence={item.title} />
      </h3>
      <p className="hint">{describeOrigin(career, item)}</p>
      {isMore ? (
        <p>
          <EvidenceText evidence={item.text ?? ''} />
        </p>
      ) : null}
      {item.url ? (
        <p>
          <EvidenceText evidence={item.url} />
        </p>
      ) : null}
      <details>
        <summary>{`Shows ${formatCount(supported.length, 'thing')}`}</summary>
        <ul className="list-disc pl-5">
          {supported.map((id) => (
            <li key={id}>{career.canDoById.get(id)?.text ?? id}</li>
          ))}
        </ul>
      </details>
      {groups === null ? (
        <div className="flex flex-wrap items-center gap-x-6 gap-y-2">
          <a
            href={`/evidence?change=${item.id}#${item.id}`}
            aria-label={`Change ${item.title}`}
            className="inline-flex min-h-11 items-center"
          >
            Change it
          </a>
          <OnePressForm
            action={removeEvidenceAction}
            entries={{ id: item.id }}
            label={`Remove ${item.title}`}
          >
            Remove
          </OnePressForm>
        </div>
      ) : (
        <ItemForm
          changed={{ id: item.id, basedOn: item.changedAt }}
          fields={{
            title: item.title,
            day: item.day,
            text: item.text ?? (item.url === null ? item.title : ''),
            url: item.url ?? '',
            canDos: supported,
          }}
          groups={groups}
          today={today}
        />
      )}
    </li>
  );
}

function describeOrigin(career: Career, item: EvidenceItem): string {
  const source = readSource(item.source);
  const day = formatDay(item.day);
  if (source?.kind === 'skill')
    return `${day}, with a rating of ${career.skillById.get(source.id)?.name ?? source.id}`;
  if (source?.kind === 'step') return `${day}, with ${career.stepById.get(source.id)?.title ?? source.id}`;
  return day;
}
