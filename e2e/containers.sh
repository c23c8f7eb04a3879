# Prepares podman and buildah for tests; sourced by them. Works as root, also where their defaults fail: inside of other
# containers, and on machines with two versions of cgroups. ./zizhi images needs no options, because the tools read
# these files.

# Prints the storage driver for folder $1: overlay where such file systems can be mounted, otherwise vfs, which copies all
# files of an image for each of its layers.
storage_driver() {
    local driver=vfs
    mkdir -p "$1"/{lower,upper,work,merged}
    if mount -t overlay -o "lowerdir=$1/lower,upperdir=$1/upper,workdir=$1/work" overlay "$1/merged" 2>/dev/null; then
        umount "$1/merged"
        driver=overlay
    fi
    rm -rf --one-file-system "$1"
    echo "$driver"
}

# Lets the tools store everything in folder $1, which a test deletes at its end.
use_container_store() {
    local files processes driver
    # the default of builds may be more than is allowed here
    files="$(ulimit -Hn)" processes="$(ulimit -Hu)"
    mkdir -p "$1"
    driver="$(storage_driver "$1/driver")"
    cat >"$1/storage.conf" <<END
[storage]
driver = "$driver"
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

# Prints the jars of the image in folder $1 that its bills of materials lack. Jars of services are named after group, name
# and version, those of the recognition worker after name and version.
jars_without_bill() {
    local bills
    bills="$(find "$1/opt/zizhi" -name bom.json -exec \
        sed -n 's|.*"purl" *: *"pkg:maven/\([^/]*\)/\([^@]*\)@\([^?"]*\).*|\1.\2-\3\n\2-\3|p' {} +)"
    find "$1/opt/zizhi" \( -path '*/lib/*' -o -path '*/recognition/*' \) -name '*.jar' -printf '%f\n' |
        sed 's/\.jar$//' | sort -u | comm -13 <(sort -u <<<"$bills") -
}

# Deletes these folders. podman's monitors still use its store for a moment after the end of their containers.
delete() {
    local deadline=$((SECONDS + 20))
    until rm -rf --one-file-system "$@" 2>/dev/null || ((SECONDS > deadline)); do
        sleep 0.2
    done
}
