# Creates the topics, and gives each service the rights that its KafkaUser of the production overlay has. Repeatable.
run() { "/opt/kafka/bin/kafka-$1.sh" --bootstrap-server kafka:9092 --command-config /etc/kafka-users/client.properties "${@:2}"; }

topic() { run topics --create --if-not-exists --topic "$1" --partitions "$2" "${@:3}"; }

# allow SERVICE --producer|--consumer TOPIC…
allow() {
    local topics=() topic
    for topic in "${@:3}"; do
        topics+=(--topic "$topic")
    done
    [[ "$2" != --consumer ]] || topics+=(--group "$1")
    run acls --add --allow-principal "User:$1" "$2" "${topics[@]}"
}

dead=(1 --config retention.ms=1209600000 --config max.message.bytes=2097152)

topic zizhi.qualification.v1 12 --config retention.ms=1209600000
topic zizhi.review.v1 12 --config retention.ms=1209600000
topic zizhi.document.v1 12 --config retention.ms=1209600000
topic zizhi.notification.v1 12 --config retention.ms=1209600000
topic zizhi.account.v1 12 --config cleanup.policy=compact
topic zizhi.review.v1.qualification-service.dead-letter "${dead[@]}"
topic zizhi.account.v1.qualification-service.dead-letter "${dead[@]}"
topic zizhi.qualification.v1.document-service.dead-letter "${dead[@]}"
topic zizhi.qualification.v1.review-service.dead-letter "${dead[@]}"
topic zizhi.account.v1.review-service.dead-letter "${dead[@]}"
topic zizhi.qualification.v1.notification-service.dead-letter "${dead[@]}"
topic zizhi.review.v1.notification-service.dead-letter "${dead[@]}"

allow qualification-service --producer zizhi.qualification.v1 \
    zizhi.account.v1 \
    zizhi.review.v1.qualification-service.dead-letter \
    zizhi.account.v1.qualification-service.dead-letter
allow qualification-service --consumer zizhi.review.v1 zizhi.account.v1
allow document-service --producer zizhi.document.v1 zizhi.qualification.v1.document-service.dead-letter
allow document-service --consumer zizhi.qualification.v1
allow review-service --producer zizhi.review.v1 \
    zizhi.qualification.v1.review-service.dead-letter \
    zizhi.account.v1.review-service.dead-letter
allow review-service --consumer zizhi.qualification.v1 zizhi.account.v1
allow notification-service --producer zizhi.notification.v1 \
    zizhi.qualification.v1.notification-service.dead-letter \
    zizhi.review.v1.notification-service.dead-letter
allow notification-service --consumer zizhi.qualification.v1 zizhi.review.v1
