#!/usr/bin/env bash
# Runs a program of this folder with the finished jar and Spark, in a scratch folder: .java CLASS [ARGUMENTS]
# BENCH_JAVA_OPTIONS is a list of more options for Java.
set -euo pipefail

root=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/../.." && pwd)
classes=$root/deploy/target/classes
"$root/deploy/sweep" help > /dev/null   # builds what is missing
if [ -n "$(find "$root/deploy/src/main/java/sweep4j/bench" -newer "$classes/.bench" -print -quit 2>&1)" ]; then
  mvn -B -q -f "$root/pom.xml" compile -Dspotless.check.skip >&2
  touch "$classes/.bench"
fi

mkdir -p "$root/deploy/target/bench"
cd "$root/deploy/target/bench"
export SPARK_LOCAL_IP=127.0.0.1
# shellcheck disable=SC2086 # a list of options
exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" "@$root/deploy/jvm.options" \
  "-Dlog4j2.configurationFile=file:$root/deploy/log4j2.properties" ${BENCH_JAVA_OPTIONS:-} \
  -cp "$classes:$root/driver/target/sweep4j-driver.jar:$root/deploy/target/spark/jars/*" "$@"
