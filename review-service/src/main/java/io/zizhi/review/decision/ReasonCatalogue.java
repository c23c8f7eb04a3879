package io.zizhi.review.decision;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The reasons that a reviewer can choose from; data, read from {@code reasons/catalogue.json}.
 *
 * @param items every reason, each code once
 * @param documentKinds the kinds of document that an item can ask for
 */
public record ReasonCatalogue(List<Entry> items, List<String> documentKinds) {

    private static final String RESOURCE = "/reasons/catalogue.json";

    public ReasonCatalogue {
        items = List.copyOf(items);
        documentKinds = List.copyOf(documentKinds);
        if (items.stream().map(Entry::code).distinct().count() != items.size()) {
            throw new IllegalArgumentException("The catalogue has a code twice");
        }
    }

    /**
     * One reason.
     *
     * @param code stable, upper case
     * @param zh what is wrong, in Chinese
     * @param en what is wrong, in English
     * @param adviceZh what the applicant should do, in Chinese
     * @param adviceEn what the applicant should do, in English
     * @param rejection whether a rejection can give it
     * @param supplement whether a supplement request can give it
     */
    public record Entry(
            String code,
            String zh,
            String en,
            String adviceZh,
            String adviceEn,
            boolean rejection,
            boolean supplement) {}

    /** Reads the bundled catalogue; needs no container. */
    public static ReasonCatalogue read() {
        try (InputStream file = ReasonCatalogue.class.getResourceAsStream(RESOURCE)) {
            return new ObjectMapper().readValue(Objects.requireNonNull(file, RESOURCE), ReasonCatalogue.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    Optional<Entry> named(String code) {
        return items.stream().filter(entry -> entry.code().equals(code)).findFirst();
    }
}
