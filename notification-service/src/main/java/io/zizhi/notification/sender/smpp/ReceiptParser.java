package io.zizhi.notification.sender.smpp;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.MessageState;
import org.jsmpp.bean.OptionalParameter;
import org.jspecify.annotations.Nullable;

/**
 * Reads receipts in both forms: parameters ({@code receipted_message_id}, {@code message_state}), and the text
 * {@code id:… stat:…} of SMPP 3.4, appendix B. SMSCs send either or both; a parameter wins over the text.
 */
final class ReceiptParser {

    /** Reads no further than any receipt needs: the text is the SMSC's, and its end repeats the message. */
    private static final int LONGEST_TEXT = 255;

    /** Form of an id. A NUL could not be stored, and the SMSC would send the receipt again and again. */
    private static final String PRINTABLE = "[\\x21-\\x7E]{1,65}";

    private static final Pattern ID = field("id", PRINTABLE);
    private static final Pattern STAT = field("stat", "[A-Za-z]{1,20}");
    private static final Pattern ERR = field("err", "[0-9A-Za-z]{1,10}");
    private static final Pattern ZEROS = Pattern.compile("0*");

    private static final Map<String, MessageState> WORDS = Map.ofEntries(
            Map.entry("SCHEDUL", MessageState.SCHEDULED),
            Map.entry("ENROUTE", MessageState.ENROUTE),
            Map.entry("DELIVRD", MessageState.DELIVERED),
            Map.entry("EXPIRED", MessageState.EXPIRED),
            Map.entry("DELETED", MessageState.DELETED),
            Map.entry("UNDELIV", MessageState.UNDELIVERABLE),
            Map.entry("ACCEPTD", MessageState.ACCEPTED),
            Map.entry("UNKNOWN", MessageState.UNKNOWN),
            Map.entry("REJECTD", MessageState.REJECTED),
            Map.entry("SKIPPED", MessageState.SKIPPED));

    private ReceiptParser() {}

    /** Returns the receipt; empty for a reply of a person, an intermediate notice, or an unreadable receipt. */
    static Optional<SegmentReceipt> parse(DeliverSm deliver, ReceiptIds ids) {
        if (!deliver.isSmscDeliveryReceipt() && deliver.getOptionalParameter(receiptedId()) == null) {
            return Optional.empty();
        }
        String text = text(deliver);
        Optional<MessageState> state = state(deliver, text);
        return id(deliver, text, ids)
                .flatMap(id -> state.flatMap(known -> SegmentState.of(known)
                        .map(outcome -> new SegmentReceipt(id, outcome, code(known, outcome, text)))));
    }

    /** Returns the code of a state that the SMSC reports, for example {@code SMPP_UNDELIVERABLE_ERR_040}. */
    static @Nullable String code(MessageState state, SegmentState outcome, String text) {
        if (outcome == SegmentState.DELIVERED) {
            return null;
        }
        String error = find(ERR, text)
                .filter(found -> !ZEROS.matcher(found).matches())
                .map(found -> "_ERR_" + found.toUpperCase(Locale.ROOT))
                .orElse("");
        return "SMPP_" + state + error;
    }

    private static Optional<String> id(DeliverSm deliver, String text, ReceiptIds ids) {
        OptionalParameter.Receipted_message_id parameter = deliver.getOptionalParameter(receiptedId());
        return Optional.ofNullable(parameter)
                .map(named -> named.getValueAsString().trim())
                .filter(named -> named.matches(PRINTABLE))
                .map(ids::ofAnswer)
                .or(() -> find(ID, text).map(ids::ofText));
    }

    private static Optional<MessageState> state(DeliverSm deliver, String text) {
        OptionalParameter.Message_state parameter = deliver.getOptionalParameter(OptionalParameter.Message_state.class);
        return Optional.ofNullable(parameter)
                .flatMap(named -> Arrays.stream(MessageState.values())
                        .filter(state -> state.value() == named.getValue())
                        .findFirst())
                .or(() -> find(STAT, text)
                        .map(word -> word.toUpperCase(Locale.ROOT))
                        .flatMap(word -> Optional.ofNullable(WORDS.get(word))));
    }

    private static String text(DeliverSm deliver) {
        byte[] octets = deliver.getShortMessage();
        OptionalParameter.Message_payload payload =
                deliver.getOptionalParameter(OptionalParameter.Message_payload.class);
        if ((octets == null || octets.length == 0) && payload != null) {
            octets = payload.getValue();
        }
        return octets == null
                ? ""
                : new String(octets, 0, Math.min(octets.length, LONGEST_TEXT), StandardCharsets.ISO_8859_1);
    }

    private static Class<OptionalParameter.Receipted_message_id> receiptedId() {
        return OptionalParameter.Receipted_message_id.class;
    }

    private static Pattern field(String name, String value) {
        return Pattern.compile("(?:^|\\s)" + name + ":(" + value + ")(?=\\s|$)", Pattern.CASE_INSENSITIVE);
    }

    private static Optional<String> find(Pattern field, String text) {
        Matcher matcher = field.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
