/** The dictionaries of opencc-js come without types: pairs of a word and its other form, `國 国|語 语`. */
declare module 'opencc-js/dict/*' {
  const dictionary: string;
  // biome-ignore lint/style/noDefaultExport: the library has it so.
  export default dictionary;
}
