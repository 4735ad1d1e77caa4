# Sourced by bench.sh and aot.sh: an emulator to call, and how long programs take that make one call.

# Starts the emulator from its built program, and exports AMIGO_BASE_URL and AMIGO_API_KEY. It ends with the script.
start_emulator() {
    local log line
    log=$(mktemp)
    dotnet src/Amigo.Workspaces.Emulator/bin/Release/net8.0/Amigo.Workspaces.Emulator.dll --seed 3 >"$log" &
    emulator_pid=$!
    trap 'kill "$emulator_pid"' EXIT
    until line=$(grep 'export AMIGO_BASE_URL=' "$log"); do
        kill -0 "$emulator_pid"
        sleep 0.1
    done
    rm "$log"
    eval "$line"
}

# median_of FILE: the middle of its numbers.
median_of() { sort -n "$1" | awk '{ all[NR] = $1 } END { print all[int((NR + 1) / 2)] }'; }

# compare_startup RUNS RAW OURS: runs the two commands in turn and prints the medians in milliseconds, and their difference.
compare_startup() {
    local runs=$1 raw=$2 ours=$3 times which begin
    times=$(mktemp -d)
    for ((run = -2; run < runs; run++)); do
        for which in raw ours; do
            begin=${EPOCHREALTIME//[!0-9]/}
            ${!which}
            # The first two of each warm the disk's cache.
            [ "$run" -lt 0 ] || echo $((${EPOCHREALTIME//[!0-9]/} - begin)) >>"$times/$which"
        done
    done
    awk -v raw="$(median_of "$times/raw")" -v ours="$(median_of "$times/ours")" -v runs="$runs" 'BEGIN {
        printf "raw %.1f ms, ours %.1f ms, difference %+.1f ms (medians of %d runs in turn)\n", raw / 1000, ours / 1000, (ours - raw) / 1000, runs
    }'
    rm -r "$times"
}
