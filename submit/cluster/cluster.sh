#!/usr/bin/env bash
#
# Trains on a cluster, with the driver on one of its machines; this one may go home.
#
#   submit/cluster/cluster.sh MASTER EXPERIMENT --out SHARED [RUN OPTION ...]
#   submit/cluster/cluster.sh spark://host:7077 conf/quickstart.conf --out hdfs://name:8020/runs
#
# The experiment is sent along with --files and found by its bare name; files that it includes need a --files entry, too.
# A standalone cluster sends nothing that lies on a disk of this machine: there GLISSADE_JAR and EXPERIMENT must be under
# the same path on all machines, or URIs such as hdfs:. So must what is under SHARED, or the results stay with the driver.
# spark-submit does not learn how such a run ends: SHARED/NAME/RUN-ID/status.json says it, with the exit code.
set -euo pipefail
here=$(cd -P "$(dirname "${BASH_SOURCE[0]}")" && pwd)
exec "${SPARK_HOME:+$SPARK_HOME/bin/}spark-submit" \
  --master "$1" --deploy-mode cluster \
  --properties-file "${GLISSADE_SPARK_SETTINGS:-$here/spark-defaults.conf}" \
  --files "$2" \
  --class glissade.app.Main "${GLISSADE_JAR:-$here/../../target/glissade.jar}" \
  run "${2##*/}" "${@:3}"
