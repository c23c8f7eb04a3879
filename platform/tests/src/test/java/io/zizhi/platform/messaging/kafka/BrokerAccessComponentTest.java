package io.zizhi.platform.messaging.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zizhi.contracts.Topics;
import io.zizhi.local.server.kafka.KafkaUsers;
import io.zizhi.local.suite.Infrastructure;
import io.zizhi.local.suite.Infrastructure.Part;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests that the broker accepts events of a topic only from its owner, and nothing from unknown clients. */
class BrokerAccessComponentTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Infrastructure infrastructure = Infrastructure.startForTests(EnumSet.of(Part.KAFKA));

    @ParameterizedTest
    @CsvSource({
        "document-service, zizhi.document.v1",
        "review-service, zizhi.review.v1",
        "qualification-service, zizhi.account.v1",
        "review-service, zizhi.qualification.v1.review-service.dead-letter"
    })
    void service_may_write_its_own_topics(String service, String topic) throws Exception {
        write(infrastructure.kafkaClient(service), topic);
    }

    @ParameterizedTest
    @CsvSource({
        // A forged review decision.
        "document-service, zizhi.review.v1",
        "notification-service, zizhi.qualification.v1",
        "qualification-service, zizhi.review.v1",
        // A forged account verification.
        "review-service, zizhi.account.v1",
        "document-service, zizhi.qualification.v1.review-service.dead-letter"
    })
    void service_may_not_write_topics_of_others(String service, String topic) {
        assertThatThrownBy(() -> write(infrastructure.kafkaClient(service), topic))
                .rootCause()
                .isInstanceOf(TopicAuthorizationException.class);
    }

    @Test
    void service_may_read_only_in_its_own_group() {
        assertThat(read("review-service", "review-service", Topics.QUALIFICATION))
                .isTrue();
        assertThatThrownBy(() -> read("document-service", "document-service", Topics.REVIEW))
                .isInstanceOf(TopicAuthorizationException.class);
        assertThatThrownBy(() -> read("document-service", "review-service", Topics.QUALIFICATION))
                .isInstanceOf(GroupAuthorizationException.class);
    }

    @Test
    void service_may_not_create_topics() {
        try (Admin admin = Admin.create(Map.copyOf(infrastructure.kafkaClient("review-service")))) {
            assertThatThrownBy(() -> admin.createTopics(List.of(new NewTopic("zizhi.own.v1", 1, (short) 1)))
                            .all()
                            .get())
                    .rootCause()
                    .isInstanceOf(TopicAuthorizationException.class);
        }
    }

    @Test
    void rejects_client_without_password() {
        Map<String, String> stranger = Map.of(
                "bootstrap.servers", infrastructure.bootstrapServers(),
                "security.protocol", "PLAINTEXT",
                // The broker closes the connection without an answer, and the client retries until this time-out.
                "max.block.ms", "2000");

        assertThatThrownBy(() -> write(stranger, Topics.REVIEW)).rootCause().isInstanceOf(TimeoutException.class);
    }

    @Test
    void rejects_client_with_wrong_password() {
        Map<String, String> stranger = new HashMap<>(infrastructure.kafkaClient("review-service"));
        stranger.computeIfPresent(
                "sasl.jaas.config", (name, login) -> login.replaceFirst("password=\"[^\"]*\"", "password=\"guessed\""));

        assertThatThrownBy(() -> write(stranger, Topics.REVIEW))
                .rootCause()
                .isInstanceOf(SaslAuthenticationException.class);
    }

    @Test
    void tools_may_write_for_every_service() throws Exception {
        write(infrastructure.kafkaClient(KafkaUsers.TOOLS), Topics.REVIEW);
        write(infrastructure.kafkaClient(KafkaUsers.TOOLS), Topics.DOCUMENT);
    }

    private static void write(Map<String, String> client, String topic)
            throws ExecutionException, InterruptedException {
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(Map.copyOf(client), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topic, new byte[] {1}, new byte[] {1}))
                    .get();
        }
    }

    /** Reads the topic; returns true once the group has assigned its partitions to the consumer. */
    private boolean read(String service, String group, String topic) {
        Map<String, Object> settings = new HashMap<>(infrastructure.kafkaClient(service));
        settings.put("group.id", group);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            long end = System.nanoTime() + PATIENCE.toNanos();
            while (consumer.assignment().isEmpty() && System.nanoTime() < end) {
                consumer.poll(Duration.ofMillis(50));
            }
            return !consumer.assignment().isEmpty();
        }
    }
}
