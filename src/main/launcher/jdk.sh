# Finds a JDK that can build and run Ting Ting, also where the default java is older.

jdk_wanted=25

# The feature release of the JDK in a folder (25 for 25.0.3, 8 for 1.8.0); nothing when the folder holds none.
# The file `release` is read where there is one: starting every JVM found would take seconds.
jdk_release() (
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || exit 0
    if [ -r "$1/release" ]; then
        version=$(sed -n 's/^JAVA_VERSION="\([^"]*\)".*/\1/p' "$1/release")
    else
        version=$("$1/bin/java" -version 2>&1 | sed -n 's/.* version "\([^"]*\)".*/\1/p')
    fi
    version=${version#1.}
    printf '%s\n' "${version%%[!0-9]*}"
)

# The home of the java in PATH: /usr/bin/java is a link to a link on most systems.
jdk_in_path() (
    path=$(command -v java) || exit 0
    while [ -h "$path" ]; do
        link=$(readlink "$path")
        case $link in
            /*) path=$link ;;
            *) path=$(dirname -- "$path")/$link ;;
        esac
    done
    CDPATH='' cd -- "$(dirname -- "$path")/.." && pwd -P
)

# Folders that may hold a JDK, the likeliest first, one a line. TINGTING_SYSTEM_ROOT moves the system's folders
# elsewhere, for the tests of this file.
jdk_folders() {
    [ -z "${JAVA_HOME-}" ] || printf '%s\n' "$JAVA_HOME"
    jdk_in_path
    jdk_sys=${TINGTING_SYSTEM_ROOT-}
    if [ -x "$jdk_sys/usr/libexec/java_home" ]; then
        "$jdk_sys/usr/libexec/java_home" -v "$jdk_wanted+" 2>/dev/null || :
    fi
    for folder in \
        "$jdk_sys"/usr/lib/jvm/* "$jdk_sys"/usr/lib64/jvm/* "$jdk_sys"/usr/java/* "$jdk_sys"/usr/local/java/* \
        "$jdk_sys"/opt/* "$jdk_sys"/opt/java/* "$jdk_sys"/opt/jvm/* "$jdk_sys"/usr/local/*jdk* \
        "$jdk_sys"/Library/Java/JavaVirtualMachines/*/Contents/Home \
        "$jdk_sys"/opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        "$jdk_sys"/usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
        "${SDKMAN_DIR:-$HOME/.sdkman}"/candidates/java/* \
        "${MISE_DATA_DIR:-${XDG_DATA_HOME:-$HOME/.local/share}/mise}"/installs/java/* \
        "${ASDF_DATA_DIR:-$HOME/.asdf}"/installs/java/* \
        "$HOME"/.jdks/* "$HOME"/.gradle/jdks/* "$HOME"/.jabba/jdk/* \
        "$HOME"/Library/Java/JavaVirtualMachines/*/Contents/Home; do
        if [ -d "$folder" ]; then printf '%s\n' "$folder"; fi
    done
}

# Prints the first JDK that is new enough; with none, the newest release seen after the word "only".
jdk_search() {
    jdk_newest=0
    jdk_folders | {
        while IFS= read -r folder; do
            release=$(jdk_release "$folder")
            [ -n "$release" ] || continue
            if [ "$release" -ge "$jdk_wanted" ]; then
                printf '%s\n' "$folder"
                exit
            fi
            [ "$release" -le "$jdk_newest" ] || jdk_newest=$release
        done
        printf 'only %s\n' "$jdk_newest"
    }
}

# Sets and exports JAVA_HOME, or ends with one sentence that says what to install.
find_jdk() {
    if [ -n "${TINGTING_JAVA_HOME-}" ]; then
        release=$(jdk_release "$TINGTING_JAVA_HOME")
        [ "${release:-0}" -ge "$jdk_wanted" ] ||
            fail "TINGTING_JAVA_HOME is $TINGTING_JAVA_HOME, which holds no JDK $jdk_wanted or newer${release:+ but a JDK $release}."
        JAVA_HOME=$TINGTING_JAVA_HOME
    else
        jdk_found=$(jdk_search)
        case $jdk_found in
            'only 0') jdk_missing "found none" ;;
            only\ *) jdk_missing "found only JDK ${jdk_found#only }" ;;
        esac
        JAVA_HOME=$jdk_found
    fi
    export JAVA_HOME
}

jdk_missing() {
    fail "a JDK $jdk_wanted or newer is needed and the search $1: install one from your system's packages or" \
        "https://adoptium.net, or name its folder in JAVA_HOME."
}
