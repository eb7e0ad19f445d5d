# Makes target/tingting.jar, and only when something it is made of has changed.

# The checksum of everything that the jar is made of. By content: a change of branch and back builds nothing twice.
build_stamp() (
    cd "$root" || exit
    find pom.xml .mvn package.json package-lock.json .npmrc tsconfig.base.json src/main sdk web \
        \( -name node_modules -o -name dist -o -name '*.test.*' \) -prune \
        -o -type f -exec cksum {} + | LC_ALL=C sort | cksum
)

is_built() {
    [ -f "$root/target/tingting.jar" ] && [ "$(cat "$root/target/tingting.stamp" 2>/dev/null)" = "$(build_stamp)" ]
}

build_if_changed() {
    if is_built; then return; fi
    find_jdk
    find_node
    mkdir -p "$root/target"
    lock "$root/target/build.lock"
    # Another launcher may have built it while this one waited.
    is_built || build
    unlock
}

build() {
    if [ -f "$root/target/tingting.jar" ]; then
        say "Building Ting Ting: its sources have changed"
    else
        say "Building Ting Ting: the first time takes a minute or two"
    fi
    # Taken before: what is edited during the build belongs to the next one.
    build_sources=$(build_stamp)
    rm -f "$root/target/tingting.stamp" "$root/target/tingting.aot"
    npm_packages
    step "server and web app" maven package -Dmaven.test.skip -Dspotless.check.skip
    printf '%s\n' "$build_sources" >"$root/target/tingting.stamp"
    make_start_up_cache
}

# The pinned Maven of the wrapper, never the one in PATH: everybody builds with the same one. In a network without
# Maven Central, MVNW_REPOURL names a mirror of it. The npm packages are there already.
maven() {
    "$root/mvnw" --file "$root/pom.xml" --batch-mode --no-transfer-progress -Dnpm.ci.skip "$@"
}

