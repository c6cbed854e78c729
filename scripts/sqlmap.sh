#!/bin/sh
# Outside the test command: sqlmap (Debian package) against the filters and bodies of a running demo, signed in as an office.
#   npm run demo                      in one terminal
#   scripts/sqlmap.sh http://127.0.0.1:3000 finance.reviewer PASSWORD
# The demo's own database is asked thousands of times; never point this at a city.
set -eu
server=$1 login=$2 password=$3
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

cookie=$(curl -sf -D - -o /dev/null -H 'content-type: application/json' \
  -d "{\"login\":\"$login\",\"password\":\"$password\"}" "$server/api/v1/session" |
  sed -n 's/^[Ss]et-[Cc]ookie: \([^;]*\).*/\1/p')

[ -n "$cookie" ] || { echo "$login cannot sign in at $server."; exit 1; }

found=0
try() {
  echo "== $*"
  # 4xx is what an injected value gets; sqlmap must look at how those answers differ, too.
  sqlmap --batch --disable-coloring --flush-session --output-dir="$folder" --dbms=PostgreSQL --level="${SQLMAP_LEVEL:-2}" \
    --risk=2 --threads=4 --ignore-code='*' --cookie="$cookie" "$@" > "$folder/out" 2>&1 || true
  if grep -qE 'identified the following injection point|appears to be .* injectable' "$folder/out"; then
    found=1
    cat "$folder/out"
  fi
  grep -oE "parameter '[^']+' does not seem to be injectable|[0-9]+ \([A-Z][A-Za-z ]+\) - [0-9]+ times" "$folder/out" | sort -u
}

try -u "$server/api/v1/filings?creditCode=91350582MA&county=jinjiang&bank=jinli&state=reviewing&limit=5"
try -u "$server/api/v1/firms?name=%E6%99%8B%E6%B1%9F&creditCode=9135&county=jinjiang"
try -u "$server/api/v1/search?q=%E6%99%8B%E6%B1%9F"
try -u "$server/api/v1/worklist?tab=todo&county=jinjiang&bank=jinli"
try -u "$server/api/v1/supports?owner=danbao&state=working"
try -u "$server/api/v1/inquiries?bank=jinli&state=noticed"
try -u "$server/api/v1/filings/01890000-0000-7000-8000-000000000000*"
try -u "$server/api/v1/session" --method=POST --headers='Content-Type: application/json' \
  --data='{"login":"jinli.maker","password":"x"}'
try -u "$server/api/v1/filings/assess" --method=POST --headers='Content-Type: application/json' \
  --data='{"firm":{"creditCode":"91350582MA","name":"a","county":"jinjiang"},"kind":"squeeze","amount":"1.00"}'

if [ "$found" = 0 ]; then echo 'sqlmap found nothing.'; else exit 1; fi
