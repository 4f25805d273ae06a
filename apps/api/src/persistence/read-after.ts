/** Answers of writes carry it; reads send it back as `Klimaspur-After`. */
export const POSITION_HEADER = 'klimaspur-position';
export const AFTER_HEADER = 'klimaspur-after';
export const AFTER_COOKIE = 'klimaspur-after';
/** On an answer that could not wait any longer: the position that it does not show yet. */
export const BEHIND_HEADER = 'klimaspur-behind';
