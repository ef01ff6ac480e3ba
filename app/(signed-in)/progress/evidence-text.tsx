/** Evidence as its writer gave it: a web address becomes a link, anything else stays text. */
export function EvidenceText({ evidence }: { evidence: string }) {
  if (!/^https?:\/\/\S+$/i.test(evidence) || !URL.canParse(evidence)) return evidence;
  return (
    <a href={evidence} rel="noreferrer nofollow" className="[overflow-wrap:anywhere]">
      {evidence}
    </a>
  );
}
