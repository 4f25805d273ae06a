export const room = 'event-store';
