package io.zizhi.notification.sender.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import io.zizhi.platform.http.BodyLimits;
import io.zizhi.platform.http.IncomingBody;
import io.zizhi.platform.http.problem.ProblemException;
import io.zizhi.platform.http.problem.Problems;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

/** The body of a request with receipts. It is bounded, and read before anything in it is trusted. */
public final class ReceiptBody {

    /** Form of a provider's code. */
    public static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.:/-]{0,59}");

    /** About 800 receipts of Alibaba Cloud. */
    private static final BodyLimits LIMITS = new BodyLimits(262_144, Duration.ofSeconds(10), 10_240);

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private ReceiptBody() {}

    /** Receives the text; fails with 413 if it is too large and with 408 if it is too slow. */
    public static Uni<String> receive(IncomingBody body) {
        return body.receive(LIMITS, () -> Problems.tooLarge("PAYLOAD_TOO_LARGE", "The body is too large."))
                .map(bytes -> new String(bytes, UTF_8));
    }

    /** Returns the time; fails before 1970 and after 9999, because the database cannot store every time. */
    public static Instant time(Instant parsed) {
        if (parsed.isBefore(Instant.EPOCH) || parsed.isAfter(LATEST)) {
            throw new DateTimeException("The year must be between 1970 and 9999");
        }
        return parsed;
    }

    /** Returns the problem of a body that contains no receipts. */
    public static ProblemException unreadable() {
        return Problems.badRequest("RECEIPT_INVALID", "", "The body contains no valid receipt.");
    }
}
