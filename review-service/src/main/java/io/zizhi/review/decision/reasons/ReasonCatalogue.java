package io.zizhi.review.decision.reasons;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.zizhi.platform.http.problem.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The reasons that a reviewer can choose from, and the places they can point to: data, read from
 * {@code reasons/catalogue.json} of the contracts, which the applicant's decision takes its words from as well.
 *
 * @param items every reason, each code once
 * @param documentKinds the kinds of document that an item can request
 * @param places the places of a qualification's form; places of the letter that it carries are under {@code /letter}
 * @param letterPlaces the places of a letter's form
 */
public record ReasonCatalogue(
        List<Entry> items, List<String> documentKinds, List<Place> places, List<Place> letterPlaces) {

    private static final String RESOURCE = "/reasons/catalogue.json";
    private static final String LETTER = "/letter";

    public ReasonCatalogue {
        items = List.copyOf(items);
        documentKinds = List.copyOf(documentKinds);
        places = List.copyOf(places);
        letterPlaces = List.copyOf(letterPlaces);
        if (items.stream().map(Entry::code).distinct().count() != items.size()) {
            throw new IllegalArgumentException("The catalogue contains a code twice");
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
     * @param rejection whether the reason can be used in a rejection
     * @param supplement whether the reason can be used in a supplement request
     */
    public record Entry(
            String code,
            String zh,
            String en,
            String adviceZh,
            String adviceEn,
            boolean rejection,
            boolean supplement) {}

    /**
     * A place of a form that a reason or an item can point to.
     *
     * @param pointer JSON pointer; a last part {@code *} matches every entry of a list
     * @param zh Chinese name of the place
     * @param en English name of the place
     * @param fixed whether the applicant cannot change it after the first submission; a supplement request cannot point
     *     to it
     */
    public record Place(String pointer, String zh, String en, boolean fixed) {

        private static final String ANY = "/*";
        private static final int MAX_DIGITS = 3;

        /** Returns this place of a letter as a place of the qualification that carries it. */
        private Place carried() {
            return new Place(LETTER + pointer, zh, en, fixed);
        }

        /** Returns whether {@code asked} names this place. */
        boolean isAt(String asked) {
            if (!pointer.endsWith(ANY)) {
                return pointer.equals(asked);
            }
            String list = pointer.substring(0, pointer.length() - 1);
            return asked.startsWith(list) && isIndex(asked.substring(list.length()));
        }

        /** Returns whether the text is an array index as RFC 6901 writes it: without leading zeros. */
        private static boolean isIndex(String text) {
            return !text.isEmpty()
                    && text.length() <= MAX_DIGITS
                    && text.chars().allMatch(digit -> digit >= '0' && digit <= '9')
                    && (text.length() == 1 || text.charAt(0) != '0');
        }
    }

    /** Reads the bundled catalogue. Needs no container. */
    public static ReasonCatalogue read() {
        try (InputStream file = ReasonCatalogue.class.getResourceAsStream(RESOURCE)) {
            return new ObjectMapper().readValue(Objects.requireNonNull(file, RESOURCE), ReasonCatalogue.class);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public Optional<Entry> named(String code) {
        return items.stream().filter(entry -> entry.code().equals(code)).findFirst();
    }

    /** Returns the reason, or 404. */
    Entry require(String code) {
        return named(code)
                .orElseThrow(() ->
                        Problems.notFound("REASON_NOT_FOUND", "The reason catalogue does not contain this code."));
    }

    /** Returns the places of a qualification that carries a letter, with the pointers that a decision uses. */
    List<Place> placesWithLetter() {
        return Stream.concat(places.stream(), letterPlaces.stream().map(Place::carried))
                .toList();
    }

    /** Returns whether {@code pointer} names a place of a qualification's form or of the letter that it carries. */
    public boolean isInQualification(String pointer, boolean carriesLetter) {
        if (pointer.equals(LETTER) || pointer.startsWith(LETTER + "/")) {
            return carriesLetter && isInLetter(pointer.substring(LETTER.length()));
        }
        return places.stream().anyMatch(place -> place.isAt(pointer));
    }

    /** Returns whether {@code pointer} names a place of a qualification that its applicant can no longer change. */
    public boolean isFixedInQualification(String pointer) {
        return places.stream().anyMatch(place -> place.fixed() && place.isAt(pointer));
    }

    /** Returns whether {@code pointer} names a place in the form of a letter that is reviewed alone. */
    public boolean isInLetter(String pointer) {
        return letterPlaces.stream().anyMatch(place -> place.isAt(pointer));
    }
}
