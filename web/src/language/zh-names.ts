type Names = Readonly<Record<string, string>>;

/** What the server names by a code and in Chinese: another language has its own names for the codes. */
export const zhNames = {
  named: {
    marks: {} as Names,
    rules: {} as Names,
    clocks: {} as Names,
    posts: {} as Names,
    forms: {} as Names,
    joined: {} as Names,
    supports: {} as Names,
    supportFields: {} as Names,
    inquiries: {} as Names,
    items: {} as Names,
    subjects: {} as Names,
  },
};
