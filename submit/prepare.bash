# Sourced by submit/glissade: builds the jar and the Spark home when they are missing or older than their sources, and
# archives classes for a faster start. Needs find_java, driver_memory and spark_of_ours to have been defined.

log=$project/target/build.log
download="about 375 MB"

is_stale() {
  [[ -f $jar && -f $home/RELEASE ]] || return 0
  [[ -n $(cd "$project" && find pom.xml .mvn src/main submit/spark-home -newer "$jar" -print 2>/dev/null | head -n 1) ]]
}

build() {
  [[ -x $JAVA_HOME/bin/javac ]] || refuse "$JAVA_HOME has no compiler (a JRE); building needs a JDK 17 or newer."
  command -v mvn >/dev/null || refuse "no Maven found; building needs mvn on the PATH."
  mkdir -p "$project/target" 2>/dev/null || refuse "cannot write to $project/target."
  local first="" begin=$SECONDS
  [[ -d ${HOME:-}/.m2/repository/org/apache/spark/spark-sql_2.13 ]] || first=" (first time: downloads $download)"
  printf 'Building Glissade%s ... ' "$first" >&2
  # Another version of Spark must not find the jars of the old one.
  [[ ! $project/pom.xml -nt $home/RELEASE ]] || rm -rf "$home"
  touch "$project/target/build.start"
  if ! (cd "$project" && mvn -B -ntp -Dquick package) >"$log" 2>&1 </dev/null; then
    echo "failed." >&2
    if grep -qE 'Could not transfer|Unknown host|Network is unreachable|in offline mode' "$log"; then
      refuse "the build could not download its libraries ($download in all); is there a network? The log is $log"
    fi
    sed -n '/^\[ERROR\]/ {/\[Help 1\]/q; p}' "$log" | head -n 20 >&2
    refuse "the build failed; the whole log is $log"
  fi
  # Whatever was edited while the build ran is newer than the jar.
  touch -r "$project/target/build.start" "$jar"
  echo "done ($((SECONDS - begin)) s)." >&2
}

# An archive of the classes that a small run loads saves seconds of each start. Without one all works the same, so nothing
# here may fail; an empty file means that this Java and this jar could not make one. It is of no use to another jar. In a path
# that a URL must escape, the JVM does not recognise what it archived.
lacks_archive() {
  [[ ! $foreign && -w $home && $home != *[^[:alnum:]/._+-]* ]] && [[ ! -e $archive || $jar -nt $archive ]]
}

archive_classes() {
  local begin=$SECONDS
  printf 'Preparing a faster start on Java %s (once) ... ' "$java_version" >&2
  spark_of_ours "-XX:ArchiveClassesAtExit=$archive.new"
  "${spark[@]}" --master 'local[1]' --class glissade.app.Main "$jar" \
    run "$project/submit/warm-up.conf" --out "$home/warm-up" >>"$log" 2>&1 </dev/null || rm -f "$archive.new"
  rm -rf "$home/warm-up"
  mv -f "$archive.new" "$archive" 2>/dev/null || : >"$archive"
  echo "done ($((SECONDS - begin)) s)." >&2
}

prepare() {
  is_stale || lacks_archive || return 0
  # One at a time, where the system can see to that.
  exec 9<"$project/pom.xml"
  ! command -v flock >/dev/null || flock 9
  ! is_stale || build
  ! lacks_archive || archive_classes
  exec 9<&-
}
