export const room = 'settings';
