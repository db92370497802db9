/** Whether a headline is vowelled: it then needs room above and below, or its marks would be cut. */
export const hasMarks = (title: string) => /[\u064b-\u0650\u0652\u0670]/.test(title);
