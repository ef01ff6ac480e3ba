import ts from 'typescript';

/**
 * Text that React cannot find again on a page that the browser has translated: the translator puts an element in the place
 * of each text node, and React then removes, changes or inserts before a node that stands there no more. Safe are the
 * only child of an element, which React writes as the content of that element, and text between what never changes.
 */
export function findBareText(fileName: string, source: string): string[] {
  const file = ts.createSourceFile(fileName, source, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const report = (node: ts.Node, why: string) => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${fileName}:${line + 1} ${why}: ${node.getText().trim().replace(/\s+/g, ' ').slice(0, 80)}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxElement(node) || ts.isJsxFragment(node)) {
      const children = node.children.flatMap((child) => classify(child) ?? []);
      const isFragment = ts.isJsxFragment(node);
      for (const [place, { child, kind }] of children.entries()) {
        if (kind === 'changing' && (isFragment || children.length > 1))
          report(child, 'text that changes beside others');
        if (kind === 'text' && isFragment) report(child, 'text with no element of its own');
        const next = children[place + 1];
        if (kind === 'maybe' && next?.kind === 'text') report(next.child, 'text behind what comes and goes');
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

type Kind = 'element' | 'text' | 'changing' | 'maybe';

function classify(child: ts.JsxChild): { child: ts.Node; kind: Kind } | null {
  if (ts.isJsxText(child)) return child.containsOnlyTriviaWhiteSpaces ? null : { child, kind: 'text' };
  if (!ts.isJsxExpression(child)) return { child, kind: 'element' };
  if (!child.expression) return null;
  return { child, kind: kindOf(child.expression) };
}

function kindOf(expression: ts.Expression): Kind {
  if (ts.isParenthesizedExpression(expression)) return kindOf(expression.expression);
  if (ts.isStringLiteralLike(expression) || ts.isNumericLiteral(expression)) return 'text';
  if (isElement(expression)) return 'element';
  if (expression.kind === ts.SyntaxKind.NullKeyword) return 'maybe';
  if (ts.isConditionalExpression(expression))
    return merge(kindOf(expression.whenTrue), kindOf(expression.whenFalse));
  if (ts.isBinaryExpression(expression))
    return kindOf(expression.right) === 'text' ? 'changing' : merge('maybe', kindOf(expression.right));
  if (isList(expression)) return 'maybe';
  // By these names pages hand elements on.
  if (
    ts.isIdentifier(expression) &&
    /^(children|answer|facts|lead|notes|explanation|legend|form|hint)$/.test(expression.text)
  )
    return 'maybe';
  return 'changing';
}

function merge(one: Kind, other: Kind): Kind {
  if ([one, other].some((kind) => kind === 'changing' || kind === 'text')) return 'changing';
  return one === 'element' && other === 'element' ? 'element' : 'maybe';
}

function isElement(node: ts.Node): boolean {
  return ts.isJsxElement(node) || ts.isJsxSelfClosingElement(node) || ts.isJsxFragment(node);
}

/** `things.map((thing) => <li>…</li>)` and the like. */
function isList(expression: ts.Expression): boolean {
  if (!ts.isCallExpression(expression) || !ts.isPropertyAccessExpression(expression.expression)) return false;
  return /^(map|flatMap|from)$/.test(expression.expression.name.text);
}
