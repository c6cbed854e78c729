export function clientOf(document: object): Record<string, string>;
