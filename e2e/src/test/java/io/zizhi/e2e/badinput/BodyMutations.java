package io.zizhi.e2e.badinput;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zizhi.e2e.badinput.Mutation.Demand;
import io.zizhi.e2e.http.Call;
import io.zizhi.e2e.openapi.ServiceDocument;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;

/** Invalid JSON bodies: mutates each field of the schema or of the valid body, and the body as a whole. */
final class BodyMutations {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MARK = "@@here@@";
    private static final Map<String, String> SAMPLES = samples();

    private final ServiceDocument document;
    private final List<String> foreignIds;
    private final List<Mutation> mutations = new ArrayList<>();

    private BodyMutations(ServiceDocument document, List<String> foreignIds) {
        this.document = document;
        this.foreignIds = foreignIds;
    }

    static List<Mutation> of(
            Call valid, JsonNode schema, boolean optional, ServiceDocument document, List<String> foreignIds) {
        BodyMutations made = new BodyMutations(document, foreignIds);
        made.object("", body(valid), schema);
        made.none(optional ? Demand.NOTHING : Demand.REFUSAL);
        made.whole();
        return made.mutations;
    }

    private void object(String pointer, JsonNode value, JsonNode schema) {
        Set<String> names = new LinkedHashSet<>();
        value.fieldNames().forEachRemaining(names::add);
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        Set<String> required = new LinkedHashSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        for (String name : names) {
            JsonNode inner = document.follow(schema.path("properties").path(name));
            field(pointer + "/" + escaped(name), value.path(name), inner, required.contains(name));
        }
        for (String extra : List.of("unknownField", "__proto__", "", "a/b~c", "\u8D44", "class")) {
            set("unknown field '" + extra + "'", pointer + "/" + escaped(extra), Demand.REFUSAL, "1");
        }
    }

    private void field(String pointer, JsonNode value, JsonNode schema, boolean required) {
        String type = type(value, schema);
        if (!value.isMissingNode()) {
            Demand demand = required ? Demand.REFUSAL : Demand.NOTHING;
            add("without it", pointer, demand, body -> removed(body, pointer));
            twice(pointer, value);
        }
        set("null", pointer, required ? Demand.REFUSAL : Demand.NOTHING, "null");
        SAMPLES.forEach((sample, json) -> {
            if (!sample.equals(type) && !(sample.equals("integer") && type.equals("number"))) {
                set("as " + sample, pointer, Demand.REFUSAL, json);
            }
        });
        set("deep", pointer, Demand.REFUSAL, "[".repeat(5_000) + "]".repeat(5_000));
        set("deep objects", pointer, Demand.REFUSAL, "{\"a\":".repeat(3_000) + "1" + "}".repeat(3_000));
        switch (type) {
            case "string" -> text(pointer, value, schema);
            case "integer", "number" -> number(pointer, schema);
            case "boolean" -> set("as a word", pointer, Demand.REFUSAL, "\"true\"");
            case "array" -> array(pointer, value, schema);
            default -> {
                if (value.isObject()) {
                    object(pointer, value, schema);
                }
            }
        }
    }

    /**
     * Repeats a member of an object. A member of an array has no name, so there the body is unreadable, and the
     * reported position depends on the parser.
     */
    private void twice(String pointer, JsonNode value) {
        String json = value + ",\"" + last(pointer) + "\":" + value;
        boolean named = !last(pointer).matches("[0-9]+");
        String place = named ? pointer : parent(pointer).toString();
        add("twice", place, Demand.REFUSAL, body -> spliced(body, pointer, json.getBytes(StandardCharsets.UTF_8)));
    }

    private void text(String pointer, JsonNode value, JsonNode schema) {
        Awkward.harmless().forEach((label, text) -> set(label, pointer, Demand.NOTHING, quoted(text)));
        Awkward.impossible().forEach((label, text) -> set(label, pointer, Demand.REFUSAL, '"' + text + '"'));
        foreignIds.forEach(id -> set("of another account", pointer, Demand.NOTHING, quoted(id)));
        for (String length : List.of("minLength", "maxLength")) {
            int limit = schema.path(length).asInt(0);
            for (int near = Math.max(0, limit - 1); limit > 0 && near <= limit + 1; near++) {
                boolean outside = length.equals("maxLength") ? near > limit : near < limit;
                set(near + " characters", pointer, outside ? Demand.REFUSAL : Demand.NOTHING, quoted("a".repeat(near)));
            }
        }
        if (schema.has("enum")) {
            String known = schema.path("enum").path(0).asText();
            for (String none : List.of("UNKNOWN_VALUE", known.toLowerCase(Locale.ROOT), known + " ", "0")) {
                set("unknown value", pointer, Demand.REFUSAL, quoted(none));
            }
        }
        String right = value.asText("x");
        set("right, and a blank", pointer, Demand.NOTHING, quoted(right + " "));
        set("right, and a line", pointer, Demand.NOTHING, quoted(right + "\n"));
        raw("overlong NUL", pointer, new byte[] {'"', 'a', (byte) 0xC0, (byte) 0x80, '"'});
        raw("overlong slash", pointer, new byte[] {'"', 'a', (byte) 0xE0, (byte) 0x80, (byte) 0xAF, '"'});
        raw("no UTF-8", pointer, new byte[] {'"', 'a', (byte) 0xFF, '"'});
        raw("surrogate in UTF-8", pointer, new byte[] {'"', (byte) 0xED, (byte) 0xA0, (byte) 0x80, '"'});
        raw("beyond Unicode", pointer, new byte[] {'"', (byte) 0xF7, (byte) 0xBF, (byte) 0xBF, (byte) 0xBF, '"'});
        raw("half a character", pointer, new byte[] {'"', (byte) 0xE8, (byte) 0xB5, '"'});
        raw("control character", pointer, new byte[] {'"', 'a', 1, '"'});
        raw("bad escape", pointer, "\"\\x41\"".getBytes(StandardCharsets.UTF_8));
    }

    private void number(String pointer, JsonNode schema) {
        for (String none : List.of(
                "9223372036854775808",
                "-9223372036854775809",
                "1e400",
                "9".repeat(2_000),
                "1.5",
                "NaN",
                "01",
                "0x1",
                "+1")) {
            set("number " + none.substring(0, Math.min(20, none.length())), pointer, Demand.REFUSAL, none);
        }
        for (String awkward : List.of("0", "-0", "-1", "2147483648", "9223372036854775807", "1e2", "1E-400")) {
            set("number " + awkward, pointer, Demand.NOTHING, awkward);
        }
        for (String bound : List.of("minimum", "maximum")) {
            long limit = schema.path(bound).asLong();
            if (schema.has(bound)) {
                set("at " + bound, pointer, Demand.NOTHING, Long.toString(limit));
                long outside = bound.equals("minimum") ? limit - 1 : limit + 1;
                set("beyond " + bound, pointer, Demand.REFUSAL, Long.toString(outside));
            }
        }
    }

    private void array(String pointer, JsonNode value, JsonNode schema) {
        set("with null", pointer, Demand.REFUSAL, "[null]");
        set("nested", pointer, Demand.REFUSAL, "[[[]]]");
        JsonNode item = value.path(0);
        String one = item.isMissingNode() ? quoted("0".repeat(32)) : item.toString();
        int limit = schema.path("maxItems").asInt(0);
        if (limit > 0) {
            set("full", pointer, Demand.NOTHING, repeated(one, limit));
            set("over", pointer, Demand.REFUSAL, repeated(one, limit + 1));
        }
        set("with many", pointer, Demand.NOTHING, repeated(one, 2_000));
        JsonNode items = document.follow(schema.path("items"));
        if (!item.isMissingNode()) {
            field(pointer + "/0", item, items, false);
        }
    }

    private void none(Demand demand) {
        for (String none : List.of("", " ", "null")) {
            add("body " + none, "", demand, body -> none.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void whole() {
        for (String none : List.of(
                "[]",
                "\"text\"",
                "1",
                "true",
                "{",
                "}",
                "{}{",
                "[[[",
                "nul",
                "{\"a\":}",
                "{'a':1}",
                "{a:1}",
                "{\"a\":1,}",
                "<a/>",
                "a=b",
                "{\"a\":NaN}",
                "/**/{}",
                "\u0000",
                "{\"unknown\":1}")) {
            body("body " + none, body -> none.getBytes(StandardCharsets.UTF_8));
        }
        body(
                "cut short",
                body -> text(body).substring(0, text(body).length() / 2).getBytes(StandardCharsets.UTF_8));
        body("and another", body -> (text(body) + " " + text(body)).getBytes(StandardCharsets.UTF_8));
        body("and rubbish", body -> (text(body) + " x").getBytes(StandardCharsets.UTF_8));
        body("in brackets", body -> ("[" + text(body) + "]").getBytes(StandardCharsets.UTF_8));
        body("very deep", body -> "[".repeat(100_000).getBytes(StandardCharsets.UTF_8));
        body("many fields", body -> manyFields().getBytes(StandardCharsets.UTF_8));
        body("padded beyond the limit", body -> (text(body) + " ".repeat(300_000)).getBytes(StandardCharsets.UTF_8));
        body("cut UTF-32", body -> cut(text(body).getBytes(Charset.forName("UTF-32"))));
        body("wrong UTF-32", body -> new byte[] {0, 0, 0, '{', 0, 0, 0, '"', (byte) 0xFF, (byte) 0xFF, 0, 0});
        body("cut UTF-16", body -> cut(text(body).getBytes(StandardCharsets.UTF_16)));
        body(
                "random bytes",
                body -> new Random(7)
                        .ints(300)
                        .collect(ByteArrayOutputStream::new, ByteArrayOutputStream::write, (left, right) -> {})
                        .toByteArray());
        for (Charset other : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE, Charset.forName("UTF-32"))) {
            add("in " + other, "", Demand.NOTHING, body -> text(body).getBytes(other));
        }
        add(
                "with byte order mark",
                "",
                Demand.NOTHING,
                body -> ("\uFEFF" + text(body)).getBytes(StandardCharsets.UTF_8));
        mutations.add(new Mutation("chunked", "", Demand.NOTHING, call -> chunked(call, call.body())));
        mutations.add(new Mutation(
                "chunked beyond the limit",
                "",
                Demand.REFUSAL,
                call -> chunked(
                        call,
                        (new String(call.body(), StandardCharsets.UTF_8) + " ".repeat(400_000))
                                .getBytes(StandardCharsets.UTF_8))));
    }

    private void body(String label, UnaryOperator<byte[]> change) {
        add(label, "", Demand.REFUSAL, change);
    }

    private void raw(String label, String pointer, byte[] json) {
        add(label, pointer, Demand.REFUSAL, body -> spliced(body, pointer, json));
    }

    private void set(String label, String pointer, Demand demand, String json) {
        add(label, pointer, demand, body -> spliced(body, pointer, json.getBytes(StandardCharsets.UTF_8)));
    }

    private void add(String label, String pointer, Demand demand, UnaryOperator<byte[]> change) {
        mutations.add(new Mutation(label, pointer, demand, call -> call.withBody(change.apply(call.body()))));
    }

    /** Returns the body with these bytes as the value at {@code pointer}, even if they are not JSON. */
    private static byte[] spliced(byte[] body, String pointer, byte[] value) {
        JsonNode root = tree(body);
        JsonNode parent = root.at(parent(pointer));
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(last(pointer)), MARK);
        } else {
            ((ObjectNode) parent).put(last(pointer), MARK);
        }
        String text = root.toString();
        int at = text.indexOf('"' + MARK + '"');
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(text.substring(0, at).getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(value);
        bytes.writeBytes(text.substring(at + MARK.length() + 2).getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private static byte[] removed(byte[] body, String pointer) {
        JsonNode root = tree(body);
        JsonNode parent = root.at(parent(pointer));
        if (parent instanceof ArrayNode array) {
            array.remove(Integer.parseInt(last(pointer)));
        } else {
            ((ObjectNode) parent).remove(last(pointer));
        }
        return root.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static JsonPointer parent(String pointer) {
        return JsonPointer.compile(pointer.substring(0, pointer.lastIndexOf('/')));
    }

    /** Returns the field name or index at the end of the pointer. */
    private static String last(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1)
                .replace("~1", "/")
                .replace("~0", "~");
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** Returns the type of the valid value; without one, the type in the schema. */
    private static String type(JsonNode value, JsonNode schema) {
        return switch (value.getNodeType()) {
            case NUMBER -> value.isIntegralNumber() ? "integer" : "number";
            case BOOLEAN -> "boolean";
            case ARRAY -> "array";
            case OBJECT -> "object";
            case STRING -> "string";
            default -> declaredType(schema.path("type"));
        };
    }

    private static String declaredType(JsonNode declared) {
        if (declared.isTextual()) {
            return declared.asText();
        }
        return StreamSupport.stream(declared.spliterator(), false)
                .map(JsonNode::asText)
                .filter(type -> !type.equals("null"))
                .findFirst()
                .orElse("object");
    }

    private static Map<String, String> samples() {
        Map<String, String> samples = new LinkedHashMap<>();
        samples.put("integer", "7");
        samples.put("number", "7.5");
        samples.put("boolean", "true");
        samples.put("string", "\"text\"");
        samples.put("array", "[]");
        samples.put("object", "{\"reveal\":\"x\"}");
        return samples;
    }

    private static String repeated(String one, int times) {
        return "[" + String.join(",", Collections.nCopies(times, one)) + "]";
    }

    private static String manyFields() {
        StringBuilder body = new StringBuilder("{");
        for (int index = 0; index < 10_000; index++) {
            body.append("\"f").append(index).append("\":0,");
        }
        return body.append("\"z\":0}").toString();
    }

    static Call chunked(Call call, byte[] body) {
        ByteArrayOutputStream chunks = new ByteArrayOutputStream();
        for (int at = 0; at < body.length; at += 1_000) {
            int length = Math.min(1_000, body.length - at);
            chunks.writeBytes((Integer.toHexString(length) + "\r\n").getBytes(StandardCharsets.US_ASCII));
            chunks.write(body, at, length);
            chunks.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        chunks.writeBytes("0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return call.with("Transfer-Encoding", "chunked").withBody(chunks.toByteArray());
    }

    private static byte[] cut(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length - 1);
    }

    private static JsonNode body(Call call) {
        return tree(call.body());
    }

    private static JsonNode tree(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    private static String quoted(String text) {
        return JSON.getNodeFactory().textNode(text).toString();
    }
}
