package io.zizhi.notification.sender.message;

import static io.zizhi.notification.sender.message.SmsVariable.CODE;
import static io.zizhi.notification.sender.message.SmsVariable.COUNT;
import static io.zizhi.notification.sender.message.SmsVariable.DAYS;
import static io.zizhi.notification.sender.message.SmsVariable.ENDS_ON;
import static io.zizhi.notification.sender.message.SmsVariable.MINUTES;
import static io.zizhi.notification.sender.message.SmsVariable.NAME;
import static io.zizhi.notification.sender.message.SmsVariable.OLDEST;
import static io.zizhi.notification.sender.message.SmsVariable.REASONS;
import static io.zizhi.notification.sender.message.SmsVariable.WORK_ORDER;
import static io.zizhi.notification.sender.message.SmsVariable.WORK_ORDERS;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The messages that this service sends, with their variables. Their texts are data, see {@link SmsTexts}. Chinese
 * providers expect the name of a pre-approved text and its parameters. So each message carries name and parameters,
 * besides the complete text.
 */
public enum SmsTemplate {
    /** A phone code. */
    PHONE_CODE(SmsKind.CODE, CODE, MINUTES),

    /** A qualification was approved. */
    QUALIFICATION_APPROVED(SmsKind.NOTICE, NAME, WORK_ORDER),

    /** A qualification was rejected. */
    QUALIFICATION_REJECTED(SmsKind.NOTICE, NAME, WORK_ORDER, COUNT, REASONS),

    /** More material is needed. */
    QUALIFICATION_SUPPLEMENT_REQUESTED(SmsKind.NOTICE, NAME, WORK_ORDER, COUNT, REASONS),

    /** Evidence expires soon. */
    QUALIFICATION_EXPIRING(SmsKind.NOTICE, NAME, REASONS, ENDS_ON, DAYS),

    /** Evidence has expired. */
    QUALIFICATION_EXPIRED(SmsKind.NOTICE, NAME, REASONS, ENDS_ON),

    /** A qualification was suspended. */
    QUALIFICATION_SUSPENDED(SmsKind.NOTICE, NAME, REASONS),

    /** The suspension of a qualification was lifted. */
    QUALIFICATION_REINSTATED(SmsKind.NOTICE, NAME, REASONS),

    /** A qualification was revoked. */
    QUALIFICATION_REVOKED(SmsKind.NOTICE, NAME, REASONS),

    /** A letter was approved. */
    LETTER_APPROVED(SmsKind.NOTICE, NAME, WORK_ORDER),

    /** A letter was rejected. */
    LETTER_REJECTED(SmsKind.NOTICE, NAME, WORK_ORDER, COUNT, REASONS),

    /** A letter needs more material. */
    LETTER_SUPPLEMENT_REQUESTED(SmsKind.NOTICE, NAME, WORK_ORDER, COUNT, REASONS),

    /** A letter expires soon. */
    LETTER_EXPIRING(SmsKind.NOTICE, NAME, ENDS_ON, DAYS),

    /** A letter has expired. */
    LETTER_EXPIRED(SmsKind.NOTICE, NAME, ENDS_ON),

    /** To staff: reviews are close to their target. */
    STAFF_REVIEWS_WARNED(SmsKind.ALERT, COUNT, OLDEST, WORK_ORDERS, MINUTES),

    /** To staff: reviews are overdue. */
    STAFF_REVIEWS_BREACHED(SmsKind.ALERT, COUNT, OLDEST, WORK_ORDERS, MINUTES),

    /** To staff: overdue reviews were escalated. */
    STAFF_REVIEWS_ESCALATED(SmsKind.ALERT, COUNT, OLDEST, WORK_ORDERS, MINUTES);

    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z]+)}");

    private final SmsKind kind;
    private final List<SmsVariable> variables;

    SmsTemplate(SmsKind kind, SmsVariable... variables) {
        this.kind = kind;
        this.variables = List.of(variables);
    }

    public SmsKind kind() {
        return kind;
    }

    /** Returns the variables; each text contains all of them. */
    public List<SmsVariable> variables() {
        return variables;
    }

    /** Returns the names of the variables. */
    public Set<String> parameters() {
        return variables.stream().map(SmsVariable::placeholder).collect(Collectors.toUnmodifiableSet());
    }

    /** Returns the names of the variables in a text. */
    public static Set<String> variablesIn(String text) {
        return PLACE.matcher(text).results().map(place -> place.group(1)).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Replaces the variables of a text. {@code parameters} must be exactly those of the template. Values are inserted
     * literally.
     */
    public String fill(String text, Map<String, String> parameters) {
        if (!parameters.keySet().equals(parameters())) {
            throw new IllegalArgumentException(this + " takes " + parameters() + ", not " + parameters.keySet());
        }
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(parameters.getOrDefault(place.group(1), "")));
    }
}
