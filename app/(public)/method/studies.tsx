import { FoldedPart } from './folded-part';

const STUDIES = [
  {
    id: 'mabe-west-1982',
    text: 'P. A. Mabe and S. G. West (1982), “Validity of self-evaluation of ability: A review and meta-analysis”, Journal of Applied Psychology 67(3), pages 280–296.',
    href: 'https://doi.org/10.1037/0021-9010.67.3.280',
  },
  {
    id: 'zell-krizan-2014',
    text: 'E. Zell and Z. Krizan (2014), “Do people have insight into their abilities? A metasynthesis”, Perspectives on Psychological Science 9(2), pages 111–125.',
    href: 'https://doi.org/10.1177/1745691613518075',
  },
  {
    id: 'heidemeier-moser-2009',
    text: 'H. Heidemeier and K. Moser (2009), “Self–other agreement in job performance ratings: A meta-analytic test of a process model”, Journal of Applied Psychology 94(2), pages 353–370.',
    href: 'https://doi.org/10.1037/0021-9010.94.2.353',
  },
  {
    id: 'harkin-2016',
    text: 'B. Harkin and others (2016), “Does monitoring goal progress promote goal attainment? A meta-analysis of the experimental evidence”, Psychological Bulletin 142(2), pages 198–229.',
    href: 'https://doi.org/10.1037/bul0000025',
  },
  {
    id: 'haslum-2012',
    text: 'P. Haslum, J. Slaney and S. Thiébaux (2012), “Minimal landmarks for optimal delete-free planning”, International Conference on Automated Planning and Scheduling.',
    href: null,
  },
] as const;

type StudyId = (typeof STUDIES)[number]['id'];

/** A study named in a sentence, which leads to its entry in the list. */
export function Study({ id, children }: { id: StudyId; children: string }) {
  return <a href={`#${id}`}>{children}</a>;
}

export function Studies() {
  return (
    <FoldedPart id="studies" title="Studies" short="What the rules rest on.">
      <ul className="flex flex-col gap-3">
        {STUDIES.map((study) => (
          <li key={study.id} id={study.id} className="max-w-[80ch]">
            {study.text} {study.href ? <a href={study.href}>{study.href.replace('https://', '')}</a> : null}
          </li>
        ))}
      </ul>
    </FoldedPart>
  );
}
