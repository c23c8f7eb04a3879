package io.zizhi.platform.operations;

import static io.zizhi.platform.operations.OperatorApi.BASE;
import static io.zizhi.platform.operations.OperatorApi.FIRST;
import static io.zizhi.platform.operations.OperatorApi.as;
import static io.zizhi.platform.operations.OperatorApi.audited;
import static io.zizhi.platform.operations.OperatorApi.count;
import static io.zizhi.platform.operations.OperatorApi.get;
import static io.zizhi.platform.testkit.Waits.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.zizhi.contracts.Topics;
import io.zizhi.platform.messaging.deadletter.DeadLetters;
import io.zizhi.platform.messaging.inbox.Inbox;
import io.zizhi.platform.messaging.outbox.CloudEventHeaders;
import io.zizhi.platform.messaging.outbox.EventJson;
import io.zizhi.platform.sample.OnQualificationSubmitted;
import io.zizhi.platform.sample.Samples;
import io.zizhi.platform.sample.TallyRepository;
import io.zizhi.platform.testkit.EventBus;
import io.zizhi.platform.testkit.LocalInfrastructure;
import io.zizhi.platform.testkit.Reactive;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(LocalInfrastructure.class)
class DeadLettersComponentTest {

    @Inject
    DeadLetters deadLetters;

    @Inject
    Inbox inbox;

    @Inject
    TallyRepository tallies;

    @Inject
    OnQualificationSubmitted reaction;

    @AfterEach
    void failNoMore() {
        reaction.failNoMore();
    }

    @Test
    void shows_an_unreadable_record_without_personal_data() {
        String key = "poison-" + Samples.newId();
        byte[] content = "{\"name\":\"李雷\",\"idNumber\":\"511391199001015123\",\"phone\":\"+86 138-1234-5678\"} \0"
                .getBytes(StandardCharsets.UTF_8);
        var poison = new ProducerRecord<>(Topics.QUALIFICATION, key, content);
        poison.headers().add("who", "韩梅梅".getBytes(StandardCharsets.UTF_8));
        EventBus.send(poison);
        long id = await().until(() -> idOf(key), found -> found > 0);
        String shown = show(id).statusCode(200)
                .body("key", equalTo(key))
                .body("size", equalTo(content.length))
                .body("headers.find { it.name == 'who' }.value", equalTo("韩*"))
                .body("state", equalTo("WAITING"))
                .extract()
                .asString();
        assertThat(shown)
                .contains("511391********5123", "李*", "ce_id")
                .doesNotContain("511391199001015123", "李雷", "韩梅梅", "1234-5678", "\\u0000");
        get(BASE + "/dead-letters?limit=100&topic=" + Topics.QUALIFICATION)
                .statusCode(200)
                .body("items.id", hasItem((int) id));
        assertThat(audited("dead-letter", Long.toString(id))).containsExactly("operator dead-letter.inspected");
    }

    @Test
    void keeps_a_record_that_is_still_unreadable() {
        long id = kept(record(Samples.newId(), new byte[] {1, 2, 3}));
        retry(id).body("state", equalTo("WAITING")).body("retries", equalTo(1));
        assertThat(audited("dead-letter", Long.toString(id))).contains("operator dead-letter.retried");
    }

    @Test
    void applies_a_newly_readable_record_once_on_retry() {
        long aggregate = Samples.newId();
        long id = kept(readable(aggregate));
        retry(id).body("state", equalTo("READ"));
        retry(id).body("state", equalTo("READ"));
        assertThat(log(aggregate)).isEqualTo("1");
        get(BASE + "/dead-letters?limit=100").body("items.id", not(hasItem((int) id)));
        get(BASE + "/dead-letters?limit=100&state=READ").body("items.id", hasItem((int) id));
    }

    @Test
    void a_retry_during_an_outage_is_applied_afterwards() {
        long aggregate = Samples.newId();
        long id = kept(readable(aggregate));
        reaction.outageAtRevision(1);
        retry(id).body("state", equalTo("READ"));
        get(BASE + "/held-events?aggregateId=" + aggregate).body("items.waitsFor", equalTo(List.of("NOTHING")));
        reaction.failNoMore();
        await().until(() -> log(aggregate).equals("1"));
    }

    @Test
    void stores_and_publishes_a_redelivered_record_once() {
        String key = "twice-" + Samples.newId();
        var unreadable = new ConsumerRecord<>(Topics.QUALIFICATION, 3, Samples.newId(), key, new byte[] {1});
        Reactive.run(() -> inbox.receive(unreadable).replaceWith(true));
        Reactive.run(() -> inbox.receive(unreadable).replaceWith(true));
        assertThat(count("select count(*) from dead_letter where record_key = convert_to('" + key + "', 'UTF8')"))
                .isEqualTo(1);
        assertThat(EventBus.records(Topics.deadLetter(Topics.QUALIFICATION, "platform")))
                .filteredOn(message -> key.equals(message.key()))
                .hasSize(1);
    }

    /** Without a check, each of these records would fail in the database forever and block its partition. */
    @ParameterizedTest
    @CsvSource({
        "ce_aggregateversion, 0",
        "ce_aggregateversion, -1",
        "ce_type, a<NUL>b",
        "ce_time, +99999-01-01T00:00:00Z",
        "ce_time, 0001-01-01T00:00:00Z"
    })
    void an_unstorable_record_becomes_a_dead_letter(String header, String value) {
        var strange = readable(Samples.newId());
        strange.headers().remove(header);
        strange.headers().add(header, value.replace("<NUL>", "\0").getBytes(StandardCharsets.UTF_8));
        Reactive.run(() -> inbox.receive(strange).replaceWith(true));
        assertThat(idOf(strange.key())).isPositive();
    }

    @Test
    void an_unstorable_key_becomes_a_dead_letter() {
        for (String key : new String[] {"a\0b" + Samples.newId(), "k".repeat(3000) + Samples.newId()}) {
            var strange = new ConsumerRecord<>(Topics.QUALIFICATION, 3, Samples.newId(), key, new byte[] {'{', '}'});
            readable(Samples.newId()).headers().forEach(strange.headers()::add);
            strange.headers()
                    .remove(CloudEventHeaders.TYPE)
                    .add(CloudEventHeaders.TYPE, "x".getBytes(StandardCharsets.UTF_8));
            Reactive.run(() -> inbox.receive(strange).replaceWith(true));
            assertThat(count("select count(*) from dead_letter where record_offset = " + strange.offset()))
                    .isEqualTo(1);
        }
    }

    @Test
    void drops_an_unstorable_trace_and_keeps_the_event() {
        long aggregate = Samples.newId();
        var early = readable(aggregate);
        early.headers().remove(CloudEventHeaders.AGGREGATE_VERSION);
        early.headers().add(CloudEventHeaders.AGGREGATE_VERSION, "2".getBytes(StandardCharsets.UTF_8));
        early.headers().add("traceparent", "00-\0".getBytes(StandardCharsets.UTF_8));
        Reactive.run(() -> inbox.receive(early).replaceWith(true));
        assertThat(count("select count(*) from held_event where aggregate_id = '" + aggregate + "'"))
                .isEqualTo(1);
    }

    private long kept(ConsumerRecord<String, byte[]> message) {
        Reactive.run(() -> deadLetters
                .store(message, "An older version could not read it.")
                .replaceWith(true));
        return idOf(message.key());
    }

    private static ConsumerRecord<String, byte[]> readable(long aggregate) {
        var event = Samples.submitted(aggregate, 1);
        var message = record(aggregate, EventJson.write(event).getBytes(StandardCharsets.UTF_8));
        EventBus.headers(event, 1, UUID.randomUUID())
                .forEach((name, text) -> message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return message;
    }

    private static ConsumerRecord<String, byte[]> record(long aggregate, byte[] content) {
        return new ConsumerRecord<>(Topics.QUALIFICATION, 5, aggregate, Long.toString(aggregate), content);
    }

    private static long idOf(String key) {
        return count(
                "select coalesce(max(id), 0) from dead_letter where record_key = convert_to('" + key + "', 'UTF8')");
    }

    private static ValidatableResponse show(long id) {
        return get(BASE + "/dead-letters/{id}", id);
    }

    private static ValidatableResponse retry(long id) {
        return as(FIRST).post(BASE + "/dead-letters/{id}/retry", id).then().statusCode(200);
    }

    private String log(long id) {
        var tally = Reactive.inTransaction(() -> tallies.findById(id));
        return tally == null ? "" : tally.log();
    }
}
