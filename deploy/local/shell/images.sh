# Builds container images of the services; sourced by zizhi.

# The build folder of the services for images: their jars are laid out for an archive of the JVM.
IMAGE_BUILD=target/images

# The oldest Java with the archives that the images have.
IMAGE_JAVA=25

# The module of the recognition worker, which is in the image of document-service.
WORKER=document-service/recognition-worker

# The time of all files in images and jars, in seconds since 1970. With one time for all releases, a layer without a change
# is the same layer, which registries and nodes already have.
IMAGE_FILE_TIME=1767225600

# Libraries of Java for screens and sound, which would bring those of the system.
SCREEN_AND_SOUND='**libawt_xawt.so,**libjawt.so,**libsplashscreen.so,**libjsound.so'

# ./zizhi images [--base IMAGE] [SERVICE…]
images() {
    local base="" services=() service tool folder
    while (($# > 0)); do
        case "$1" in
        --base)
            (($# > 1)) || die "Usage: ./zizhi images [--base IMAGE] [SERVICE…]"
            base="$2"
            shift
            ;;
        --yes) YES=yes ;;
        *-service)
            [[ -f "$ROOT/$1/pom.xml" ]] || die "Unknown service $1. The services are:" "$(image_services)"
            services+=("$1")
            ;;
        *) die "Usage: ./zizhi images [--base IMAGE] [SERVICE…]" ;;
        esac
        shift
    done
    ((${#services[@]} > 0)) || mapfile -t services < <(image_services)
    tool="$(container_tool)" ||
        die "Images are built by podman, buildah or docker; none of them was found. On Debian: apt-get install podman"
    ensure_machine
    (($(jdk_version "$JAVA_HOME") >= IMAGE_JAVA)) ||
        die "Images need a JDK $IMAGE_JAVA or later; $JAVA_HOME has $(jdk_version "$JAVA_HOME"). Set JAVA_HOME to another one."
    require_space "$ROOT" "$BUILD_SPACE" "a build"
    mkdir -p "$ROOT/.zizhi"
    # two builds at a time would write the same folders
    exec 9>"$ROOT/.zizhi/images.lock"
    flock 9
    echo "Building ${services[*]} with $tool"
    build_for_images "${services[@]}"
    # not below ROOT, whose path may contain spaces, which the tools for libraries do not bear
    folder="$(mktemp -d "${TMPDIR:-/var/tmp}/zizhi-images.XXXXXX")"
    # shellcheck disable=SC2064 # the folder of now
    trap "rm -rf '$folder'" EXIT
    # readable by the user of the images
    umask 022
    chmod 755 "$folder"
    mkdir "$folder/runtime"
    [[ -n "$base" ]] || make_runtime "$folder/runtime"
    for service in "${services[@]}"; do
        build_image "$tool" "$service" "$base" "$folder"
    done
    rm -rf "$folder"
    trap - EXIT
    print_images "$tool" "${services[@]}"
}

image_services() {
    printf '%s\n' "${LEAF_MODULES[@]}" | grep -- '-service$'
}

# Prints the tool that builds images here: the one in ZIZHI_CONTAINER_TOOL, or the first that is installed.
container_tool() {
    local tool
    for tool in ${ZIZHI_CONTAINER_TOOL:-podman buildah docker}; do
        if command -v "$tool" >/dev/null; then
            echo "$tool"
            return
        fi
    done
    return 1
}

# Prints the version of the images: that of the parent project, without -SNAPSHOT.
image_version() {
    sed -n 's/.*<version>\(.*\)<\/version>.*/\1/p;T;q' "$ROOT/pom.xml" | sed 's/-SNAPSHOT$//'
}

# Prints the full name of the image of service $1. Without the registry, podman would put it under localhost/, and
# Kubernetes would not find it.
image_name() {
    echo "docker.io/zizhi/$1:$(image_version)"
}

# Prints the time of the commit as labels have it; without git, the time of now.
commit_time() {
    local seconds
    seconds="$(git -C "$ROOT" log -1 --format=%ct 2>/dev/null)" || seconds="$(date +%s)"
    date -u -d "@$seconds" +%FT%TZ
}

# Prints the commit, with -modified if the tree differs from it.
commit_name() {
    local commit
    commit="$(git -C "$ROOT" rev-parse HEAD 2>/dev/null)" || return 0
    [[ -z "$(git -C "$ROOT" status --porcelain 2>/dev/null)" ]] || commit+="-modified"
    echo "$commit"
}

# Prints the address of the tree's origin, without a password.
commit_source() {
    git -C "$ROOT" config --get remote.origin.url 2>/dev/null | sed -n 's|^\(https\?://\)\([^/@]*@\)\?|\1|p' || true
}

# Builds those of services $@ that have changed since their last build for images.
build_for_images() {
    local log="$ROOT/.zizhi/images.log" stamps="$ROOT/.zizhi/images" outdated=() service
    local SHARED_MODULES=(build/comments build/test-listener contracts platform document-service/recognition) LEAF_MODULES
    mkdir -p "$stamps"
    for service in "$@"; do
        LEAF_MODULES=("$service")
        [[ "$service" != document-service ]] || LEAF_MODULES+=("$WORKER")
        mapfile -t -O "${#outdated[@]}" outdated < <(outdated_modules "$IMAGE_BUILD" "$stamps/$service")
    done
    ((${#outdated[@]} > 0)) || return 0
    touch "$stamps/started"
    run_maven -T2 -Punchecked,programs "-Dbuild.folder=$IMAGE_BUILD" -Dcyclonedx.skip=false \
        -Dquarkus.package.jar.type=aot-jar \
        "-Dproject.build.outputTimestamp=$IMAGE_FILE_TIME" \
        -pl "$(commas "${SHARED_MODULES[@]}" "${outdated[@]}")" package 2>&1 |
        tee "$log" | sed -un 's/^\[INFO\] Building \(Zizhi .*\) [0-9]\+\..*/  \1/p' ||
        { explain_build "$log" >&2 && die "The build failed. Full output: $log"; }
    for service in "$@"; do
        [[ -f "$ROOT/$service/$IMAGE_BUILD/bom.json" ]] ||
            die "$service has no bill of materials: Maven cannot write it offline."
        touch -r "$stamps/started" "$stamps/$service"
    done
}

# Writes a root file system to folder $1: Java with its modules for servers, the system's libraries that it needs, and a
# user. An image with it contains no shell and no package manager.
make_runtime() {
    local root="$1" native modules=java.se,jdk.unsupported,jdk.zipfs,jdk.localedata,jdk.charsets,jdk.net
    echo "  Java $(sed -n 's/^JAVA_RUNTIME_VERSION="\(.*\)"/\1/p' "$JAVA_HOME/release") of $JAVA_HOME and its libraries"
    # for jcmd, recordings and JMX of a running service
    modules+=,jdk.httpserver,jdk.jcmd,jdk.jfr,jdk.management,jdk.management.agent,jdk.management.jfr,jdk.naming.dns
    mkdir -p "$root"/{etc,opt,tmp,proc,sys,dev}
    chmod 1777 "$root/tmp"
    "$JAVA_HOME/bin/jlink" --add-modules "$modules" --include-locales=en,zh --no-header-files \
        --no-man-pages "--exclude-files=$SCREEN_AND_SOUND" --output "$root/opt/java"
    mapfile -t programs < <(find "$root/opt/java" -type f \( -name '*.so' -o -perm -u+x \))
    native="$(native_library)"
    copy_libraries "$root" "${programs[@]}" ${native:+"$native"}
    printf 'root:x:0:0:root:/root:/sbin/nologin\nzizhi:x:10001:10001:zizhi:/tmp:/sbin/nologin\n' >"$root/etc/passwd"
    printf 'root:x:0:\nzizhi:x:10001:\n' >"$root/etc/group"
    printf 'hosts: files dns\n' >"$root/etc/nsswitch.conf"
    cp -L /etc/os-release "$root/etc/os-release"
}

# Prints the native library of the recognition worker, if it is built: its jar stays closed, but its system libraries are
# needed.
native_library() {
    local jar built="$ROOT/$WORKER/$IMAGE_BUILD" machine=x64
    [[ -f "$built/worker.classpath" ]] || return 0
    [[ "$(uname -m)" != aarch64 ]] || machine=aarch64
    jar="$(tr ':' '\n' <"$built/worker.classpath" | grep '/onnxruntime-')"
    (cd "$built" && "$JAVA_HOME/bin/jar" xf "$jar" "ai/onnxruntime/native/linux-$machine/libonnxruntime.so")
    echo "$built/ai/onnxruntime/native/linux-$machine/libonnxruntime.so"
}

# Copies the libraries that the programs $2… load to the same places below $1, with the notes of the Debian packages that
# they belong to: scanners for vulnerabilities read them, and licences demand them.
copy_libraries() {
    local root="$1" file package
    shift
    # not those beside the programs
    for file in $(ldd "$@" 2>/dev/null | grep -oE '/[^ ]+\.so[^ ]* ' | grep -v "^$root" | sort -u); do
        mkdir -p "$root$(dirname "$file")"
        cp -L "$file" "$root$file"
        package="$(owning_package "$file")" || continue
        mkdir -p "$root/var/lib/dpkg/status.d" "$root/usr/share/doc/${package%:*}"
        dpkg-query --status "$package" >"$root/var/lib/dpkg/status.d/${package%:*}"
        cp -L "/usr/share/doc/${package%:*}/copyright" "$root/usr/share/doc/${package%:*}/"
    done
}

# Prints the Debian package of file $1, which may be known by its path before /lib became a link to /usr/lib.
owning_package() {
    local found
    command -v dpkg-query >/dev/null || return 1
    found="$(dpkg-query --search "$1" "/usr$1" "$(readlink -f "$1")" 2>/dev/null | grep -v '^diversion' | head -n 1)" || true
    [[ -n "$found" ]] && echo "${found%%: *}"
}

# Builds the image of service $2 by tool $1, on image $3 if not empty, with the runtime in folder $4.
build_image() {
    local tool="$1" service="$2" base="$3" folder="$4" built="$ROOT/$2/$IMAGE_BUILD" options=()
    local context="$4/$2"
    lay_out "$service" "$built" "$context"
    mv "$folder/runtime" "$context/runtime"
    # an archive fits jars with the times at its training
    find "$context" -exec touch --no-dereference --date="@$IMAGE_FILE_TIME" {} +
    # the training sends requests to itself only
    options=(--file "$ROOT/deploy/images/Containerfile" --tag "$(image_name "$service")" --network none)
    [[ -z "$base" ]] || options+=(--build-arg "BASE=$base")
    mapfile -t -O "${#options[@]}" options < <(image_labels "$service" "$base" | sed 's/^/--label\n/')
    case "$tool" in
    docker) options+=(--build-arg "SOURCE_DATE_EPOCH=$IMAGE_FILE_TIME") ;;
    *) options+=(--layers --timestamp "$IMAGE_FILE_TIME") ;;
    esac
    "$tool" build "${options[@]}" "$context" >"$ROOT/.zizhi/image-$service.log" 2>&1 ||
        { tail -n 30 "$ROOT/.zizhi/image-$service.log" >&2 && die "The image of $service could not be built."; }
    mv "$context/runtime" "$folder/runtime"
    rm -rf "$context"
}

# Sorts the build of service $1 in folder $2 into the layers of its image, below folder $3.
lay_out() {
    local service="$1" app="$2/quarkus-app" context="$3" layer font
    for layer in libraries own application; do
        mkdir -p "$context/$layer/opt/zizhi"
    done
    mkdir -p "$context/own/opt/zizhi/lib/main" "$context/training"
    cp -a "$app/lib" "$context/libraries/opt/zizhi/"
    mv "$context/libraries/opt/zizhi/lib/main"/io.zizhi.* "$context/own/opt/zizhi/lib/main/"
    if [[ "$service" == qualification-service ]]; then
        font="$(ZIZHI_LETTER_PAPER_CHINESE_FONTS="" first_font)" || die "Letters need a Chinese font, and none was found: docs/operations.md#chinese-font-of-letters"
        mkdir -p "$context/libraries$(dirname "$font")"
        cp -L "$font" "$context/libraries$font"
    fi
    if [[ "$service" == document-service ]]; then
        lay_out_worker "$context"
    fi
    cp -a "$app"/{app,quarkus,quarkus-run.jar} "$2/bom.json" "$context/application/opt/zizhi/"
    chmod -R u=rwX,go=rX "$context"
    "$JAVA_HOME/bin/javac" --release 21 -Xlint:all -Werror -d "$context/training" "$ROOT/deploy/images/Training.java"
    "$ROOT/deploy/kubernetes/keysets" "$context/training/keysets"
}

# Adds the recognition worker to the layers below folder $1, with its bill of materials. Its jars are in a folder of their
# own, so that the service never loads them.
lay_out_worker() {
    local built="$ROOT/$WORKER/$IMAGE_BUILD" jars=() jar layer
    mapfile -t jars < <(tr ':' '\n' <"$built/worker.classpath")
    jars+=("$built"/recognition-worker-*.jar)
    for jar in "${jars[@]}"; do
        layer=libraries
        [[ "$jar" != "$ROOT"/* ]] || layer=own
        mkdir -p "$1/$layer/opt/zizhi/recognition"
        cp -L "$jar" "$1/$layer/opt/zizhi/recognition/"
    done
    cp "$built/bom.json" "$1/own/opt/zizhi/recognition/"
}

# Prints the labels of the image of service $1 on base image $2, one a line.
image_labels() {
    local label=org.opencontainers.image commit source
    commit="$(commit_name)"
    source="$(commit_source)"
    echo "$label.title=$1"
    echo "$label.description=$(sed -n 's/.*<description>\(.*\)<\/description>.*/\1/p;T;q' "$ROOT/$1/pom.xml")"
    echo "$label.version=$(image_version)"
    echo "$label.licenses=Apache-2.0"
    echo "$label.created=$(commit_time)"
    [[ -z "$commit" ]] || echo "$label.revision=$commit"
    [[ -z "$source" ]] || echo "$label.source=$source"
    [[ -z "$2" ]] || echo "$label.base.name=$2"
}

# Prints names, sizes and bills of materials of the images of services $2…, built by tool $1.
print_images() {
    local tool="$1" service bills
    shift
    printf '%-48s %10s  %s\n' image size "bill of materials"
    for service in "$@"; do
        bills="$service/$IMAGE_BUILD/bom.json"
        [[ "$service" != document-service ]] || bills+=" $WORKER/$IMAGE_BUILD/bom.json"
        printf '%-48s %10s  %s\n' "zizhi/$service:$(image_version)" "$(image_size "$tool" "$(image_name "$service")")" "$bills"
    done
}

image_size() {
    # docker lists the images of its own registry without the registry
    [[ "$1" != docker ]] || set -- docker "${2#docker.io/}"
    "$1" images --format '{{.Size}}' "$2"
}
