#!/usr/bin/env bash
#
# NOT RUN HERE: spark-yarn cannot be had where this project is tested. The same as cluster.sh, on YARN, which does send
# files from this machine's disk, and which needs Java 17 on every node: the two settings say where.
#
#   HADOOP_CONF_DIR=/etc/hadoop/conf submit/cluster/yarn.sh EXPERIMENT --out hdfs:///runs [RUN OPTION ...]
set -euo pipefail
here=$(cd -P "$(dirname "${BASH_SOURCE[0]}")" && pwd)
java17=${GLISSADE_YARN_JAVA:-/usr/lib/jvm/java-17-openjdk}
exec "${SPARK_HOME:+$SPARK_HOME/bin/}spark-submit" \
  --master yarn --deploy-mode cluster --num-executors 4 \
  --conf "spark.yarn.appMasterEnv.JAVA_HOME=$java17" --conf "spark.executorEnv.JAVA_HOME=$java17" \
  --properties-file "${GLISSADE_SPARK_SETTINGS:-$here/spark-defaults.conf}" \
  --files "$1" \
  --class glissade.app.Main "${GLISSADE_JAR:-$here/../../target/glissade.jar}" \
  run "${1##*/}" "${@:2}"
