/** Evidence as its writer gave it: a web address becomes a link, anything else stays text. */
export function EvidenceText({ evidence }: { evidence: string }) {
  const isAddress = /^https?:\/\/\S+$/i.test(evidence) && URL.canParse(evidence);
  return (
    <span className="written">
      {isAddress ? (
        <a href={evidence} rel="noreferrer nofollow">
          {evidence}
        </a>
      ) : (
        evidence
      )}
    </span>
  );
}
