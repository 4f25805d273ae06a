export const room = 'importers';
