# Makes the keys of the services and prints their Secrets; sourced by scripts after secret.sh. Their variable "here" is this
# folder, and their function k runs kubectl in the namespace of the suite.

SHARED_KEYSETS=(blind-index fields objects)

# Copies the keysets that all services of an older installation share to folder $1, because its data is encrypted with them.
copy_shared_keysets() {
    local name stored
    for name in "${SHARED_KEYSETS[@]}"; do
        stored="$(k get secret zizhi-keysets --output "jsonpath={.data.$name\\.json}")" || {
            echo "Secret zizhi-keysets cannot be read. New Secrets without its keysets would make data unreadable." >&2
            exit 1
        }
        [[ -n "$stored" ]] || {
            echo "Secret zizhi-keysets has no $name.json, so new Secrets would make data unreadable: docs/upgrade.md" >&2
            exit 1
        }
        base64 -d <<<"$stored" >"$1/$name.json"
    done
}

# Makes the missing keys of service $1 in folder $2/$1: copies of the shared keysets in folder $2 if it has them, a master
# key, and a key to sign anchors of the audit log.
make_keys() {
    local folder="$2/$1" name
    mkdir -p "$folder"
    for name in "${SHARED_KEYSETS[@]}"; do
        [[ ! -e "$2/$name.json" || -e "$folder/$name.json" ]] || cp "$2/$name.json" "$folder"
    done
    [[ -e "$folder/master.json" ]] || "$here/keysets" "$folder"
    [[ -s "$folder/anchors.key" ]] || head -c 32 /dev/urandom | base64 -w 0 >"$folder/anchors.key"
}

# Prints Secret $1-keysets with the keysets of service $1 in folder $2/$1.
keysets_secret() {
    local file files=()
    for file in "$2/$1"/*.json; do
        files+=("${file##*/}" "@$file")
    done
    secret "$1-keysets" "${files[@]}"
}

# Prints Secret $1-anchors with the key of service $1 in folder $2/$1.
anchors_secret() {
    secret "$1-anchors" key "@$2/$1/anchors.key"
}
