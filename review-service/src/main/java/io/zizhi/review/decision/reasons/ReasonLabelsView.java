package io.zizhi.review.decision.reasons;

import java.util.List;

/**
 * The words of the catalogue, without the texts of the desk.
 *
 * @param items the reasons
 * @param places the places of a qualification, those of the letter that it carries included: they start with {@code
 *     /letter}
 * @param letterPlaces the places in the form of a letter that is reviewed alone
 */
public record ReasonLabelsView(
        List<LabelView> items, List<ReasonCatalogue.Place> places, List<ReasonCatalogue.Place> letterPlaces) {

    /**
     * The words of one reason.
     *
     * @param code stable, upper case
     * @param zh what is wrong, in Chinese
     * @param en what is wrong, in English
     * @param adviceZh what the applicant should do, in Chinese
     * @param adviceEn what the applicant should do, in English
     */
    public record LabelView(String code, String zh, String en, String adviceZh, String adviceEn) {

        private static LabelView from(ReasonCatalogue.Entry reason) {
            return new LabelView(reason.code(), reason.zh(), reason.en(), reason.adviceZh(), reason.adviceEn());
        }
    }

    static ReasonLabelsView from(ReasonCatalogue catalogue) {
        return new ReasonLabelsView(
                catalogue.items().stream().map(LabelView::from).toList(),
                catalogue.placesWithLetter(),
                catalogue.letterPlaces());
    }
}
