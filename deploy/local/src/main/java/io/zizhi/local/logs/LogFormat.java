package io.zizhi.local.logs;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the processes of the suite write: JSON lines of the services, plain lines of the servers. A line that is
 * neither is taken as it is, because a log is read when something is wrong.
 */
public final class LogFormat {

    private static final Pattern TIME = Pattern.compile(
            "^\\[?(\\d{4}-\\d{2}-\\d{2})[T ](\\d{2}:\\d{2}:\\d{2})(?:[.,](\\d{1,9}))?( UTC|Z|[+-]\\d{2}:\\d{2})?");
    private static final DateTimeFormatter READABLE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss,SSS", Locale.ROOT);

    private final ZoneId zone;

    /** A format that shows, and understands plain lines, in {@code zone}. */
    public LogFormat(ZoneId zone) {
        this.zone = zone;
    }

    /** A format in the zone of this machine. */
    public static LogFormat local() {
        return new LogFormat(ZoneId.systemDefault());
    }

    /** When {@code line} was written, if it says so. */
    Optional<Instant> time(String line) {
        String time = json(line).map(json -> string(json, "timestamp")).orElse(line);
        Matcher found = TIME.matcher(time);
        if (!found.find()) {
            return Optional.empty();
        }
        String fraction = found.group(3) == null ? "" : "." + found.group(3);
        try {
            LocalDateTime clock = LocalDateTime.parse(found.group(1) + "T" + found.group(2) + fraction);
            return Optional.of(clock.atZone(zone(found.group(4))).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private ZoneId zone(@Nullable String written) {
        if (written == null) {
            return zone;
        }
        return written.equals(" UTC") ? ZoneOffset.UTC : ZoneOffset.of(written);
    }

    /** {@code line} for people: {@code time LEVEL [logger] message}, and below it the exception if there is one. */
    public String readable(String line) {
        return json(line).map(json -> readable(line, json)).orElse(line);
    }

    private String readable(String line, JsonObject json) {
        StringBuilder text = new StringBuilder();
        text.append(time(line).map(time -> READABLE.format(time.atZone(zone))).orElse(string(json, "timestamp")));
        text.append(String.format(Locale.ROOT, " %-5s [%s] ", string(json, "level"), logger(json)));
        text.append(string(json, "message"));
        JsonObject context = object(json, "mdc");
        String trace = string(context, "traceId");
        if (!trace.isEmpty()) {
            text.append(" {traceId=").append(trace);
            text.append(", spanId=").append(string(context, "spanId")).append('}');
        }
        String stack = string(json, "stackTrace");
        text.append(stack.isEmpty() ? causes(json) : "\n" + stack.stripTrailing());
        return text.toString();
    }

    /** Services call it {@code logger}; it is {@code loggerName} where nobody has said otherwise. */
    private static String logger(JsonObject json) {
        String logger = string(json, "logger");
        return logger.isEmpty() ? string(json, "loggerName") : logger;
    }

    /** An exception that was written as an object: its type and message, and those of its causes. */
    private static String causes(JsonObject json) {
        StringBuilder text = new StringBuilder();
        JsonObject exception = object(json, "exception");
        for (String word = "\n"; !exception.isEmpty(); word = "\nCaused by: ") {
            text.append(word).append(string(exception, "exceptionType"));
            text.append(": ").append(string(exception, "message"));
            exception = object(object(exception, "causedBy"), "exception");
        }
        return text.toString();
    }

    private static Optional<JsonObject> json(String line) {
        if (!line.startsWith("{")) {
            return Optional.empty();
        }
        try {
            JsonObject json = JsonParser.parseString(line).getAsJsonObject();
            return json.has("message") ? Optional.of(json) : Optional.empty();
        } catch (JsonParseException e) {
            return Optional.empty();
        }
    }

    private static JsonObject object(JsonObject json, String name) {
        JsonElement value = json.get(name);
        return value instanceof JsonObject object ? object : new JsonObject();
    }

    private static String string(JsonObject json, String name) {
        JsonElement value = json.get(name);
        return value instanceof JsonPrimitive ? value.getAsString() : "";
    }
}
