# Sourced by bench.sh and aot.sh: an emulator to call, and how long programs take that make one call.

# Starts the emulator from its built program, and exports AMIGO_BASE_URL and AMIGO_API_KEY. It ends with the script.
start_emulator() {
    local log line
    log=$(mktemp)
    dotnet src/Amigo.Workspaces.Emulator/bin/Release/net8.0/Amigo.Workspaces.Emulator.dll --seed 3 --quiet >"$log" &
    emulator_pid=$!
    trap 'kill "$emulator_pid"' EXIT
    until line=$(grep 'export AMIGO_BASE_URL=' "$log"); do
        kill -0 "$emulator_pid"
        sleep 0.1
    done
    rm "$log"
    eval "$line"
}

# median COLUMN FILE: the middle of its numbers.
median() { awk -v column="$1" '{ print $column }' "$2" | sort -n | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'; }

# compare_startup RUNS RAW OURS: runs the two commands in turn, and prints what the second takes longer, in milliseconds. The processor time is
# of use where the machine is busy with something else.
compare_startup() {
    local runs=$1 raw=$2 ours=$3 times which run TIMEFORMAT='%R %U %S'
    times=$(mktemp -d)
    for ((run = -2; run < runs; run++)); do
        for which in raw ours; do
            { time ${!which} >/dev/null; } 2>"$times/one"
            # The first two of each warm the disk's cache.
            [ "$run" -lt 0 ] || awk '{ print $1 * 1000, ($2 + $3) * 1000 }' "$times/one" >>"$times/$which"
        done
    done
    # A program and its sibling ran at nearly the same moment, so their difference is steadier than the times.
    paste -d ' ' "$times/raw" "$times/ours" | awk '{ print $3 - $1, $4 - $2 }' >"$times/difference"
    printf 'raw %.0f ms, ours %.0f ms, difference %+.0f ms, of processor time %+.0f ms (medians of %d runs in turn)\n' \
        "$(median 1 "$times/raw")" "$(median 1 "$times/ours")" "$(median 1 "$times/difference")" "$(median 2 "$times/difference")" "$runs"
    rm -r "$times"
}
