# Shared by scripts/start and scripts/test; sourced, never run.

say() { printf '%s\n' "$*" >&2; }

require_node() {
  if ! command -v node >/dev/null 2>&1 || ! command -v npm >/dev/null 2>&1; then
    say 'Node.js 20.19 以上と npm が必要です。 / Node.js >= 20.19 and npm are needed: https://nodejs.org/'
    exit 1
  fi
  if ! node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)'; then
    say "Node.js $(node -p process.versions.node) は古すぎます(20.19 以上が必要です)。 / Node.js is too old: 20.19 or newer is needed."
    exit 1
  fi
}

# Installs the locked packages, unless this very lock file is installed already.
install_packages() {
  stamp=node_modules/.installed-lock
  lock=$(cksum <package-lock.json)
  if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$lock" ]; then return; fi
  say 'パッケージを入れています… / Installing packages…'
  npm ci --no-audit --no-fund --no-update-notifier --loglevel=error >&2
  printf '%s' "$lock" >"$stamp"
}

# Builds dist/, unless no source is newer than the last build.
build_application() {
  stamp=dist/.built
  if [ -f "$stamp" ] && [ -z "$(find server geodata web vite.config.ts package-lock.json tsconfig.json tsconfig.build.json scripts/build -newer "$stamp" -type f -print -quit)" ]; then
    return
  fi
  say '組み立てています… / Building…'
  scripts/build >&2
}
