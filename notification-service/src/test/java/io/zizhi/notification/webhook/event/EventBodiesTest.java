package io.zizhi.notification.webhook.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zizhi.contracts.AuthorizationLetterApproved;
import io.zizhi.contracts.DecisionReason;
import io.zizhi.contracts.Event;
import io.zizhi.contracts.EventType;
import io.zizhi.contracts.LetterContact;
import io.zizhi.contracts.QualificationDeleted;
import io.zizhi.contracts.QualificationRejected;
import io.zizhi.notification.webhook.subscription.WebhookEventType;
import io.zizhi.platform.messaging.inbox.EventContext;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventBodiesTest {

    private static final Instant AT = Instant.parse("2026-11-24T02:00:00Z");
    private static final EventContext CONTEXT =
            new EventContext(UUID.fromString("0191d3c2-6c3f-7b8e-9a52-3f1f6b0a7c11"), AT, 7);
    private static final Set<String> KNOWN = Set.of(
            "qualificationId",
            "fromQualificationId",
            "letterId",
            "fromLetterId",
            "signatureId",
            "workOrder",
            "accountId",
            "name",
            "reason",
            "reasons",
            "items",
            "evidence",
            "daysLeft",
            "endsOn",
            "boundSignatures",
            "approvedAt",
            "rejectedAt",
            "requestedAt",
            "expiredAt",
            "suspendedAt",
            "reinstatedAt",
            "revokedAt",
            "boundAt",
            "movedAt",
            "releasedAt");

    private final EventBodies bodies = new EventBodies(new ObjectMapper());

    @Test
    void body_has_type_order_and_fields_without_the_contact() throws JsonProcessingException {
        EventBody body = body(new QualificationRejected(
                1001,
                2001,
                "company-a",
                "星河示例资质",
                "fedcba9876543210fedcba9876543210",
                List.of(new DecisionReason("CERT_EXPIRED", "/company/certificate")),
                AT));
        JsonNode json = new ObjectMapper().readTree(body.json());
        assertThat(body.accountId()).isEqualTo("company-a");
        assertThat(json.path("type").asText()).isEqualTo("qualification.rejected");
        assertThat(json.path("timestamp").asText()).isEqualTo("2026-11-24T02:00:00Z");
        assertThat(json.path("aggregateId").asText()).isEqualTo("1001");
        assertThat(json.path("aggregateVersion").asLong()).isEqualTo(7);
        assertThat(json.at("/data/name").asText()).isEqualTo("星河示例资质");
        assertThat(json.at("/data/reasons/0/code").asText()).isEqualTo("CERT_EXPIRED");
        assertThat(body.json()).doesNotContain("contact", "fedcba98");
        assertThat(body(new AuthorizationLetterApproved(
                                1002, 2002, "company-a", "V1", null, new LetterContact(1001, "fedcba98"), AT))
                        .json())
                .doesNotContain("contact", "fedcba98");
    }

    /** A new field of an event reaches receivers. So it must be added here, after a look at its content. */
    @Test
    void events_have_no_other_fields() {
        Set<String> fields = new TreeSet<>();
        for (WebhookEventType type : WebhookEventType.values()) {
            for (RecordComponent field :
                    EventType.valueOf(type.name()).eventClass().getRecordComponents()) {
                fields.add(field.getName());
            }
        }
        fields.removeAll(Set.of("contactId", "contact"));
        assertThat(KNOWN).containsAll(fields);
    }

    @Test
    void refuses_events_that_accounts_cannot_subscribe_to() {
        assertThatThrownBy(() -> WebhookEventType.of(new QualificationDeleted(1001, "company-a", AT)))
                .hasMessageContaining("QUALIFICATION_DELETED");
        assertThat(Arrays.stream(WebhookEventType.values()).map(WebhookEventType::type))
                .doesNotHaveDuplicates();
    }

    private EventBody body(Event event) {
        return bodies.of(WebhookEventType.of(event), event, CONTEXT);
    }
}
