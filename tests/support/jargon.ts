import ts from 'typescript';

/**
 * Words of the planner that say nothing to who reads a page. Machines of a cluster are nodes too, so that word counts only
 * where it is counted or searched; and an estimate may have a high bound.
 */
const JARGON =
  /\b(?:(?<!high )bounds?|optimal(?:ly|ity)?|optimum|(?:in)?feasible|relaxations?|incumbents?|lexicographic|(?:search|\d+) nodes?|nodes? (?:budget|searched|explored|visited))\b/giu;

/** The planner's words in a text that somebody reads, each with what stands around it. */
export function findJargon(text: string): string[] {
  return [...text.matchAll(JARGON)].map(
    (match) =>
      `${match[0]}: ${text.slice(Math.max(0, match.index - 60), match.index + 60).replace(/\s+/g, ' ')}`,
  );
}

/** What a source file shows to people, as far as it can be told: text of elements, and strings of more than one word. */
export function listShownTexts(fileName: string, source: string): string[] {
  const file = ts.createSourceFile(fileName, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) return;
    if (ts.isJsxAttribute(node) && /^(?:className|id|key|name|d|viewBox)$/.test(node.name.getText())) return;
    if (ts.isJsxText(node)) texts.push(node.text);
    else if (ts.isStringLiteralLike(node) && /\S\s\S/.test(node.text)) texts.push(node.text);
    else if (ts.isTemplateExpression(node))
      texts.push([node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join(' … '));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return texts;
}
