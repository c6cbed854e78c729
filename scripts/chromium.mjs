// A real Chromium that npm brings: nothing is downloaded and nothing need be installed but Node's own libraries. It is unpacked
// once, with the libraries that it needs and with a font that has the Chinese characters.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { trueTypeOf } from './web-font.mjs';

const ROOT = join(import.meta.dirname, '..');
const { resolve } = createRequire(import.meta.url);
const PACKAGE = dirname(dirname(dirname(resolve('@sparticuz/chromium'))));
const FONTS = dirname(resolve('@fontsource/noto-sans-sc/package.json'));

/** Starts it. Its libraries and fonts are its own ones, so that pages look alike on every machine. */
export async function launchChromium() {
  const home = unpackedChromium();
  return chromium.launch({
    executablePath: join(home, 'chromium'),
    // Tests open nothing but the console on this machine; the sandbox needs rights that a build server seldom gives.
    args: ['--no-sandbox', '--no-zygote', '--disable-gpu', '--font-render-hinting=none'],
    env: {
      HOME: home,
      FONTCONFIG_PATH: home,
      LD_LIBRARY_PATH: join(home, 'al2023', 'lib'),
    },
  });
}

/** Where it lies, unpacked when it is not yet. Two that unpack at once do not disturb each other. */
export function unpackedChromium() {
  const { version } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8'));
  const home = join(ROOT, '.test', `chromium-${version}`);
  if (existsSync(home)) return home;
  const draft = `${home}-${process.pid}`;
  mkdirSync(draft, { recursive: true });
  try {
    unpack(draft);
    bringFonts(draft, home);
    if (!existsSync(home)) renameSync(draft, home);
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
  return home;
}

/** By the package itself, in a process of its own: it unpacks to where temporary files go, and its libraries only where it is asked to. */
function unpack(folder) {
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `import packed from ${JSON.stringify(pathToFileURL(join(PACKAGE, 'build', 'esm', 'index.js')).href)};
       await packed.executablePath();`,
    ],
    {
      env: { PATH: process.env.PATH, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(`Chromium could not be unpacked:\n${stderr}`);
}

function bringFonts(folder, home) {
  const fonts = join(folder, 'fonts', 'fonts');
  for (const weight of ['400', '700']) {
    const woff = join(FONTS, 'files', `noto-sans-sc-chinese-simplified-${weight}-normal.woff`);
    writeFileSync(join(fonts, `noto-sans-sc-${weight}.ttf`), trueTypeOf(readFileSync(woff)));
  }
  writeFileSync(
    join(folder, 'fonts.conf'),
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(home, 'fonts', 'fonts')}</dir>
  <cachedir>${join(home, 'fonts-cache')}</cachedir>
</fontconfig>
`,
  );
}
