# What the launcher tells its user. It goes to stderr: stdout belongs to the command that is run.

say() {
    printf '%s\n' "$*" >&2
}

fail() {
    say "tingting: $*"
    exit 1
}

# attempt NAME COMMAND...: runs a long command, shows one line for it and answers whether it succeeded. What it prints
# goes to the log of that name.
attempt() {
    attempt_name=$1
    shift
    mkdir -p "$root/target"
    attempt_log=$root/target/$(printf '%s' "$attempt_name" | tr -c 'A-Za-z0-9' '-').log
    attempt_started=$(date +%s)
    printf '  %s ... ' "$attempt_name" >&2
    if "$@" >"$attempt_log" 2>&1 </dev/null; then
        say "$(($(date +%s) - attempt_started)) s"
    else
        say failed
        return 1
    fi
}

# step NAME COMMAND...: the same for what nothing can go on without.
step() {
    attempt "$@" && return
    say
    tail -n 80 "$attempt_log" >&2
    say
    fail "this failed: $attempt_name. Its whole log is $attempt_log"
}
