# Finds a Chromium for the browser tests, or installs one where that may be done without asking.

# Sets and exports TINGTING_CHROMIUM, empty for Playwright's own build; answers whether there is a browser.
find_browser() {
    if [ -n "${TINGTING_CHROMIUM-}" ]; then
        browser_runs "$TINGTING_CHROMIUM" && return
        fail "TINGTING_CHROMIUM is $TINGTING_CHROMIUM, which does not run."
    fi
    if browser_in_system; then return; fi
    if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
        if attempt "Chromium from the system's packages" browser_from_apt && browser_in_system; then return; fi
    fi
    TINGTING_CHROMIUM=
    export TINGTING_CHROMIUM
    attempt "Chromium from Playwright" browser_from_playwright
}

browser_in_system() {
    for browser in chromium chromium-browser google-chrome google-chrome-stable \
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
        /Applications/Chromium.app/Contents/MacOS/Chromium; do
        if browser_runs "$browser"; then
            TINGTING_CHROMIUM=$(command -v "$browser")
            export TINGTING_CHROMIUM
            return 0
        fi
    done
    return 1
}

# A file of that name is not enough: where Chromium comes as a snap it is a script that asks to install it.
browser_runs() {
    "$1" --version >/dev/null 2>&1
}

browser_from_apt() {
    apt-get update -qq &&
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-noto-color-emoji
}

browser_from_playwright() {
    (cd "$root" && npx --no-install playwright install chromium)
}
