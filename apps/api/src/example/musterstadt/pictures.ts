const tree = (x: number, y: number, size: number) => `
  <rect x="${x - size * 0.06}" y="${y - size * 0.55}" width="${size * 0.12}" height="${size * 0.55}" fill="#6b4a2f"/>
  <circle cx="${x}" cy="${y - size * 0.85}" r="${size * 0.36}" fill="#3f7d3a"/>
  <circle cx="${x - size * 0.24}" cy="${y - size * 0.66}" r="${size * 0.25}" fill="#4c9045"/>
  <circle cx="${x + size * 0.25}" cy="${y - size * 0.68}" r="${size * 0.27}" fill="#57a04f"/>`;

const stone = (x: number, y: number, width: number) => `
  <ellipse cx="${x}" cy="${y + 6}" rx="${width}" ry="${width * 0.36}" fill="#5e6a70"/>
  <ellipse cx="${x}" cy="${y}" rx="${width}" ry="${width * 0.36}" fill="#aab3b5"/>`;

const windows = [190, 270, 350, 430, 510, 590].flatMap((x) =>
  [150, 225].map((y) => `<rect x="${x}" y="${y}" width="44" height="46" fill="#bfe0ee"/>`),
);

/** Drawn for the example, by hand and in the open (CC0): what files as evidence look like, without showing anybody. */
const schoolyard = `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="720" viewBox="0 0 800 600">
  <rect width="800" height="600" fill="#cfe9f5"/>
  <circle cx="690" cy="86" r="42" fill="#ffd76a"/>
  <path d="M0 330 C160 280 300 320 470 300 S720 290 800 320 V600 H0Z" fill="#a9cf86"/>
  <rect x="160" y="120" width="510" height="190" fill="#e9d8b8"/>
  <path d="M140 122 L415 60 L690 122Z" fill="#b4553d"/>
  ${windows.join('')}
  <rect x="392" y="232" width="52" height="78" fill="#7b5b3c"/>
  <path d="M0 360 C200 330 560 330 800 366 V600 H0Z" fill="#8fbf6b"/>
  <path d="M560 336 C500 380 640 410 520 450 S330 500 380 600 H560 C540 540 700 500 690 452 S600 390 640 340Z" fill="#5aa7cf"/>
  <path d="M585 350 C540 384 664 416 560 456 S410 512 440 600 H470 C450 530 610 500 612 456 S580 388 610 350Z" fill="#8cc8e4"/>
  ${stone(560, 432, 34)}${stone(604, 452, 30)}${stone(470, 520, 44)}${stone(534, 540, 38)}
  ${tree(90, 430, 190)}${tree(235, 400, 120)}${tree(735, 430, 150)}${tree(300, 520, 90)}
  <path d="M40 560 q8 -40 14 0 q8 -46 16 0 q8 -36 14 0Z M690 560 q8 -40 14 0 q8 -46 16 0 q8 -36 14 0Z" fill="#3f7d3a"/>
</svg>`;

/** Pictures that evidence of the example names, by alias. */
export const pictures: Readonly<Record<string, string>> = { '@file:schoolyard': schoolyard };
