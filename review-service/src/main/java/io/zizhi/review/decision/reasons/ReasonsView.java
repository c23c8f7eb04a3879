package io.zizhi.review.decision.reasons;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The catalogue that a reviewer chooses from.
 *
 * @param items the reasons
 * @param documentKinds the kinds of document that an item can request
 * @param places the places of a qualification, those of the letter that it carries included: they start with {@code
 *     /letter}
 * @param letterPlaces the places in the form of a letter that is reviewed alone
 */
public record ReasonsView(
        List<ReasonView> items,
        List<String> documentKinds,
        List<ReasonCatalogue.Place> places,
        List<ReasonCatalogue.Place> letterPlaces) {

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
     * @param texts canned texts, the bundled one first
     */
    public record ReasonView(
            String code,
            String zh,
            String en,
            String adviceZh,
            String adviceEn,
            boolean rejection,
            boolean supplement,
            List<CannedTextView> texts) {

        static ReasonView from(ReasonCatalogue.Entry reason, List<CannedText> own) {
            return new ReasonView(
                    reason.code(),
                    reason.zh(),
                    reason.en(),
                    reason.adviceZh(),
                    reason.adviceEn(),
                    reason.rejection(),
                    reason.supplement(),
                    Stream.concat(
                                    Stream.of(CannedTextView.standard(reason)),
                                    own.stream().map(CannedText::view))
                            .toList());
        }
    }

    /** @param own the desk's own texts */
    static ReasonsView from(ReasonCatalogue catalogue, List<CannedText> own) {
        Map<String, List<CannedText>> byReason = own.stream().collect(Collectors.groupingBy(CannedText::reason));
        return new ReasonsView(
                catalogue.items().stream()
                        .map(reason -> ReasonView.from(reason, byReason.getOrDefault(reason.code(), List.of())))
                        .toList(),
                catalogue.documentKinds(),
                catalogue.placesWithLetter(),
                catalogue.letterPlaces());
    }
}
