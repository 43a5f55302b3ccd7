#!/usr/bin/env bash
#
# One night: trains conf/nightly.conf (or another experiment), tells somebody if its result may not be used, and ends with the
# run's exit code. What cron, systemd and Airflow here start.
#
#   submit/nightly/nightly.sh [EXPERIMENT] [RUN OPTION ...]
#
#   GLISSADE_RUNS      folder of all runs (default: runs)
#   GLISSADE_NOTIFY    a shell command for nights that did not succeed (default: a line on standard error); it sees GLISSADE_STATE,
#                      GLISSADE_REASONS, GLISSADE_ERROR, GLISSADE_RUN and more: see `submit/glissade run --help`
#
# 0 the winner may be used   2 config or data are wrong    3 the gate is closed    4 no trial finished
# 5 it is running already    6 out of time: goes on        130, 143 interrupted: goes on        1 anything else: goes on
set -euo pipefail
cd -P "$(dirname "${BASH_SOURCE[0]}")/../.."

experiment=conf/nightly.conf
if (($#)) && [[ $1 != -* ]]; then
  experiment=$1
  shift
fi
export GLISSADE_NOTIFY=${GLISSADE_NOTIFY:-'echo "nightly: $GLISSADE_STATE: ${GLISSADE_REASONS:-$GLISSADE_ERROR}"'}
exec submit/glissade run "$experiment" --out "${GLISSADE_RUNS:-runs}" \
  --on-end '[ "$GLISSADE_STATE" = succeeded ] || eval "$GLISSADE_NOTIFY"' "$@"
