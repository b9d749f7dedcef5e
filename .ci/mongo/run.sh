#!/bin/sh
# Runs a command against a MongoDB-protocol server of its own: built here, on a free loopback port, in memory, and ended
# afterwards. The command finds it in MONGODB_URI; its exit code is this script's.
#   .ci/mongo/run.sh npx jest -c jest.mongo.config.cjs
set -eu
here=$(cd "$(dirname "$0")" && pwd)
built=$here/../../build/mongo-test-server

command -v mvn >/dev/null && command -v java >/dev/null ||
  apt-get install -y maven default-jdk-headless >&2

# From Maven's cache where it is enough, else from Maven Central.
mvn -q -B -o -f "$here/pom.xml" process-classes >/dev/null 2>&1 ||
  mvn -q -B -f "$here/pom.xml" process-classes >&2

work=$(mktemp -d)
mkfifo "$work/stdin"
java -cp "$built/classes:$built/lib/*" Server 0 <"$work/stdin" >"$work/stdout" 2>"$work/stderr" &
server=$!
# The server ends when this end of the pipe closes, however the script ends.
exec 3>"$work/stdin"
trap 'exec 3>&-; kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

tries=0
until port=$(sed -n 's/^ready //p' "$work/stdout") && [ -n "$port" ]; do
  tries=$((tries + 1))
  if [ "$tries" -gt 1200 ] || ! kill -0 "$server" 2>/dev/null; then
    echo "The MongoDB test server did not start:" >&2
    cat "$work/stderr" >&2
    exit 1
  fi
  sleep 0.1
done

code=0
MONGODB_URI="mongodb://127.0.0.1:$port" "$@" 3>&- || code=$?
exit "$code"
