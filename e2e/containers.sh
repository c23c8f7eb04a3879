# Prepares podman and buildah for tests; sourced by them. Works as root, also where their defaults fail: inside of other
# containers, and on machines with two versions of cgroups. ./zizhi images needs no options, because the tools read
# these files.

# Lets the tools store everything in folder $1, which a test deletes at its end.
use_container_store() {
    local files processes
    # the default of builds may be more than is allowed here
    files="$(ulimit -Hn)" processes="$(ulimit -Hu)"
    mkdir -p "$1"
    cat >"$1/storage.conf" <<END
[storage]
driver = "vfs"
graphroot = "$1/images"
runroot = "$1/run"
END
    cat >"$1/containers.conf" <<END
[engine]
runtime = "runc"
cgroup_manager = "cgroupfs"
events_logger = "none"
[containers]
netns = "host"
log_driver = "k8s-file"
default_ulimits = ["nofile=$files:$files", "nproc=${processes/unlimited/-1}:${processes/unlimited/-1}"]
END
    # podman warns about them at each call
    export PODMAN_IGNORE_CGROUPSV1_WARNING=1
    export CONTAINERS_STORAGE_CONF="$1/storage.conf" CONTAINERS_CONF_OVERRIDE="$1/containers.conf"
}

# True if containers run here. Runs the smallest one, in folder $1, with podman's options $2….
containers_work() {
    local file
    mkdir -p "$1"
    for file in /usr/bin/true $(ldd /usr/bin/true | grep -oE '/[^ ]+'); do
        mkdir -p "$1$(dirname "$file")"
        cp -L "$file" "$1$file"
    done
    podman run --rm "${@:2}" --rootfs "$1" /usr/bin/true
}

# Deletes these folders. podman's monitors still use its store for a moment after the end of their containers.
delete() {
    local deadline=$((SECONDS + 20))
    until rm -rf --one-file-system "$@" 2>/dev/null || ((SECONDS > deadline)); do
        sleep 0.2
    done
}
