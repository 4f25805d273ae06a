export const room = 'exports';
