import type { Status } from '@klimaspur/domain';

/** How the area of a status is drawn, so that it is told apart without colour. */
export type Pattern =
  | 'solid'
  | 'chevrons'
  | 'slash'
  | 'vertical'
  | 'dots'
  | 'dashes'
  | 'horizontal'
  | 'cross'
  | 'hollow';

export interface Paint {
  /** Area in charts. */
  readonly fill: string;
  /** Numbers on that area. */
  readonly text: string;
  /** Edge of areas too pale to stand out from white. */
  readonly outline?: string;
  readonly pattern: Pattern;
  /** Lines and dots of the pattern, clear enough to be seen where the colours are not. */
  readonly mark?: string;
  /** Ground of the badge. */
  readonly tint: string;
  /** Icon and edge of the badge, edge of the tile. */
  readonly strong: string;
}

export const ink = '#131525';
export const white = '#FFFFFF';

/**
 * One look per status, in the order in which they are shown. Red beside green is avoided; blues are what
 * moves, violets what waits for a body. Kept equal to tokens.css by palette.spec.ts.
 */
export const palette: Readonly<Record<Status, Paint>> = {
  completed: {
    fill: '#1F5A2C',
    text: white,
    pattern: 'solid',
    tint: '#E8F3EA',
    strong: '#1F5A2C',
  },
  'in-progress': {
    fill: '#0072D6',
    text: white,
    pattern: 'chevrons',
    mark: '#BFDCF5',
    tint: '#E6F1FD',
    strong: '#005FB3',
  },
  planned: {
    fill: '#8CC6F5',
    text: ink,
    outline: '#00518F',
    pattern: 'vertical',
    mark: '#00518F',
    tint: '#EAF5FE',
    strong: '#00518F',
  },
  adopted: {
    fill: '#5B4B9A',
    text: white,
    pattern: 'dots',
    mark: '#CFC3EA',
    tint: '#EFECF8',
    strong: '#5B4B9A',
  },
  'in-consultation': {
    fill: '#CFC3EA',
    text: ink,
    outline: '#5B4B9A',
    pattern: 'dashes',
    mark: '#5B4B9A',
    tint: '#F5F2FB',
    strong: '#6A4FA3',
  },
  delayed: {
    fill: '#D27A06',
    text: ink,
    pattern: 'slash',
    mark: white,
    tint: '#FDF0DF',
    strong: '#8F5200',
  },
  failed: {
    fill: '#570104',
    text: white,
    pattern: 'cross',
    mark: '#C99A9C',
    tint: '#F8E7E8',
    strong: '#570104',
  },
  rejected: {
    fill: '#9C5A66',
    text: white,
    pattern: 'horizontal',
    mark: '#F0DDE0',
    tint: '#F9EEF0',
    strong: '#86414E',
  },
  unknown: {
    fill: '#E3E5E8',
    text: ink,
    outline: '#5A5F66',
    pattern: 'hollow',
    tint: '#EFF0F2',
    strong: '#5A5F66',
  },
};

/** The nine words in the order in which they are shown. */
export const statuses = Object.keys(palette) as readonly Status[];

/** The paint of an area: a pattern of the sprite that every page carries. */
export const paintOf = (status: Status): string => `url(#paint-${status})`;
