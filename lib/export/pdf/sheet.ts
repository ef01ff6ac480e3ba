import PDFDocument from 'pdfkit';
import { canDraw, loadFont } from './fonts';
import { inReadingOrder, MISSING, splitLetters, splitRuns, toDrawable } from './glyphs';
import { CONTENT_WIDTH, PAGE, type Style, type Weight } from './style';

/** A line of wrapped text: `drawn` is what the fonts can show of `original`. */
export type Line = { drawn: string; original: string };
type Tag = PDFKit.PDFStructureElement;
type TagOptions = { alt?: string; bbox?: [number, number, number, number]; scope?: 'Column' | 'Row' };

/** A tagged document with a cursor. It measures and breaks text itself, so that no page break comes unasked. */
export class Sheet {
  readonly doc: PDFKit.PDFDocument;
  y = PAGE.top;
  /** Whether a letter had to be drawn as a box. */
  hasMissingLetters = false;
  private readonly finished: Promise<Buffer>;
  private readonly openTags: Tag[] = [];
  private readonly widths = new Map<string, number>();

  constructor(about: { title: string; author: string; subject: string; madeAt: Date }) {
    const options = {
      size: 'A4',
      margin: 0,
      pdfVersion: '1.7' as const,
      subset: 'PDF/UA',
      tagged: true,
      lang: 'en-GB',
      displayTitle: true,
      bufferPages: true,
      font: '',
      info: {
        Title: cleanMetadata(about.title),
        Author: cleanMetadata(about.author),
        Subject: cleanMetadata(about.subject),
        Creator: 'Rung',
        CreationDate: about.madeAt,
        ModDate: about.madeAt,
      },
    };
    // The published types do not know the subset PDF/UA.
    this.doc = new PDFDocument(options as PDFKit.PDFDocumentOptions);
    this.finished = collect(this.doc);
    // It also takes a font that is open already, which its published types do not say.
    for (const weight of ['regular', 'semibold'] as const)
      this.doc.registerFont(weight, loadFont(weight) as unknown as Buffer);
    const root = this.doc.struct('Document');
    this.doc.addStructure(root);
    this.openTags.push(root);
  }

  /** Opens a structure element for those drawn meanwhile, such as a list. */
  group(type: string, draw: () => void): void {
    const tag = this.addTag(type);
    this.openTags.push(tag);
    draw();
    this.openTags.pop();
    tag.end();
  }

  /** Draws the content of one structure element. */
  element(type: string, draw: (tag: Tag) => void, options: TagOptions = {}): void {
    const tag = this.addTag(type, options);
    tag.add(() => draw(tag));
    tag.end();
  }

  private addTag(type: string, options: TagOptions = {}): Tag {
    const parent = this.openTags.at(-1);
    if (!parent) throw new Error('The document is closed');
    const tag = this.doc.struct(type, options);
    parent.add(tag);
    return tag;
  }

  /** Draws what reading aloud leaves out: rules, bars, page numbers. */
  decorate(draw: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.doc.markContent('Artifact', { type });
    draw();
    this.doc.endMarkedContent();
  }

  /** Starts a new page unless `height` is left on this one. */
  reserve(height: number): void {
    if (this.y + height <= PAGE.bottom || this.y === PAGE.top) return;
    this.doc.addPage();
    this.y = PAGE.top;
  }

  /** The width of a text that the fonts can draw. Words do not kern across blanks, so each is measured once, as drawn. */
  measure(drawn: string, { weight, size }: Style): number {
    const words = drawn.split(' ').map((word) => this.measureWord(`${word} `, weight));
    return size * (words.reduce((sum, width) => sum + width, 0) - this.measureWord(' ', weight));
  }

  private measureWord(word: string, weight: Weight): number {
    const key = `${weight} ${word}`;
    const known = this.widths.get(key);
    if (known !== undefined) return known;
    const width = this.doc.font(weight, 1).widthOfString(word);
    this.widths.set(key, width);
    return width;
  }

  /** Breaks a text into lines of at most `width` points, inside a word only where the word alone is too long. */
  wrap(text: string, style: Style, width: number = CONTENT_WIDTH): Line[] {
    const hasGlyph = canDraw(style.weight);
    const lines: Line[] = [];
    let line: Line = { drawn: '', original: '' };
    let filled = 0;
    const take = (original: string, joint: string): void => {
      const drawn = toDrawable(original, hasGlyph);
      const added = this.measure(joint + drawn, style);
      if (line.original !== '' && filled + added > width) {
        lines.push(line);
        line = { drawn: '', original: '' };
      }
      const isFirst = line.original === '';
      filled = isFirst ? this.measure(drawn, style) : filled + added;
      line = isFirst
        ? { drawn, original }
        : { drawn: `${line.drawn}${joint}${drawn}`, original: `${line.original}${joint}${original}` };
    };
    for (const word of text.split(/\s+/).filter(Boolean)) {
      if (this.measure(toDrawable(word, hasGlyph), style) <= width) take(word, ' ');
      else for (const [index, letter] of splitLetters(word).entries()) take(letter, index === 0 ? ' ' : '');
    }
    return line.original === '' ? lines : [...lines, line];
  }

  /** The text as one line, shortened with an ellipsis where it is wider than `width`. */
  fit(text: string, style: Style, width: number): Line {
    const original = text.replace(/\s+/g, ' ').trim();
    const drawn = toDrawable(original, canDraw(style.weight));
    if (this.measure(drawn, style) <= width) return { drawn, original };
    const letters = splitLetters(drawn);
    const shorten = (count: number): string => `${letters.slice(0, count).join('').trimEnd()}…`;
    let [fitting, tooLong] = [0, letters.length];
    while (tooLong - fitting > 1) {
      const middle = Math.floor((fitting + tooLong) / 2);
      if (this.measure(shorten(middle), style) <= width) fitting = middle;
      else tooLong = middle;
    }
    const short = shorten(fitting);
    return { drawn: short, original: short.includes(MISSING) ? original : short };
  }

  /** Draws one line with its top at `y`. What the fonts cannot show is kept for copying and reading aloud. */
  drawLine(line: Line, style: Style, at: { x: number; y: number; alignedTo?: 'left' | 'right' }): void {
    if (line.drawn === '') return;
    const x = at.alignedTo === 'right' ? at.x - this.measure(line.drawn, style) : at.x;
    if (line.drawn.includes(MISSING)) this.drawRuns(line, style, { x, y: at.y });
    // The blank keeps the last word apart from the next line's first for whoever reads the tags.
    else this.drawText(`${line.drawn} `, style, { x, y: at.y });
  }

  private drawText(drawn: string, { weight, size, colour }: Style, { x, y }: { x: number; y: number }): void {
    this.doc.font(weight, size).fillColor(colour).text(drawn, x, y, { lineBreak: false });
  }

  /** Letters drawn as boxes carry themselves as replacement text, each in its place from right to left or left to right. */
  private drawRuns(line: Line, style: Style, { x, y }: { x: number; y: number }): void {
    this.hasMissingLetters = true;
    let left = x;
    const placed = splitRuns(line.original, canDraw(style.weight)).map((run) => {
      const place = { run, x: left };
      left += this.measure(run.drawn, style);
      return place;
    });
    for (const { run, x: at } of inReadingOrder(placed)) {
      if (run.isDrawable) this.drawText(run.drawn, style, { x: at, y });
      else this.replace(run.original, () => this.drawText(run.drawn, style, { x: at, y }));
    }
  }

  /** Draws what stands for a text. Readers place the text by the matrix at the mark's end, so it must be the drawing's. */
  private replace(text: string, draw: () => void): void {
    this.doc.markContent('Span', { actual: text });
    draw();
    this.doc.save().transform(1, 0, 0, -1, 0, PAGE.height);
    this.doc.endMarkedContent();
    this.doc.restore();
  }

  /** Draws lines as one structure element at the cursor and moves it below them. */
  drawLines(type: string, lines: readonly Line[], style: Style, x: number = PAGE.left): void {
    const perPage = Math.max(1, Math.floor((PAGE.bottom - PAGE.top) / style.leading));
    for (let from = 0; from < lines.length; from += perPage) {
      const part = lines.slice(from, from + perPage);
      this.reserve(part.length * style.leading);
      this.element(type, () => {
        part.forEach((line, index) => {
          this.drawLine(line, style, { x, y: this.y + index * style.leading });
        });
      });
      this.y += part.length * style.leading;
    }
  }

  /** Wraps and draws a text at the cursor. */
  paragraph(
    text: string,
    style: Style,
    { x = PAGE.left, type = 'P' }: { x?: number; type?: string } = {},
  ): void {
    this.drawLines(type, this.wrap(text, style, PAGE.right - x), style, x);
  }

  /** Draws a heading that stays with the next `follows` points, marks it in the outline and leaves room below. */
  /** A heading within a chapter, which is kept with what follows. */
  subheading(text: string, style: Style, follows: number): void {
    this.reserve(8 + style.leading + follows);
    this.y += 8;
    this.paragraph(text, style, { type: 'H3' });
    this.y += 3;
  }

  heading(text: string, style: Style, follows: number): void {
    const gap = 16;
    this.reserve(gap + style.leading + 8 + follows);
    if (this.y > PAGE.top) this.y += gap;
    this.doc.outline.addItem(text);
    this.paragraph(text, style, { type: 'H2' });
    this.decorate(() => {
      this.doc.moveTo(PAGE.left, this.y + 2).lineTo(PAGE.right, this.y + 2);
      this.doc.lineWidth(0.75).stroke(style.colour);
    });
    this.y += 8;
  }

  /** Draws lines that lead to an address, as one link. */
  drawLink(
    lines: readonly Line[],
    style: Style,
    { x, y, url, about }: { x: number; y: number; url: string; about: string },
  ): void {
    this.element('Link', (tag) => {
      // A bare string would be written as a PDF name; the published types ask for one.
      const options = { structParent: tag, Contents: new String(about) as unknown as string };
      lines.forEach((line, index) => {
        const top = y + index * style.leading;
        this.drawLine(line, style, { x, y: top });
        this.doc.link(x, top, this.measure(line.drawn, style), style.leading, url, options);
      });
    });
  }

  /** Writes the foot of every page and closes the document. */
  async finish(drawFoot: (page: number, pages: number) => void): Promise<Buffer> {
    const { start, count } = this.doc.bufferedPageRange();
    for (let page = start; page < start + count; page += 1) {
      this.doc.switchToPage(page);
      this.decorate(() => drawFoot(page + 1, count), 'Pagination');
    }
    while (this.openTags.length > 0) this.openTags.pop()?.end();
    this.doc.end();
    return this.finished;
  }
}

function collect(doc: PDFKit.PDFDocument): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    doc.on('data', (chunk: Buffer) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
}

// The library writes these into XML as they are.
function cleanMetadata(text: string): string {
  return text.replace(/[<>&\p{Cc}\p{Cs}]/gu, ' ').trim();
}
