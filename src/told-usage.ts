/**
 * For the first line of a command: prints what it does where `--help` was asked for, and says so. It must do nothing then, whatever else
 * stands in its settings.
 */
export function toldUsage(usage: string): boolean {
  const isAsked = process.argv.slice(2).some((word) => word === '--help' || word === '-h');
  if (isAsked) console.log(usage);
  return isAsked;
}
