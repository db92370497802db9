// Something that draws: fillers and the Braille blank count as letters and symbols but do not.
const ink = /(?![\u115f\u1160\u3164\uffa0\u2800])[\p{L}\p{N}\p{P}\p{S}\p{Co}]/u;

/** Whether a reader would see anything of `text`. */
export const hasInk = (text: string): boolean => ink.test(text);
