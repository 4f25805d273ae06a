// `node --import` this to let a process live by another clock: the file that KLIMASPUR_TEST_CLOCK names says by how many
// milliseconds it is off, and may change at any moment. In threads of the process as well.
import { readFileSync } from 'node:fs';

const file = process.env['KLIMASPUR_TEST_CLOCK'];
const RealDate = globalThis.Date;
const offset = () => {
  try {
    return Number(readFileSync(file, 'utf8')) || 0;
  } catch {
    return 0;
  }
};

globalThis.Date = class Date extends RealDate {
  constructor(...parts) {
    if (parts.length === 0) super(RealDate.now() + offset());
    else super(...parts);
  }

  static now() {
    return RealDate.now() + offset();
  }
};
