import { buildIfChanged } from '../../scripts/build.mjs';

export default function buildFirst() {
  buildIfChanged();
}
