# Finds Node, which builds the web app and runs its tests. A built jar needs none.

node_wanted=20.19

# Whether a version such as v20.19.3 is new enough.
node_fits() (
    version=${1#v}
    major=${version%%.*}
    rest=${version#*.}
    minor=${rest%%.*}
    case $major$minor in '' | *[!0-9]*) exit 1 ;; esac
    [ "$major" -gt "${node_wanted%.*}" ] || { [ "$major" -eq "${node_wanted%.*}" ] && [ "$minor" -ge "${node_wanted#*.}" ]; }
)

# Folders of other versions that a version manager may have put beside the one in PATH, one a line.
node_folders() {
    for folder in \
        "${NVM_DIR:-$HOME/.nvm}"/versions/node/*/bin \
        "${FNM_DIR:-${XDG_DATA_HOME:-$HOME/.local/share}/fnm}"/node-versions/*/installation/bin \
        "${MISE_DATA_DIR:-${XDG_DATA_HOME:-$HOME/.local/share}/mise}"/installs/node/*/bin \
        "${ASDF_DATA_DIR:-$HOME/.asdf}"/installs/nodejs/*/bin \
        "${VOLTA_HOME:-$HOME/.volta}"/tools/image/node/*/bin \
        "${TINGTING_SYSTEM_ROOT-}"/opt/homebrew/opt/node*/bin; do
        if [ -x "$folder/node" ] && [ -x "$folder/npm" ]; then printf '%s\n' "$folder"; fi
    done
}

# Puts a fitting Node first in PATH, or ends with one sentence that says what to install.
find_node() {
    node_seen=$(node --version 2>/dev/null || :)
    if node_fits "$node_seen" && command -v npm >/dev/null; then return; fi
    node_found=$(node_folders | while IFS= read -r folder; do
        if node_fits "$("$folder/node" --version 2>/dev/null)"; then
            printf '%s\n' "$folder"
            break
        fi
    done)
    [ -n "$node_found" ] ||
        fail "Node $node_wanted or newer with npm is needed to build and the search found ${node_seen:+only }${node_seen:-none}:" \
            "install it from your system's packages or https://nodejs.org."
    PATH=$node_found:$PATH
    export PATH
}

# Installs the npm packages, unless those of this package-lock.json are there already.
npm_packages() {
    npm_stamp=$(cd "$root" && cat package-lock.json package.json ./*/package.json .npmrc | cksum)
    if [ "$(cat "$root/node_modules/.tingting" 2>/dev/null)" = "$npm_stamp" ]; then return; fi
    step "npm packages" npm_ci
    printf '%s\n' "$npm_stamp" >"$root/node_modules/.tingting"
}

npm_ci() {
    (cd "$root" && npm ci --no-audit --no-fund)
}
