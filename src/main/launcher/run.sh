# Starts the built jar.

# Without a choice of one's own the data is in the checkout, from whichever folder the launcher is called.
choose_data_dir() {
    if [ -z "${TINGTING_DATA_DIR-}" ]; then
        if [ -w "$root" ]; then
            TINGTING_DATA_DIR=$root/data
        else
            TINGTING_DATA_DIR=${XDG_DATA_HOME:-$HOME/.local/share}/tingting
        fi
        export TINGTING_DATA_DIR
    fi
}

# The same for the training run and for every later one: the start-up cache serves no other options. All but the first two
# give memory back when a busy time is over, beginning with what the compilers took for the start.
jvm_options="-XX:+UseG1GC -XX:+UseCompactObjectHeaders
    -XX:G1PeriodicGCInterval=60000 -XX:MinHeapFreeRatio=20 -XX:MaxHeapFreeRatio=40"
if [ "$(uname)" = Linux ]; then jvm_options="$jvm_options -XX:TrimNativeHeapInterval=10000"; fi

run_jar() {
    find_jdk
    choose_data_dir
    set -- -jar "$root/target/tingting.jar" "$@"
    # The JVM does not check that the cache was made from this jar; made from an older one, it would run the older code.
    if [ -n "$(find "$root/target/tingting.aot" -newer "$root/target/tingting.jar" 2>/dev/null)" ]; then
        set -- -XX:AOTCache="$root/target/tingting.aot" -Xlog:aot=off "$@"
    fi
    # The options are words of their own by intention.
    # shellcheck disable=SC2086
    exec "$JAVA_HOME/bin/java" $jvm_options ${TINGTING_JAVA_OPTS-} "$@"
}

# The ahead-of-time cache of the JDK: classes loaded and linked and methods profiled in a short training run of the
# server. It fits this JDK only, another one passes it over. Without it the server starts all the same, a little later,
# so a failure here fails nothing.
make_start_up_cache() {
    # shellcheck disable=SC2086
    if ! attempt "start-up cache" node "$parts/train.mjs" "$root/target" "$JAVA_HOME/bin/java" $jvm_options; then
        rm -f "$root/target/tingting.aot"
        say "  (the server will start a little later; $attempt_log says why)"
    fi
}
