#!/usr/bin/env bash
#
# Trains on a cluster, with the driver on this machine: progress on this screen, results wherever --out says.
#
#   submit/cluster/client.sh MASTER EXPERIMENT [RUN OPTION ...]
#   submit/cluster/client.sh spark://host:7077 conf/quickstart.conf --out runs
#
# EXPERIMENT is a local file or a URI such as hdfs:. Tables up to some 256 MB may lie on this machine's disk: they are sent
# to the executors. Larger ones, and MNIST's files likewise, must lie where executors can read them.
# submit/glissade --master MASTER does the same and brings its own Spark; this is for a site with a spark-submit.
set -euo pipefail
here=$(cd -P "$(dirname "${BASH_SOURCE[0]}")" && pwd)
exec "${SPARK_HOME:+$SPARK_HOME/bin/}spark-submit" \
  --master "$1" --deploy-mode client \
  --properties-file "${GLISSADE_SPARK_SETTINGS:-$here/spark-defaults.conf}" \
  --class glissade.app.Main "${GLISSADE_JAR:-$here/../../target/glissade.jar}" \
  run "${@:2}"
