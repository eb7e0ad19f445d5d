# Serves for development: Vite gives the page with hot reload and hands what is not a page to the Java server behind it,
# which is compiled and started again when its sources change.

dev_usage() {
    cat <<'END'
Usage: ./tingting dev [--port PORT] [OPTION]...

Serves at PORT (8080), with the Java server behind it at the next port. Further options go to the server. Ctrl-C ends both.
END
}

dev() {
    dev_port=8080
    case ${1-} in
        -h | --help)
            dev_usage
            return
            ;;
        --port)
            dev_port=${2:?"dev --port needs a number"}
            shift 2
            ;;
        --port=*)
            dev_port=${1#--port=}
            shift
            ;;
    esac
    find_jdk
    find_node
    choose_data_dir
    npm_packages
    mkdir -p "$root/target"
    dev_compile || fail "the sources do not compile: $root/target/Java.log says why."

    dev_server=
    dev_vite=
    trap dev_stop EXIT
    trap 'exit 129' HUP
    trap 'exit 130' INT
    trap 'exit 143' TERM
    dev_start_server "$@"
    dev_start_vite
    while kill -0 "$dev_vite" 2>/dev/null; do
        sleep 1
        dev_changed || continue
        if dev_compile; then
            dev_end "$dev_server"
            dev_start_server "$@"
        else
            sed -n 's/^\[ERROR\] \(.*\.java:.*\)/\1/p' "$root/target/Java.log" | sort -u >&2
        fi
    done
    fail "Vite has ended."
}

dev_changed() {
    [ -n "$(cd "$root" && find pom.xml src/main/java src/main/resources -newer target/dev.stamp | head -n 1)" ]
}

dev_compile() {
    touch "$root/target/dev.stamp"
    attempt Java maven compile org.apache.maven.plugins:maven-dependency-plugin:3.9.0:build-classpath \
        -Dmdep.outputFile="$root/target/dev.classpath" -Dweb.skip -Dspotless.check.skip
}

# The public address is Vite's: the server then knows the page's origin as its own.
dev_start_server() {
    TINGTING_PUBLIC_URL=http://localhost:$dev_port "$JAVA_HOME/bin/java" -XX:TieredStopAtLevel=1 \
        --enable-native-access=ALL-UNNAMED -cp "$root/target/classes:$(cat "$root/target/dev.classpath")" \
        tingting.Main serve --port "$((dev_port + 1))" "$@" &
    dev_server=$!
}

# Vite itself, not npm: npm would stay behind as its parent and pass no signal on.
dev_start_vite() {
    (
        cd "$root/web" || exit
        TINGTING_DEV_SERVER=http://127.0.0.1:$((dev_port + 1)) exec ../node_modules/.bin/vite --port "$dev_port"
    ) &
    dev_vite=$!
}

dev_end() {
    kill "$1" 2>/dev/null || :
    wait "$1" 2>/dev/null || :
}

dev_stop() {
    for child in $dev_vite $dev_server; do dev_end "$child"; done
}
