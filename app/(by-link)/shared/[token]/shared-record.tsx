import type { SkillsRecord } from '@/lib/domain/proof/record';
import { describeHead, listSections } from '@/lib/export/record/sections';
import type { Words } from '@/lib/export/words';

/** A skills record, section by section as its files have it. */
export function SharedRecord({ record, words }: { record: SkillsRecord; words: Words }) {
  return (
    <>
      {describeHead(record, words).lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {listSections(record, words).map(({ title, lines, items }) => (
        <section key={title} aria-label={title} className="flex flex-col gap-1">
          <h2 className="text-xl">{title}</h2>
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
          {items.length > 0 ? (
            <ul className="list-disc pl-5">
              {items.map((item) => (
                <li key={item} className="[overflow-wrap:anywhere]">
                  {item}
                </li>
              ))}
            </ul>
          ) : null}
        </section>
      ))}
    </>
  );
}
