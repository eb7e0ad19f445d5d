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

What a group needs is installed first: npm packages; for e2e a Chromium, from the system's packages when run as root,
else Playwright's own. Without a browser e2e is left out, which is a failure when CI is set.
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
    test_logs=$root/target/tests
    rm -rf "$test_logs"
    mkdir -p "$test_logs"
    test_failed=
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
    group_took="$(($(date +%s) - group_started)) s"
    case $(cat "$test_logs/$1.status") in
        0) group_said="passed in $group_took" ;;
        77)
            group_said="left out: no Chromium was found or could be installed"
            test_left_out="$test_left_out $1"
            ;;
        *)
            group_said="FAILED in $group_took"
            test_failed="$test_failed $1"
            ;;
    esac
    printf '  %-10s%s\n' "$1" "$group_said" >>"$test_logs/summary"
}

group_style() (
    style_failed=0
    check Prettier npm run --silent format:check
    check ESLint npm run --silent lint
    check TypeScript npm run --silent typecheck
    check Spotless maven spotless:check
    if command -v shellcheck >/dev/null; then
        check ShellCheck shellcheck --external-sources tingting .ci/run src/test/launcher/launcher_test.sh
    else
        say "  ShellCheck is not installed: the shell scripts are not checked"
    fi
    return "$style_failed"
)

check() {
    (cd "$root" && attempt "$@") && return
    cat "$root/target/$1.log"
    style_failed=1
}

group_launcher() {
    sh "$root/src/test/launcher/launcher_test.sh"
}

group_java() {
    maven test -Dweb.skip -Dspotless.check.skip
}

group_web() {
    (cd "$root" && NO_COLOR=1 npm test)
}

group_e2e() {
    find_browser || return 77
    build_if_changed
    (cd "$root" && NO_COLOR=1 npm test -w e2e)
}

# The closing lines of the runners, summed: Surefire, Vitest, Playwright and our own.
test_counts() {
    cat "$test_logs"/*.log | awk '
        /Tests run: .*Skipped: [0-9]+$/ {
            gsub(/[^0-9]+/, " "); split($0, n, " ")
            passed += n[1] - n[2] - n[3] - n[4]; failed += n[2] + n[3]; skipped += n[4]
        }
        / +Tests +[0-9]+ / || /^ +[0-9]+ (passed|failed|skipped|did not run|flaky|interrupted)( \([0-9.a-z]+\))?$/ || /^[0-9]+ passed, [0-9]+ failed$/ {
            for (i = 1; i < NF; i++) {
                if ($(i + 1) ~ /^(passed|flaky)/) passed += $i
                if ($(i + 1) ~ /^(failed|interrupted)/) failed += $i
                if ($(i + 1) ~ /^(skipped|did)/) skipped += $i
            }
        }
        END { printf "%d passed, %d failed, %d skipped\n", passed, failed, skipped }'
}

test_summary() {
    say
    cat "$test_logs/summary"
    test_counts
    [ -z "$test_failed" ] || exit 1
    if [ -n "$test_left_out" ] && [ -n "${CI-}" ]; then
        fail "a group was left out, which CI may not:$test_left_out"
    fi
}
