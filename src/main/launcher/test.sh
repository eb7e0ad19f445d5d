# Runs the tests, group by group, and sums them up.

test_groups="style launcher java web e2e"

test_usage() {
    cat <<'END'
Usage: ./tingting test [GROUP]...

Runs every group, or the named ones:

  style      formatting, lint and types of Java, TypeScript and shell
  launcher   this launcher
  java       the server, on SQLite and on PostgreSQL
  web        the TypeScript SDK and the web app
  e2e        the built jar in a real browser

What a group needs is installed first: npm packages; for web and e2e a Chromium, from the system's packages when run as
root, else Playwright's own. Without a browser e2e is left out, which is a failure when CI is set.
END
}

run_tests() {
    for group in "$@"; do
        case " $test_groups " in
            *" $group "*) ;;
            *)
                case $group in
                    -h | --help) test_usage && return ;;
                    *) fail "there is no test group $group: the groups are $test_groups." ;;
                esac
                ;;
        esac
    done
    move_if_read_only test "$@"
    # shellcheck disable=SC2086
    [ $# -gt 0 ] || set -- $test_groups
    find_jdk
    find_node
    npm_packages
    test_browser=
    case " $* " in *' web '* | *' e2e '*) ! find_browser || test_browser=found ;; esac
    test_logs=$root/target/tests
    rm -rf "$test_logs"
    mkdir -p "$test_logs"
    tests_passed=0
    tests_failed=0
    tests_skipped=0
    test_left_out=
    for group in "$@"; do run_group "$group"; done
    test_summary
}

# Runs one group with what it prints shown and kept.
run_group() {
    say
    say "== $1"
    group_started=$(date +%s)
    # What ends the group early leaves this word behind.
    echo ended >"$test_logs/$1.status"
    {
        group_status=0
        "group_$1" </dev/null || group_status=$?
        echo "$group_status" >"$test_logs/$1.status"
    } 2>&1 | tee "$test_logs/$1.log"
    group_took=$(($(date +%s) - group_started))
    group_status=$(cat "$test_logs/$1.status")
    if [ "$group_status" = 77 ]; then
        test_left_out="$test_left_out $1"
        printf '  %-10s left out: no Chromium was found or could be installed\n' "$1" >>"$test_logs/summary"
        return
    fi
    count_tests "$test_logs/$1.log" "$group_status" >"$test_logs/$1.counts"
    read -r group_passed group_failed group_skipped <"$test_logs/$1.counts"
    tests_passed=$((tests_passed + group_passed))
    tests_failed=$((tests_failed + group_failed))
    tests_skipped=$((tests_skipped + group_skipped))
    printf '  %-10s %s passed, %s failed, %s skipped in %s s\n' \
        "$1" "$group_passed" "$group_failed" "$group_skipped" "$group_took" >>"$test_logs/summary"
}

group_style() (
    style_passed=0
    style_failed=0
    check Prettier npm run --silent format:check
    check ESLint npm run --silent lint
    check Redocly npm run --silent lint:protocol
    check TypeScript npm run --silent typecheck
    check Spotless maven spotless:check
    if command -v shellcheck >/dev/null; then
        check ShellCheck shellcheck --external-sources tingting .ci/run src/test/launcher/launcher_test.sh
    else
        say "  ShellCheck is not installed: the shell scripts are not checked"
    fi
    echo "$style_passed passed, $style_failed failed"
    [ "$style_failed" -eq 0 ]
)

check() {
    if (cd "$root" && attempt "$@"); then
        style_passed=$((style_passed + 1))
    else
        style_failed=$((style_failed + 1))
        cat "$root/target/$1.log"
    fi
}

group_launcher() {
    sh "$root/src/test/launcher/launcher_test.sh"
}

group_java() {
    maven test -Dweb.skip -Dspotless.check.skip
}

# The SDK's tests speak to the built server as well as to one of their own.
group_web() (
    build_if_changed
    web_data=$(mktemp -d)
    "$root/tingting" serve --port 0 --data-dir "$web_data" >"$test_logs/server" 2>&1 &
    web_server=$!
    trap 'kill "$web_server" || :; wait "$web_server" 2>/dev/null || :; rm -rf "$web_data"' EXIT
    until grep -q 'ready: ' "$test_logs/server"; do
        kill -0 "$web_server" 2>/dev/null || fail "the server did not start: $(cat "$test_logs/server")"
        sleep 1
    done
    cd "$root" || exit
    NO_COLOR=1 TINGTING_TEST_URL=$(sed -n 's/.*ready: //p' "$test_logs/server") npm test
)

group_e2e() {
    [ -n "$test_browser" ] || return 77
    build_if_changed
    (cd "$root" && NO_COLOR=1 npm test -w e2e)
}

# count_tests LOG STATUS: the closing lines of the runners in a log (Surefire, Vitest, Playwright and our own), as
# "passed failed skipped". A group that failed without a failed test, such as one that did not compile, counts as one.
count_tests() {
    awk -v status="$2" '
        /Tests run: .*Skipped: [0-9]+$/ {
            gsub(/[^0-9]+/, " ")
            split($0, n, " ")
            passed += n[1] - n[2] - n[3] - n[4]
            failed += n[2] + n[3]
            skipped += n[4]
        }
        /^ +Tests +[0-9]+ / || /^[0-9]+ passed, [0-9]+ failed$/ ||
        /^ +[0-9]+ (passed|failed|skipped|did not run|flaky|interrupted)( \([0-9.a-z]+\))?$/ {
            for (i = 1; i < NF; i++) {
                if ($(i + 1) ~ /^(passed|flaky)/) passed += $i
                if ($(i + 1) ~ /^(failed|interrupted)/) failed += $i
                if ($(i + 1) ~ /^(skipped|did)/) skipped += $i
            }
        }
        END {
            if (status != 0 && failed == 0) failed = 1
            print passed + 0, failed + 0, skipped + 0
        }' "$1"
}

test_summary() {
    say
    cat "$test_logs/summary"
    echo "$tests_passed passed, $tests_failed failed, $tests_skipped skipped"
    [ "$tests_failed" -eq 0 ] || exit 1
    if [ -n "$test_left_out" ] && [ -n "${CI-}" ]; then
        fail "a group was left out, which CI may not:$test_left_out"
    fi
}
