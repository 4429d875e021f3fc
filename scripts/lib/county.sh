# Sourced by the scripts beside it that make a county of their own: founds it, lets communities join, runs nodes. All of it lies
# in $work; whoever sources this calls stop_all at the end.

running=()
# Whoever is asked to end waits for the command that is under way, so that neither it nor its files are left behind.
trap 'exit 2' INT TERM

linli() {
  scripts/linli "$@" </dev/null
}

# quietly COMMAND… : shows what a command said only when it failed.
quietly() {
  "$@" >"$work/said" 2>&1 || {
    cat "$work/said" >&2
    echo "This did not work: $*" >&2
    exit 2
  }
}

# start DIR : runs a node on free ports and waits until it says where others reach it.
start() {
  scripts/linli run --dir "$1" --port 0 --peer-host 127.0.0.1 --peer-port 0 </dev/null >"$1.log" 2>&1 &
  running+=($!)
  for _ in $(seq 300); do
    ! grep -q 'reach it at port' "$1.log" || return 0
    sleep 0.1
  done
  cat "$1.log" >&2
  echo "The node in $1 did not start." >&2
  exit 2
}

stop_all() {
  [ ${#running[@]} = 0 ] || kill "${running[@]}" 2>/dev/null || true
  wait
  running=()
}

# found_county NAME ORIGIN : makes the node in $county and runs it; communities reach it at $address.
found_county() {
  county=$work/county
  quietly linli found --dir "$county" --name "$1" --origin "$2"
  # Nothing of such a county is announced to a real network.
  echo '{ "format" : 1, "neighbours" : false }' >"$county/peers.json"
  start "$county"
  address=https://localhost:$(sed -n 's/.*reach it at port \([0-9]*\).*/\1/p' "$county.log")
}

# join DIR SLUG NAME : the county makes a code, the community takes it. Its staff are “recorder” and “approver”.
join() {
  linli county invite --dir "$county" --name "$3" --slug "$2" --address "$address" >"$work/invitation"
  quietly linli join --dir "$1" --county "$address" --manager recorder=Recorder --manager approver=Approver \
    --code "$(sed -n 's/.*--code \([^ ]*\).*/\1/p' "$work/invitation")" \
    --fingerprint "$(grep -oE '([0-9A-Z]{4}-){7}[0-9A-Z]{4}' "$work/invitation" | head -n 1)"
  sed -i 's/"neighbours" *: *true/"neighbours" : false/' "$1/peers.json"
}
