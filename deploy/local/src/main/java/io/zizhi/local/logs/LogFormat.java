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
 * Parses the logs of all processes: JSON lines of the services, plain lines of the servers. Other lines are kept
 * unchanged, because logs are read when something is wrong.
 */
public final class LogFormat {

    private static final Pattern TIME = Pattern.compile(
            "^\\[?(\\d{4}-\\d{2}-\\d{2})[T ](\\d{2}:\\d{2}:\\d{2})(?:[.,](\\d{1,9}))?( UTC|Z|[+-]\\d{2}:\\d{2})?");
    private static final DateTimeFormatter READABLE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss,SSS", Locale.ROOT);

    private final ZoneId zone;

    /** Creates a format that uses {@code zone} for output and for plain lines. */
    public LogFormat(ZoneId zone) {
        this.zone = zone;
    }

    /** Returns a format in this machine's time zone. */
    public static LogFormat local() {
        return new LogFormat(ZoneId.systemDefault());
    }

    /** Returns the time in {@code line}, if it has one. */
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

    /**
     * Formats {@code line} for people: {@code time LEVEL [logger] message}, followed by the exception if there is one.
     */
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

    /**
     * Returns the logger's name. The field is {@code logger} in the services' logs and {@code loggerName} by default.
     */
    private static String logger(JsonObject json) {
        String logger = string(json, "logger");
        return logger.isEmpty() ? string(json, "loggerName") : logger;
    }

    /**
     * Formats an exception that was logged as an object: its type and message, and the types and messages of its
     * causes.
     */
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
