# A checkout that cannot be written is built in a copy of it in the cache folder.

move_if_read_only() {
    if [ -w "$root" ]; then return; fi
    copy=${XDG_CACHE_HOME:-$HOME/.cache}/tingting/$(printf '%s' "$root" | cksum | tr ' ' '-')
    say "$root cannot be written: using its copy in $copy"
    mkdir -p "$copy"
    lock "$copy.lock"
    copy_stamp=$(cd "$root" && checkout_files -exec cksum {} + | LC_ALL=C sort | cksum)
    if [ "$(cat "$copy/.copied" 2>/dev/null)" != "$copy_stamp" ]; then
        copy_checkout
        printf '%s\n' "$copy_stamp" >"$copy/.copied"
    fi
    unlock
    choose_data_dir
    exec "$copy/tingting" "$@"
}

# Everything but what is built, downloaded or stored.
checkout_files() {
    find . \( -name .git -o -name node_modules -o -name dist -o -path ./target -o -path ./data -o -path ./e2e/output \) \
        -prune -o -type f "$@"
}

# What was built and downloaded stays in the copy, so that the next change costs little.
copy_checkout() {
    for file in "$copy"/* "$copy"/.[!.]*; do
        case ${file##*/} in
            target | node_modules) ;;
            *) rm -rf "$file" ;;
        esac
    done
    (cd "$root" && checkout_files -print | tar -cf - -T -) | (cd "$copy" && tar -xf -)
}
