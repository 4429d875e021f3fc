# Sourced by the scripts beside it: makes sure that a JDK (17 or later) and Maven are here.

# However quiet, Maven would print codes that reset the colours of a terminal, also into files. And a build is over before
# the optimising compiler has paid for itself: without it, it takes six tenths of the processor's time.
export MAVEN_OPTS="${MAVEN_OPTS:-} -Djansi.noreset=true -XX:TieredStopAtLevel=1"

java_major() {
  { javac -version 2>&1 || true; } | sed -n 's/^javac \([0-9]*\).*/\1/p'
}

# can_install : whether packages can be installed here without asking anybody.
can_install() {
  command -v apt-get >/dev/null && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }
}

# install PACKAGE... : through apt where that is possible, otherwise a sentence that says what to do.
install() {
  local root=()
  [ "$(id -u)" = 0 ] || root=(sudo)
  if can_install; then
    echo "Installing: $*" >&2
    "${root[@]}" apt-get update -qq >&2
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
  else
    echo "Please install first: $*" >&2
    echo "On Debian or Ubuntu: sudo apt-get install $*" >&2
    exit 2
  fi
}

# want_tool TOOL OTHERWISE : installs what is good to have, or says what goes without it.
want_tool() {
  if ! command -v "$1" >/dev/null; then
    { can_install && (install "$1"); } || echo "Without $1 $2; to have it: sudo apt-get install $1" >&2
  fi
}

# need_chromium : the pages are tested in a real browser, which shows Chinese. The one built without windows takes half the time.
need_chromium() {
  local missing=()
  # Not every distribution has it by itself.
  [ -x /usr/bin/chromium-headless-shell ] || { can_install && (install chromium-headless-shell); } ||
    [ -x /usr/bin/chromium ] || missing+=(chromium)
  fc-list :lang=zh 2>/dev/null | grep -q . || missing+=(fontconfig fonts-noto-cjk)
  [ ${#missing[@]} = 0 ] || install "${missing[@]}"
}

need_tools() {
  local missing=() major
  major=$(java_major)
  [ "${major:-0}" -ge 17 ] || missing+=(default-jdk-headless)
  command -v mvn >/dev/null || missing+=(maven)
  [ ${#missing[@]} = 0 ] || install "${missing[@]}"
  major=$(java_major)
  if [ "${major:-0}" -lt 17 ]; then
    echo "Linli needs a JDK 17 or later; this machine's is ${major:-missing}. Please install one, for example openjdk-17-jdk-headless." >&2
    exit 2
  fi
}

# build : makes node/target/linli.jar; run at the top of the repository.
build() {
  echo "Building Linli; the first time this fetches its libraries …" >&2
  mvn --batch-mode --no-transfer-progress --quiet package -DskipTests -Dspotless.check.skip=true
}
