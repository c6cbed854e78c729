/** `1230000.00` → 1,230,000.00元 */
export function yuanInWords(yuan: string): string {
  return `${yuan.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')}元`;
}
