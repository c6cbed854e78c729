import { escaped } from './escaped.js';
import { type Box, type DrawnArrow, type Layout, linesOf } from './layout.js';
import type { PictureWords } from './picture-words.js';
import type { GraphState, ProcessGraph } from './process-graph.js';

/** Where a state stands in one case: here now, passed through, or neither. */
export type Place = 'current' | 'walked' | 'ahead';

/** One case on the picture of its process. */
export interface CaseOnDiagram {
  placeOf(state: string): Place;
  isWalked(arrow: { from: string; to: string }): boolean;
  /** What is said inside the box of a state beside its label, such as how far each bureau is. */
  partsIn(state: string): readonly string[];
}

const FONT = `'Noto Sans SC','PingFang SC','Microsoft YaHei',sans-serif`;
const INK = '#1f1f1f';
const QUIET = '#595959';
const HERE = '#0b57a4';
const WALKED = '#1d6b3f';
const LEGEND_HEIGHT = 44;
const LINE_HEIGHT = 18;
const MARGIN = 12;

/**
 * The picture as SVG. Attributes alone, no style and no script, so that any content security policy lets it through; every
 * meaning has a word or a shape beside its colour.
 */
export function svgOf(
  graph: ProcessGraph,
  {
    layout,
    words,
    title,
    onCase,
  }: { layout: Layout; words: PictureWords; title: string; onCase: CaseOnDiagram | null },
): string {
  const width = layout.width + 2 * MARGIN;
  const height = layout.height + 2 * MARGIN + LEGEND_HEIGHT;
  const boxes = new Map(layout.states.map((box) => [box.id, box]));
  const states = graph.states.flatMap((state) => {
    const box = boxes.get(state.name);
    return box === undefined ? [] : [stateIn(box, state, { words, onCase })];
  });
  // What was walked is drawn last, over what was not.
  const arrows = layout.arrows.map((arrow) => ({ arrow, walked: onCase?.isWalked(arrow) === true }));
  const inOrder = [...arrows.filter(({ walked }) => !walked), ...arrows.filter(({ walked }) => walked)];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title" font-family="${FONT}" font-size="13">`,
    `<title id="title">${escaped(title)}</title>`,
    `<defs>${head('head', QUIET)}${head('head-walked', WALKED)}</defs>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    legend(words, onCase !== null),
    `<g transform="translate(${MARGIN} ${MARGIN + LEGEND_HEIGHT})">`,
    ...layout.frames.map(frameIn),
    ...inOrder.map(({ arrow, walked }) => arrowIn(arrow, walked)),
    ...states,
    '</g></svg>',
  ].join('\n');
}

/** Where the middle of a box lies in the picture. */
export function centreOf({ x, y, width, height }: Box): { x: number; y: number } {
  return { x: Math.round(MARGIN + x + width / 2), y: Math.round(MARGIN + LEGEND_HEIGHT + y + height / 2) };
}

function stateIn(
  box: Box,
  state: GraphState,
  { words, onCase }: { words: PictureWords; onCase: CaseOnDiagram | null },
): string {
  const place = onCase?.placeOf(state.name) ?? 'ahead';
  const look = { ...LOOKS[place], sign: place === 'current' ? words.here : LOOKS[place].sign };
  const lines = [...linesOf(state.label), ...(onCase?.partsIn(state.name) ?? [])];
  const { x, y, width, height } = box;
  // The sign of its place stands above the label.
  const top = y + (height - lines.length * LINE_HEIGHT) / 2 + (look.sign === '' ? 13 : 19);
  const inner = state.final
    ? `<rect x="${x + 4}" y="${y + 4}" width="${width - 8}" height="${height - 8}" rx="4" fill="none" stroke="${look.stroke}"/>`
    : '';
  const sign =
    look.sign === ''
      ? ''
      : `<text x="${x + 8}" y="${y + 15}" font-size="11" fill="${look.ink}">${look.sign}</text>`;
  const text = lines
    .map(
      (line, index) =>
        `<tspan x="${x + width / 2}" y="${top + index * LINE_HEIGHT}">${escaped(line)}</tspan>`,
    )
    .join('');
  return `<g data-state="${state.name}" data-place="${place}"><rect x="${x}" y="${y}" width="${width}" height="${height}" rx="6" fill="${look.fill}" stroke="${look.stroke}" stroke-width="${look.width}"/>${inner}${sign}<text text-anchor="middle" fill="${look.ink}" font-weight="${look.weight}">${text}</text></g>`;
}

const LOOKS = {
  current: { fill: HERE, stroke: HERE, width: 3, ink: '#ffffff', weight: 600, sign: '●' },
  walked: { fill: '#e9f5ee', stroke: WALKED, width: 2, ink: INK, weight: 400, sign: '✓' },
  ahead: { fill: '#ffffff', stroke: '#8c8c8c', width: 1, ink: INK, weight: 400, sign: '' },
} as const;

function frameIn({ x, y, width, height }: Box): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="10" fill="#fafafa" stroke="#8c8c8c" stroke-dasharray="2 4"/>`;
}

function arrowIn({ points, mover, text, textAt }: DrawnArrow, walked: boolean): string {
  const path = points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x} ${y}`).join(' ');
  const dashes = mover === 'clock' ? '7 5' : mover === 'case' ? '2 4' : '';
  const colour = walked ? WALKED : QUIET;
  const line = `<path d="${path}" fill="none" stroke="${colour}" stroke-width="${walked ? 3 : 1.2}"${dashes === '' ? '' : ` stroke-dasharray="${dashes}"`} marker-end="url(#${walked ? 'head-walked' : 'head'})"/>`;
  if (textAt === null || text === '') return line;
  const middle = textAt.x + textAt.width / 2;
  // A white edge keeps the words readable where they cross a line.
  return `${line}<text x="${middle}" y="${textAt.y + 12}" text-anchor="middle" font-size="11" fill="${walked ? WALKED : QUIET}" stroke="#ffffff" stroke-width="3" paint-order="stroke">${escaped(text)}</text>`;
}

function head(id: string, colour: string): string {
  return `<marker id="${id}" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="9" markerHeight="9" markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L10 5L0 10z" fill="${colour}"/></marker>`;
}

function legend({ movers, final, here, passed }: PictureWords, isCase: boolean): string {
  const lines = [
    line(0, '', movers.act),
    line(110, '7 5', movers.clock),
    line(220, '2 4', movers.case),
    `<rect x="370" y="16" width="26" height="16" rx="3" fill="none" stroke="${INK}"/><rect x="372.5" y="18.5" width="21" height="11" rx="2" fill="none" stroke="${INK}"/><text x="404" y="28" fill="${INK}" font-size="12">${final}</text>`,
  ];
  const ofCase = isCase
    ? `<rect x="450" y="16" width="26" height="16" rx="3" fill="${HERE}"/><text x="484" y="28" fill="${INK}" font-size="12">${here}</text><rect x="570" y="16" width="26" height="16" rx="3" fill="#e9f5ee" stroke="${WALKED}" stroke-width="2"/><text x="604" y="28" fill="${INK}" font-size="12">${passed}</text>`
    : '';
  return `<g transform="translate(${MARGIN} 0)">${lines.join('')}${ofCase}</g>`;
}

function line(x: number, dashes: string, text: string): string {
  return `<path d="M${x} 24L${x + 30} 24" stroke="${INK}" stroke-width="1.5"${dashes === '' ? '' : ` stroke-dasharray="${dashes}"`}/><text x="${x + 38}" y="28" fill="${INK}" font-size="12">${text}</text>`;
}
