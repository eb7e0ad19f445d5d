#!/bin/sh
# Tests of ./tingting: the launcher as it is, in a checkout, with JDKs and a Node that are not. Every test has a folder
# of its own with a blank in its name, and a PATH of plain tools only.
# shellcheck disable=SC2016 # the scripts that are written here expand their words when they run
set -u
launcher=$(cd "$(dirname "$0")/../../.." && pwd -P)
work=$(mktemp -d)
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT

# --- The checkout -----------------------------------------------------------------------------------------------------

set_up() {
    rm -rf "$place"
    mkdir -p "$place/check out/src/main" "$place/home" "$place/system" "$place/bin" "$place/tools"
    cp "$launcher/tingting" "$place/check out/tingting"
    cp -R "$launcher/src/main/launcher" "$place/check out/src/main/launcher"
    for file in pom.xml .mvn/jvm.config package.json package-lock.json .npmrc tsconfig.base.json src/main/Main.java \
        sdk/index.ts web/main.tsx web/main.test.tsx; do
        write "$place/check out/$file" "$file"
    done
    # What a build leaves behind: the jar, and a line in a ledger that tests count.
    script "$place/check out/mvnw" 'sleep "${BUILD_SECONDS-0}"; [ -z "${BUILD_FAILS-}" ] || { echo "an error in Main.java"; exit 1; }' \
        'echo built >>"$LEDGER"; mkdir -p "${0%/*}/target"; echo jar >"${0%/*}/target/tingting.jar"'
    for tool in sh basename cat chmod cksum cp cut date dirname env find head id ln ls mkdir mktemp mv printf ps \
        readlink rm sed sleep sort tail tar tee touch tr uname wc awk grep; do
        path=$(command -v "$tool")
        case $path in /*) ln -s "$path" "$place/tools/$tool" ;; esac
    done
    node "$place/bin" v20.19.0
}

# jdk FOLDER VERSION: a JDK whose java says from where it was called and with what.
jdk() {
    script "$1/bin/java" 'printf "java of %s:" "${0%/bin/java}"' 'printf " <%s>" "$@"' 'echo; echo "data in $TINGTING_DATA_DIR"'
    script "$1/bin/javac" ':'
    write "$1/release" "JAVA_VERSION=\"$2\""
}

# node FOLDER VERSION: a Node and an npm of that version.
node() {
    script "$1/node" 'case $1 in --version) echo '"$2"' ;; *) exit 1 ;; esac'
    script "$1/npm" 'case $1 in' 'ci) mkdir -p node_modules ;;' 'test) echo "tested in <$TINGTING_CHROMIUM>"; echo "  3 passed (1.0s)" ;;' 'esac'
}

script() {
    write "$1" '#!/bin/sh'
    chmod +x "$1"
    script_path=$1
    shift
    printf '%s\n' "$@" >>"$script_path"
}

write() {
    mkdir -p "$(dirname "$1")"
    printf '%s\n' "$2" >"$1"
}

# tingting ARGUMENT...: the launcher, with what it says on both streams in $said and its status in $status.
tingting() {
    status=0
    said=$(run_launcher "$@" 2>&1) || status=$?
}

run_launcher() {
    env -i HOME="$place/home" PATH="$place/bin:$place/tools" TINGTING_SYSTEM_ROOT="$place/system" LEDGER="$place/ledger" \
        ${JAVA_HOME_IS+JAVA_HOME="$JAVA_HOME_IS"} ${TINGTING_JAVA_HOME_IS+TINGTING_JAVA_HOME="$TINGTING_JAVA_HOME_IS"} \
        ${BUILD_SECONDS+BUILD_SECONDS="$BUILD_SECONDS"} ${BUILD_FAILS+BUILD_FAILS="$BUILD_FAILS"} ${CI_IS+CI="$CI_IS"} \
        "${CALLED_AS:-$place/check out/tingting}" "$@"
}

builds() {
    if [ -f "$place/ledger" ]; then grep -c built "$place/ledger"; else echo 0; fi
}

# --- What is expected -------------------------------------------------------------------------------------------------

says() {
    case $said in
        *"$1"*) ;;
        *) give_up "expected to read: $1" ;;
    esac
}

never_says() {
    case $said in *"$1"*) give_up "expected not to read: $1" ;; esac
}

has_built() {
    [ "$(builds)" -eq "$1" ] || give_up "expected $1 builds and saw $(builds)"
}

ends_with() {
    [ "$status" -eq "$1" ] || give_up "expected exit status $1 and saw $status"
}

give_up() {
    printf '    %s\n    the launcher said:\n' "$1"
    printf '%s\n' "$said" | sed 's/^/      /'
    exit 1
}

# --- The JDK ----------------------------------------------------------------------------------------------------------

runs_with() {
    tingting version
    ends_with 0
    says "java of $1:"
}

test_the_jdk_named_for_ting_ting_wins() {
    jdk "$place/mine" 25.0.1
    jdk "$place/other" 25.0.3
    TINGTING_JAVA_HOME_IS=$place/mine
    JAVA_HOME_IS=$place/other
    runs_with "$place/mine"
}

test_an_unfit_jdk_named_for_ting_ting_is_an_error() {
    jdk "$place/old" 21.0.2
    jdk "$place/system/usr/lib/jvm/jdk-25" 25
    TINGTING_JAVA_HOME_IS=$place/old
    tingting version
    ends_with 1
    says "TINGTING_JAVA_HOME is $place/old, which holds no JDK 25 or newer but a JDK 21."
}

test_java_home_comes_before_the_path() {
    jdk "$place/mine" 25.0.1
    jdk "$place/other" 25.0.3
    ln -s "$place/other/bin/java" "$place/bin/java"
    JAVA_HOME_IS=$place/mine
    runs_with "$place/mine"
}

test_an_older_java_home_is_passed_over() {
    jdk "$place/old" 21.0.2
    jdk "$place/new" 25.0.1
    ln -s "$place/new/bin/java" "$place/bin/java"
    JAVA_HOME_IS=$place/old
    runs_with "$place/new"
}

test_the_java_in_the_path_is_followed_through_links() {
    jdk "$place/new" 25.0.1
    mkdir "$place/alternatives"
    ln -s ../new/bin/java "$place/alternatives/java"
    ln -s "$place/alternatives/java" "$place/bin/java"
    runs_with "$place/new"
}

test_a_newer_jdk_will_do() {
    jdk "$place/system/usr/lib/jvm/jdk-26-ea" 26-ea
    runs_with "$place/system/usr/lib/jvm/jdk-26-ea"
}

test_older_jdks_beside_the_right_one_are_passed_over() {
    jdk "$place/system/usr/lib/jvm/java-1.8.0" 1.8.0_392
    jdk "$place/system/usr/lib/jvm/java-21" 21.0.2
    jdk "$place/system/usr/lib/jvm/temurin-25" 25.0.3
    runs_with "$place/system/usr/lib/jvm/temurin-25"
}

test_a_runtime_without_a_compiler_is_passed_over() {
    jdk "$place/system/usr/lib/jvm/jre-25" 25.0.3
    rm "$place/system/usr/lib/jvm/jre-25/bin/javac"
    jdk "$place/home/.jdks/openjdk-25" 25.0.3
    runs_with "$place/home/.jdks/openjdk-25"
}

test_a_jdk_that_tells_its_release_only_when_run_is_found() {
    folder=$place/system/opt/jdk
    jdk "$folder" 25
    rm "$folder/release"
    script "$folder/bin/java" 'case $1 in -version) echo "openjdk version \"25.0.3\" 2026-04-21" >&2 ;; *) echo ran ;; esac'
    tingting version
    says ran
}

test_jdks_of_version_managers_are_found() {
    for folder in .sdkman/candidates/java/25.0.3-tem .local/share/mise/installs/java/25 .asdf/installs/java/temurin-25 \
        .jdks/temurin-25 Library/Java/JavaVirtualMachines/temurin-25/Contents/Home; do
        jdk "$place/home/$folder" 25.0.3
        runs_with "$place/home/$folder"
        rm -r "${place:?}/home/$folder"
    done
}

test_macos_is_asked_for_its_java_home() {
    jdk "$place/somewhere" 25.0.3
    script "$place/system/usr/libexec/java_home" '[ "$*" = "-v 25+" ] && echo '"'$place/somewhere'"
    runs_with "$place/somewhere"
}

test_without_a_jdk_one_sentence_says_what_to_install() {
    tingting serve
    ends_with 1
    says "tingting: a JDK 25 or newer is needed and the search found none: install one from"
    [ "$(printf '%s\n' "$said" | wc -l)" -eq 1 ] || give_up "expected one line"
}

test_with_older_jdks_only_the_newest_of_them_is_named() {
    jdk "$place/system/usr/lib/jvm/java-17" 17.0.15
    jdk "$place/system/usr/lib/jvm/java-21" 21.0.2
    jdk "$place/system/usr/lib/jvm/java-8" 1.8.0_392
    tingting serve
    ends_with 1
    says "found only JDK 21:"
    has_built 0
}

# --- Node -------------------------------------------------------------------------------------------------------------

test_an_older_node_is_told_in_one_sentence() {
    jdk "$place/home/.jdks/25" 25
    node "$place/bin" v20.18.3
    tingting build
    ends_with 1
    says "Node 20.19 or newer with npm is needed to build and the search found only v20.18.3:"
    has_built 0
}

test_a_newer_node_of_a_version_manager_is_taken() {
    jdk "$place/home/.jdks/25" 25
    node "$place/bin" v18.20.0
    node "$place/home/.nvm/versions/node/v22.1.0/bin" v22.1.0
    tingting build
    ends_with 0
    has_built 1
}

test_a_built_jar_needs_no_node() {
    jdk "$place/home/.jdks/25" 25
    tingting build
    rm "$place/bin/node"
    runs_with "$place/home/.jdks/25"
}

# --- Building ---------------------------------------------------------------------------------------------------------

test_a_build_follows_a_change_and_nothing_else() {
    jdk "$place/home/.jdks/25" 25
    tingting version
    has_built 1
    tingting version
    has_built 1
    never_says "Building"
    touch "$place/check out/src/main/Main.java"
    tingting version
    has_built 1
    for file in src/main/Main.java sdk/index.ts web/main.tsx pom.xml package-lock.json; do
        before=$(builds)
        echo change >>"$place/check out/$file"
        tingting version
        has_built $((before + 1))
        says "Building Ting Ting: its sources have changed"
    done
    before=$(builds)
    rm "$place/check out/src/main/Main.java"
    tingting version
    has_built $((before + 1))
}

test_what_is_not_in_the_jar_builds_nothing() {
    jdk "$place/home/.jdks/25" 25
    tingting build
    echo change >>"$place/check out/web/main.test.tsx"
    write "$place/check out/web/dist/index.html" page
    write "$place/check out/README.md" words
    tingting build
    has_built 1
}

test_a_start_up_cache_is_used_only_with_the_jar_it_was_made_from() {
    jdk "$place/home/.jdks/25" 25
    tingting build
    touch -t 202601010000 "$place/check out/target/tingting.jar"
    touch -t 202601010001 "$place/check out/target/tingting.aot"
    tingting version
    says "<-XX:AOTCache=$place/check out/target/tingting.aot>"
    touch -t 202601010002 "$place/check out/target/tingting.jar"
    tingting version
    never_says AOTCache
}

test_a_failed_build_shows_its_log_and_is_tried_again() {
    jdk "$place/home/.jdks/25" 25
    BUILD_FAILS=yes
    tingting build
    ends_with 1
    says "an error in Main.java"
    says "tingting: this failed: server and web app. Its whole log is $place/check out/target/"
    unset BUILD_FAILS
    tingting build
    ends_with 0
    has_built 1
}

test_two_launchers_build_once() {
    jdk "$place/home/.jdks/25" 25
    BUILD_SECONDS=2
    run_launcher version >"$place/first" 2>&1 &
    tingting version
    ends_with 0
    wait $! || give_up "the other launcher failed: $(cat "$place/first")"
    has_built 1
    case $said$(cat "$place/first") in
        *"Waiting for another build"*) ;;
        *) give_up "expected one of the two to wait" ;;
    esac
}

test_the_lock_of_a_crashed_launcher_is_taken_over() {
    jdk "$place/home/.jdks/25" 25
    sh -c ':' &
    wait $!
    mkdir "$place/check out/target"
    ln -s $! "$place/check out/target/build.lock"
    tingting build
    ends_with 0
    has_built 1
}

test_a_failed_build_leaves_no_lock() {
    jdk "$place/home/.jdks/25" 25
    BUILD_FAILS=yes
    tingting build
    [ ! -h "$place/check out/target/build.lock" ] || give_up "expected no lock"
}

# --- Where it is called from ------------------------------------------------------------------------------------------

test_it_works_through_links_and_from_any_folder() {
    jdk "$place/home/.jdks/25" 25
    mkdir "$place/elsewhere"
    ln -s "../check out/tingting" "$place/elsewhere/first"
    ln -s "$place/elsewhere/first" "$place/elsewhere/second"
    CALLED_AS=./second
    cd "$place/elsewhere" || exit
    tingting version
    ends_with 0
    says "<-jar> <$place/check out/target/tingting.jar> <version>"
    says "data in $place/check out/data"
}

test_options_reach_the_server_as_they_are() {
    jdk "$place/home/.jdks/25" 25
    tingting serve --port 0 --data-dir 'a folder' '' '*'
    says "<serve> <--port> <0> <--data-dir> <a folder> <> <*>"
}

test_a_checkout_that_cannot_be_written_is_built_in_a_copy() {
    jdk "$place/home/.jdks/25" 25
    chmod -R a-w "$place/check out"
    if [ "$(id -u)" -eq 0 ]; then
        # Root writes everywhere, so the launcher runs as somebody else.
        command -v setpriv >/dev/null || { echo "    (not checked: root without setpriv)" && return; }
        chmod 755 "$work" "$place"
        chown -R 65534:65534 "$place/home"
        touch "$place/ledger" && chown 65534 "$place/ledger"
        ln -s "$(command -v setpriv)" "$place/tools/setpriv"
        CALLED_AS="$place/as nobody"
        script "$CALLED_AS" 'exec setpriv --reuid=65534 --regid=65534 --clear-groups "'"$place"'/check out/tingting" "$@"'
    fi
    tingting version
    ends_with 0
    says "$place/check out cannot be written: using its copy in $place/home/.cache/tingting/"
    says "<-jar> <$place/home/.cache/tingting/"
    says "data in $place/home/.local/share/tingting"
    has_built 1
    tingting version
    has_built 1
    chmod u+w "$place/check out/src/main/Main.java"
    echo change >>"$place/check out/src/main/Main.java"
    tingting version
    has_built 2
}

# --- The commands -----------------------------------------------------------------------------------------------------

test_help_needs_nothing() {
    rm "$place/bin/node"
    for word in help --help -h; do
        tingting "$word"
        ends_with 0
        says "Usage: ./tingting COMMAND"
    done
    tingting
    says "Usage: ./tingting COMMAND"
    tingting test --help
    says "Usage: ./tingting test [GROUP]"
    tingting dev --help
    says "Usage: ./tingting dev"
}

test_an_unknown_test_group_is_refused() {
    tingting test jawa
    ends_with 1
    says "there is no test group jawa: the groups are style launcher java web e2e."
}

test_the_browser_of_the_system_is_used() {
    jdk "$place/home/.jdks/25" 25
    script "$place/bin/chromium-browser" 'echo "Install me as a snap"; exit 1'
    script "$place/bin/google-chrome" 'echo Chrome'
    tingting test e2e
    ends_with 0
    says "tested in <$place/bin/google-chrome>"
    says "3 passed, 0 failed, 0 skipped"
}

test_root_is_given_a_browser_from_the_packages() {
    jdk "$place/home/.jdks/25" 25
    script "$place/bin/id" 'echo 0'
    script "$place/bin/apt-get" 'printf "%s\n" "#!/bin/sh" >"${0%/*}/chromium"; chmod +x "${0%/*}/chromium"'
    tingting test e2e
    ends_with 0
    says "tested in <$place/bin/chromium>"
}

test_nobody_else_is_and_playwright_may_bring_one() {
    jdk "$place/home/.jdks/25" 25
    script "$place/bin/id" 'echo 1000'
    script "$place/bin/apt-get" 'exit 100'
    script "$place/bin/npx" ':'
    tingting test e2e
    ends_with 0
    says "tested in <>"
}

test_without_a_browser_a_group_is_left_out_in_the_open() {
    jdk "$place/home/.jdks/25" 25
    script "$place/bin/id" 'echo 1000'
    tingting test e2e
    ends_with 0
    says "e2e        left out: no Chromium was found or could be installed"
    CI_IS=true
    tingting test e2e
    ends_with 1
    says "a group was left out, which CI may not: e2e"
}

test_the_closing_lines_of_every_runner_are_counted() {
    counts '[INFO] Tests run: 3, Failures: 0, Errors: 0, Skipped: 0, Time elapsed: 0.1 s -- in tingting.MainTest
[ERROR] Tests run: 40, Failures: 1, Errors: 2, Skipped: 4' 1
    finds '33 3 4'
    counts '      Tests  100 passed (100)
 Test Files  1 failed | 3 passed (4)
      Tests  1 failed | 50 passed | 2 skipped (53)' 1
    finds '150 1 2'
    counts '  1 failed
    [chromium] the story
  5 skipped
  2 did not run
  20 passed (1.2m)' 1
    finds '20 1 7'
    counts '7 passed, 0 failed' 0
    finds '7 0 0'
}

test_a_group_that_ended_early_counts_as_a_failure() {
    counts 'error: something does not compile' 1
    finds '0 1 0'
    counts '7 passed, 0 failed' ended
    finds '7 1 0'
}

# counts LOG STATUS
counts() {
    write "$place/log" "$1"
    said=$(. "$launcher/src/main/launcher/test.sh" && count_tests "$place/log" "$2")
}

finds() {
    [ "$said" = "$1" ] || give_up "expected $1"
}

# --- The run ----------------------------------------------------------------------------------------------------------

passed=0
failed=0
# shellcheck disable=SC2013 # a test is one word
for test in $(sed -n 's/^\(test_[a-z0-9_]*\)() {$/\1/p' "$0"); do
    case $test in *"${1-}"*) ;; *) continue ;; esac
    place=$work/$test
    if output=$(set_up && "$test" 2>&1); then
        passed=$((passed + 1))
        [ -z "$output" ] || printf '%s\n' "$output"
    else
        failed=$((failed + 1))
        printf '  FAILED %s\n%s\n' "$(printf '%s' "${test#test_}" | tr _ ' ')" "$output"
    fi
done
printf '%s passed, %s failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ]
