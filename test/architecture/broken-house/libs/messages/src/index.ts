export const room = 'messages';
