#!/usr/bin/env bash
# Succeeds if the service in this container answers a GET of the path with 200. The JRE's image has neither curl nor wget.
set -euo pipefail
path="${1:?usage: healthcheck PATH}"
exec 3<>"/dev/tcp/127.0.0.1/${SERVER_PORT:?SERVER_PORT must be set}"
printf 'GET %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' "$path" >&3
read -r -t 4 _ status _ <&3
[ "$status" = 200 ]
