package io.zizhi.qualification.model.revision;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a code of the catalogue of reasons means for the applicant. The catalogue is a file of the contracts; the review
 * desk chooses from the same one.
 *
 * @param code code from the catalogue
 * @param zh what is wrong, in Chinese
 * @param en what is wrong, in English
 * @param adviceZh what to do, in Chinese
 * @param adviceEn what to do, in English
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ReasonLabel(String code, String zh, String en, String adviceZh, String adviceEn) {

    private static final String CATALOGUE = "/reasons/catalogue.json";

    /** Returns the label, or empty for the code of a newer catalogue. */
    static Optional<ReasonLabel> of(String code) {
        return Optional.ofNullable(Catalogue.LABELS.get(code));
    }

    /** Reads the catalogue at the first use. */
    private static final class Catalogue {

        static final Map<String, ReasonLabel> LABELS = read();

        private static Map<String, ReasonLabel> read() {
            try (InputStream file = ReasonLabel.class.getResourceAsStream(CATALOGUE)) {
                return new ObjectMapper()
                        .readValue(Objects.requireNonNull(file, CATALOGUE), Labels.class).items().stream()
                                .collect(Collectors.toMap(ReasonLabel::code, Function.identity()));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Labels(List<ReasonLabel> items) {}
}
