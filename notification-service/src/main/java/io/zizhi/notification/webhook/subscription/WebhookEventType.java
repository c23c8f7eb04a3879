package io.zizhi.notification.webhook.subscription;

import io.zizhi.contracts.Event;
import io.zizhi.contracts.EventType;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The events that an account can subscribe to. */
public enum WebhookEventType {
    QUALIFICATION_APPROVED(EventType.QUALIFICATION_APPROVED, "qualification.approved"),
    QUALIFICATION_REJECTED(EventType.QUALIFICATION_REJECTED, "qualification.rejected"),
    QUALIFICATION_SUPPLEMENT_REQUESTED(
            EventType.QUALIFICATION_SUPPLEMENT_REQUESTED, "qualification.supplement_requested"),
    QUALIFICATION_EXPIRING(EventType.QUALIFICATION_EXPIRING, "qualification.expiring"),
    QUALIFICATION_EXPIRED(EventType.QUALIFICATION_EXPIRED, "qualification.expired"),
    QUALIFICATION_SUSPENDED(EventType.QUALIFICATION_SUSPENDED, "qualification.suspended"),
    QUALIFICATION_REINSTATED(EventType.QUALIFICATION_REINSTATED, "qualification.reinstated"),
    QUALIFICATION_REVOKED(EventType.QUALIFICATION_REVOKED, "qualification.revoked"),
    LETTER_APPROVED(EventType.LETTER_APPROVED, "authorization_letter.approved"),
    LETTER_REJECTED(EventType.LETTER_REJECTED, "authorization_letter.rejected"),
    LETTER_SUPPLEMENT_REQUESTED(EventType.LETTER_SUPPLEMENT_REQUESTED, "authorization_letter.supplement_requested"),
    LETTER_EXPIRING(EventType.LETTER_EXPIRING, "authorization_letter.expiring"),
    LETTER_EXPIRED(EventType.LETTER_EXPIRED, "authorization_letter.expired"),
    SIGNATURE_BOUND(EventType.SIGNATURE_BOUND, "signature.bound"),
    SIGNATURE_MOVED(EventType.SIGNATURE_MOVED, "signature.moved"),
    SIGNATURE_RELEASED(EventType.SIGNATURE_RELEASED, "signature.released");

    private static final Map<EventType, WebhookEventType> BY_EVENT =
            Arrays.stream(values()).collect(Collectors.toMap(type -> type.event, Function.identity()));

    private final EventType event;
    private final String type;

    WebhookEventType(EventType event, String type) {
        this.event = event;
        this.type = type;
    }

    /** Returns the name in requests and payloads, for example {@code qualification.approved}. */
    public String type() {
        return type;
    }

    /** Returns the type of the event; fails if accounts cannot subscribe to it. */
    public static WebhookEventType of(Event event) {
        return Objects.requireNonNull(BY_EVENT.get(event.type()), () -> "No webhooks for " + event.type());
    }

    static Optional<WebhookEventType> named(String type) {
        return Arrays.stream(values()).filter(known -> known.type.equals(type)).findFirst();
    }
}
