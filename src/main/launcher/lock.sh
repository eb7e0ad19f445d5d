# One launcher at a time: a lock is a link that names the process which holds it, so that taking it is one atomic step
# and a crashed holder is noticed.

lock() {
    lock_waiting=
    until ln -s "$$" "$1" 2>/dev/null; do
        lock_holder=$(readlink "$1" 2>/dev/null) || continue
        if ! kill -0 "$lock_holder" 2>/dev/null; then
            rm -f "$1"
            continue
        fi
        [ -n "$lock_waiting" ] || say "Waiting for another build (process $lock_holder) ..."
        lock_waiting=yes
        sleep 1
    done
    lock_held=$1
    trap 'rm -f "$lock_held"' EXIT
    trap 'exit 129' HUP
    trap 'exit 130' INT
    trap 'exit 143' TERM
}

unlock() {
    rm -f "$lock_held"
    trap - EXIT HUP INT TERM
}
