import { randomUUID } from 'node:crypto';
import type { FileUpload } from '../kept-file.js';
import type { Vault } from '../vault.js';

const now = Date.parse('2026-03-02T10:00:00.000Z');
const photo = { sha256: 'a'.repeat(64), mediaType: 'image/jpeg', bytes: 1_200 };

const anUpload = (changes: Partial<FileUpload> = {}): FileUpload => ({
  sha256: photo.sha256,
  person: randomUUID(),
  municipality: randomUUID(),
  name: 'IMG_2031.jpg',
  uploadedAt: now,
  ...changes,
});

/** What is known of the files that were uploaded. */
export function keepsFiles(vault: () => Vault): void {
  describe('a file', () => {
    it('is kept once, with everybody who brought it', async () => {
      const [first, second] = [anUpload(), anUpload({ uploadedAt: now + 1, name: 'foto.jpg' })];
      await vault().files.keep(photo, first);
      await vault().files.keep({ ...photo, bytes: 7 }, second);
      expect(await vault().files.some([photo.sha256, 'b'.repeat(64)])).toEqual(
        new Map([[photo.sha256, photo]]),
      );
      expect(await vault().files.uploads(photo.sha256)).toEqual([first, second]);
    });

    it('brought again by the same person for the same town was brought just now', async () => {
      const upload = anUpload();
      await vault().files.keep(photo, upload);
      await vault().files.keep(photo, { ...upload, uploadedAt: now + 5 });
      expect(await vault().files.uploads(photo.sha256)).toEqual([
        { ...upload, uploadedAt: now + 5 },
      ]);
      expect(await vault().files.before(now + 5)).toEqual([]);
      expect(await vault().files.before(now + 6)).toEqual([photo.sha256]);
    });

    it('that was erased says when and why, and no longer who brought it', async () => {
      const by = randomUUID();
      await vault().files.keep(photo, anUpload());
      await vault().files.erase(photo.sha256, { at: now, reason: 'Zeigt Personen.', by });
      const erased = { at: now, reason: 'Zeigt Personen.', by };
      const read = async () => (await vault().files.some([photo.sha256])).get(photo.sha256);
      expect(await read()).toEqual({ ...photo, erased });
      expect(await vault().files.uploads(photo.sha256)).toEqual([]);
      expect(await vault().files.before(now + 9)).toEqual([]);
      await vault().files.keep(photo, anUpload());
      expect(await read()).toEqual({ ...photo, erased });
      await vault().forget(by, 9);
      expect(await read()).toEqual({ ...photo, erased: { at: now, reason: 'Zeigt Personen.' } });
    });

    it('stays when who brought it is forgotten', async () => {
      const upload = anUpload();
      await vault().files.keep(photo, upload);
      await vault().forget(upload.person, 9);
      expect(await vault().files.uploads(photo.sha256)).toEqual([]);
      expect((await vault().files.some([photo.sha256])).size).toBe(1);
    });

    it('is gone when it is dropped', async () => {
      await vault().files.keep(photo, anUpload());
      await vault().files.drop(photo.sha256);
      expect((await vault().files.some([photo.sha256])).size).toBe(0);
      expect(await vault().files.uploads(photo.sha256)).toEqual([]);
    });
  });
}
