import { readFileSync } from 'node:fs';
import parse from 'html-react-parser';
import { createElement, isValidElement, type ReactNode } from 'react';

export const dynamic = 'force-dynamic';

type Constant = string | { type: string; props: object; children: Constant[] };

let constants: Constant[] | null = null;

/** The markup of a page of Rung from constants, whose elements are made anew at each request as those of any page are. */
export default function MarkupPage() {
  const file = /* turbopackIgnore: true */ process.env.BARE_MARKUP ?? '';
  constants ??= toConstants(parse(readFileSync(/* turbopackIgnore: true */ file, 'utf8')));
  return createElement('div', null, ...constants.map(draw));
}

function toConstants(node: ReactNode): Constant[] {
  if (Array.isArray(node)) return node.flatMap(toConstants);
  if (!isValidElement<{ children?: ReactNode }>(node)) return typeof node === 'string' ? [node] : [];
  const { children, ...props } = node.props;
  return [{ type: String(node.type), props, children: toConstants(children) }];
}

function draw(constant: Constant): ReactNode {
  if (typeof constant === 'string') return constant;
  return createElement(constant.type, constant.props, ...constant.children.map(draw));
}
