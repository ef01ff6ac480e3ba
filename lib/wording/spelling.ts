import type { Locale } from '@/lib/domain/locale';

/**
 * What Americans write otherwise: the source is British, and every sentence of Rung's goes through this one list before
 * an American reads it. Whole words and phrases in small letters, longer ones before what they hold.
 */
const PAIRS: readonly (readonly [british: string, american: string])[] = [
  ['afterwards', 'afterward'],
  ['ageing', 'aging'],
  ['analyse', 'analyze'],
  ['analysed', 'analyzed'],
  ['analyser', 'analyzer'],
  ['analysing', 'analyzing'],
  ['artefact', 'artifact'],
  ['artefacts', 'artifacts'],
  ['authorisation', 'authorization'],
  ['authorise', 'authorize'],
  ['authorised', 'authorized'],
  ['autumn', 'fall'],
  ['behaviour', 'behavior'],
  ['behavioural', 'behavioral'],
  ['behaviours', 'behaviors'],
  ['cancelled', 'canceled'],
  ['cancelling', 'canceling'],
  ['catalogue', 'catalog'],
  ['catalogues', 'catalogs'],
  ['centre', 'center'],
  ['centres', 'centers'],
  ['colour', 'color'],
  ['colours', 'colors'],
  ['criticise', 'criticize'],
  ['criticised', 'criticized'],
  ['customise', 'customize'],
  ['customised', 'customized'],
  ['cyber security', 'cybersecurity'],
  ['defence', 'defense'],
  ['defences', 'defenses'],
  ['deputise', 'deputize'],
  ['dockerised', 'dockerized'],
  ['encyclopaedia', 'encyclopedia'],
  ['favourite', 'favorite'],
  ['a fortnight later', 'two weeks later'],
  ['a second fortnight', 'a second two weeks'],
  ['each fortnight', 'every two weeks'],
  ['every fortnight', 'every two weeks'],
  ['every week or fortnight', 'every week or two'],
  ['each week or fortnight', 'each week or two'],
  ['in fortnights', 'in two-week blocks'],
  ['two fortnights', 'two two-week blocks'],
  ['a fortnight', 'two weeks'],
  ['fortnightly', 'every two weeks'],
  ['fulfil', 'fulfill'],
  ['fulfils', 'fulfills'],
  ['grey', 'gray'],
  ['holidays', 'vacations'],
  ['judgement', 'judgment'],
  ['judgements', 'judgments'],
  ['labelled', 'labeled'],
  ['labelling', 'labeling'],
  ['learnt', 'learned'],
  ['licence', 'license'],
  ['licences', 'licenses'],
  ['maths', 'math'],
  ['minimise', 'minimize'],
  ['modelled', 'modeled'],
  ['modelling', 'modeling'],
  ['neighbour', 'neighbor'],
  ['neighbourhood', 'neighborhood'],
  ['neighbouring', 'neighboring'],
  ['neighbours', 'neighbors'],
  ['optimise', 'optimize'],
  ['optimised', 'optimized'],
  ['optimising', 'optimizing'],
  ['organisation', 'organization'],
  ['organisational', 'organizational'],
  ['organisations', 'organizations'],
  ['organise', 'organize'],
  ['organised', 'organized'],
  ['organiser', 'organizer'],
  ['organisers', 'organizers'],
  ['organising', 'organizing'],
  ['per cent', 'percent'],
  ['post-mortem', 'postmortem'],
  ['post-mortems', 'postmortems'],
  ['practise', 'practice'],
  ['practised', 'practiced'],
  ['practises', 'practices'],
  ['practising', 'practicing'],
  ['prioritise', 'prioritize'],
  ['prioritised', 'prioritized'],
  ['programme', 'program'],
  ['programmes', 'programs'],
  ['recognise', 'recognize'],
  ['recognised', 'recognized'],
  ['recognises', 'recognizes'],
  ['sceptical', 'skeptical'],
  ['skilful', 'skillful'],
  ['summarise', 'summarize'],
  ['tick', 'check'],
  ['ticked', 'checked'],
  ['ticking', 'checking'],
  ['ticks', 'checks'],
  ['towards', 'toward'],
  ['travelled', 'traveled'],
  ['travelling', 'traveling'],
  ['untick', 'uncheck'],
  ['unticked', 'unchecked'],
  ['whilst', 'while'],
];

const AMERICAN = new Map(PAIRS);
const WORDS = PAIRS.map(([british]) => british).sort((a, b) => b.length - a.length);

/** A day as British sentences name it, as in 3 May 2027; Americans put the month first. */
const DAY =
  /\b(\d{1,2}) (Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?) (\d{4})\b/g;

/** Rewrites a text for Americans. Names that hold such words stay, so that everyone finds a thing under the same name. */
export type Respell = (text: string) => string;

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

function likeFirst(model: string, text: string): string {
  const [first = ''] = model;
  if (model.length > 1 && model === model.toUpperCase()) return text.toUpperCase();
  return first === first.toUpperCase() ? text[0]?.toUpperCase() + text.slice(1) : text;
}

/** Makes the rewriting of a text for Americans that leaves the names as they are. */
export function makeRespell(names: Iterable<string> = []): Respell {
  const kept = [...new Set(names)]
    .filter((name) => holdsBritish(name))
    .sort((a, b) => b.length - a.length)
    .map(escapePattern);
  const pattern = new RegExp(
    `${kept.length > 0 ? `(${kept.join('|')})|` : '($^)|'}(?<![\\w-])(${WORDS.join('|')})(?![\\w-])`,
    'gi',
  );
  return (text) =>
    text.replace(pattern, (found: string, name: string | undefined, word: string | undefined) =>
      name === undefined && word !== undefined
        ? likeFirst(word, AMERICAN.get(word.toLowerCase()) ?? word)
        : found,
    );
}

const BRITISH = new RegExp(`(?<![\\w-])(?:${WORDS.join('|')})(?![\\w-])`, 'i');

/** Whether a text holds a word that Americans write otherwise. */
export function holdsBritish(text: string): boolean {
  return BRITISH.test(text);
}

const respellPlain = makeRespell();

/** A sentence of Rung's own as it is written in a language. Never for what a person typed. */
export function spell(text: string, locale: Locale): string {
  return locale === 'en-US' ? respellPlain(text) : text;
}

/** Tags whole, what stands in scripts and styles, and the text between. */
const MARKUP = /<(script|style)\b[\s\S]*?<\/\1>|<[^>]*>|[^<]+/g;
const SPOKEN_ATTRIBUTE = /(\s(?:aria-label|alt|content|placeholder|title)=")([^"]*)"/g;

/** A page that was drawn for everybody, and so holds nothing that a person typed, as Americans write it. */
export function respellPage(html: string, respell: Respell): string {
  const write = (text: string) => respell(text).replace(DAY, '$2 $1, $3').replaceAll('US$', '$');
  return html
    .replace(MARKUP, (part, raw: string | undefined) => {
      if (raw !== undefined) return part;
      if (!part.startsWith('<')) return write(part);
      return part.replace(
        SPOKEN_ATTRIBUTE,
        (_, opening: string, value: string) => `${opening}${write(value)}"`,
      );
    })
    .replace('<html lang="en-GB"', '<html lang="en-US"');
}
