package io.zizhi.e2e.erasure;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values that were planted, in every form in which a store, a log or a dump could contain them. */
final class PlantedValues {

    private final Map<String, List<String>> forms = new LinkedHashMap<>();

    /** Adds a text: as UTF-8, with JSON escapes, in hexadecimal and in Base64. */
    PlantedValues with(String what, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        with(what, bytes);
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(unit -> escaped.append(unit < 128 ? "" + (char) unit : "\\u%04x".formatted(unit)));
        forms(what).add(escaped.toString());
        return this;
    }

    PlantedValues with(String what, byte[] bytes) {
        forms(what).add(new String(bytes, StandardCharsets.ISO_8859_1));
        forms(what).add(HexFormat.of().formatHex(bytes));
        forms(what).add(HexFormat.of().withUpperCase().formatHex(bytes));
        forms(what).add(Base64.getEncoder().withoutPadding().encodeToString(bytes));
        return this;
    }

    private List<String> forms(String what) {
        return forms.computeIfAbsent(what, ignored -> new ArrayList<>());
    }

    /** Returns the names of the values in {@code bytes}. */
    List<String> in(byte[] bytes) {
        String all = new String(bytes, StandardCharsets.ISO_8859_1);
        return forms.entrySet().stream()
                .filter(secret -> secret.getValue().stream().anyMatch(all::contains))
                .map(Map.Entry::getKey)
                .toList();
    }

    List<String> in(String text) {
        return in(text.getBytes(StandardCharsets.UTF_8));
    }

    List<String> names() {
        return List.copyOf(forms.keySet());
    }
}
