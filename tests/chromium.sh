#!/bin/sh
# Debian's Chromium for the browser tests, where it can be installed; those tests skip without it.
command -v chromium >/dev/null 2>&1 && exit 0
command -v apt-get >/dev/null 2>&1 || { echo "no apt-get: browser tests will skip" >&2; exit 0; }
root=""
[ "$(id -u)" = 0 ] || root="sudo -n"
DEBIAN_FRONTEND=noninteractive
export DEBIAN_FRONTEND
{ $root apt-get update -qq && $root apt-get install -y -qq --no-install-recommends chromium \
    libpango-1.0-0 libpangoft2-1.0-0 fonts-dejavu-core; } >/dev/null 2>&1 \
  || echo "Chromium could not be installed: browser tests will skip" >&2
exit 0
