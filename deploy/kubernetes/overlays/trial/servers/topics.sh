# Creates the topics, and gives each service the rights that its KafkaUser of the production overlay has. Repeatable.
run() { "/opt/kafka/bin/kafka-$1.sh" --bootstrap-server kafka:9092 --command-config /etc/kafka-users/client.properties "${@:2}"; }

topic() { run topics --create --if-not-exists --topic "$1" --partitions "$2" "${@:3}"; }

# allow SERVICE Write|Read TOPIC…
allow() {
    local topics=() topic
    for topic in "${@:3}"; do
        topics+=(--topic "$topic")
    done
    run acls --add --allow-principal "User:$1" --operation "$2" --operation Describe "${topics[@]}"
    if [[ "$2" == Read ]]; then
        run acls --add --allow-principal "User:$1" --operation Read --group "$1"
    fi
}

dead=(1 --config retention.ms=1209600000 --config max.message.bytes=2097152)

topic zizhi.qualification.v1 12 --config retention.ms=1209600000
topic zizhi.review.v1 12 --config retention.ms=1209600000
topic zizhi.document.v1 12 --config retention.ms=1209600000
topic zizhi.notification.v1 12 --config retention.ms=1209600000
topic zizhi.account.v1 12 --config cleanup.policy=compact --config delete.retention.ms=1209600000
topic zizhi.review.v1.qualification-service.dead-letter "${dead[@]}"
topic zizhi.account.v1.qualification-service.dead-letter "${dead[@]}"
topic zizhi.qualification.v1.document-service.dead-letter "${dead[@]}"
topic zizhi.account.v1.document-service.dead-letter "${dead[@]}"
topic zizhi.qualification.v1.review-service.dead-letter "${dead[@]}"
topic zizhi.account.v1.review-service.dead-letter "${dead[@]}"
topic zizhi.qualification.v1.notification-service.dead-letter "${dead[@]}"
topic zizhi.review.v1.notification-service.dead-letter "${dead[@]}"
topic zizhi.account.v1.notification-service.dead-letter "${dead[@]}"

allow qualification-service Write zizhi.qualification.v1 \
    zizhi.account.v1 \
    zizhi.review.v1.qualification-service.dead-letter \
    zizhi.account.v1.qualification-service.dead-letter
allow qualification-service Read zizhi.review.v1 zizhi.account.v1
allow document-service Write zizhi.document.v1 \
    zizhi.qualification.v1.document-service.dead-letter \
    zizhi.account.v1.document-service.dead-letter
allow document-service Read zizhi.qualification.v1 zizhi.account.v1
allow review-service Write zizhi.review.v1 \
    zizhi.qualification.v1.review-service.dead-letter \
    zizhi.account.v1.review-service.dead-letter
allow review-service Read zizhi.qualification.v1 zizhi.account.v1
allow notification-service Write zizhi.notification.v1 \
    zizhi.qualification.v1.notification-service.dead-letter \
    zizhi.review.v1.notification-service.dead-letter \
    zizhi.account.v1.notification-service.dead-letter
allow notification-service Read zizhi.qualification.v1 zizhi.review.v1 zizhi.account.v1
