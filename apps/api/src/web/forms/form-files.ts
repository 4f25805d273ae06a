import { type Lang, messages } from '@klimaspur/messages';
import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { FileRights } from '../../files/file-rights.js';
import { type Bringer, KeptFiles } from '../../files/kept-files.js';
import type { FormError } from '../components/error-summary.js';
import type { Asked } from './asked.js';
import { errorsOf } from './errors-in.js';
import { fileIn, typedFile } from './file-in.js';
import type { FormReader } from './form-reader.js';
import { type Typed, typedText } from './typed.js';

/** The fields in which forms take files. */
const fields = ['evidenceFile', 'logo'] as const;

interface Taken {
  /** The form with what is known of its files; nothing of it is said by the browser alone. */
  readonly typed: Typed;
  readonly errors: readonly FormError[];
}

/** Keeps the files that come with a form; from then on their hash stands in it. */
@Injectable()
export class FormFiles {
  constructor(
    private readonly files: KeptFiles,
    private readonly rights: FileRights,
  ) {}

  async take(request: FastifyRequest, typed: Typed, by: Bringer, lang: Lang): Promise<Taken> {
    let taken: Taken = { typed, errors: [] };
    for (const field of fields) taken = await this.takeOne(request, taken, field, by, lang);
    return taken;
  }

  /** The same for a form that is read already: what is wrong stands among its errors. */
  async intoReader(
    request: FastifyRequest,
    reader: FormReader,
    { viewer, lang }: Asked,
    { id }: { readonly id: string },
  ): Promise<void> {
    const by = { person: viewer.person, municipality: id };
    const { typed, errors } = await this.take(request, reader.typed, by, lang);
    reader.typed = typed;
    reader.errors.push(...errors);
  }

  private async takeOne(
    request: FastifyRequest,
    taken: Taken,
    field: string,
    by: Bringer,
    lang: Lang,
  ): Promise<Taken> {
    const { typed, errors } = taken;
    const sent = request.sentFiles?.find((file) => file.field === field);
    try {
      if (sent) {
        this.rights.requireBringing(request, by.municipality, lang);
        const file = await this.files.receive(sent, by);
        return { ...taken, typed: { ...typed, ...typedFile(field, { ...file, name: sent.name }) } };
      }
      const before = fileIn(typed, field);
      if (!before) return taken;
      const dropped = typedText(typed, `${field}.drop`) === 'yes';
      const known = dropped ? undefined : await this.files.again(before.sha256, by);
      const file = known && { ...known, name: before.name };
      const gone = { name: field, text: messages(lang)('form.problem.fileGone') };
      return {
        typed: { ...typed, ...typedFile(field, file) },
        errors: dropped || known ? errors : [...errors, gone],
      };
    } catch (error) {
      return { typed, errors: [...errors, ...errorsOf(error, lang, field)] };
    }
  }
}
