package io.zizhi.qualification.outcome.decision;

import io.zizhi.contracts.ReviewOutcome;
import io.zizhi.qualification.model.revision.Decision;
import java.util.List;

/**
 * Extracts the part of a decision that concerns the letter: reasons and items with pointers below {@code /letter}. If
 * there are none, all reasons and items apply to the whole letter.
 */
final class LetterWords {

    private static final String LETTER = "/letter";

    private LetterWords() {}

    /** Returns reasons and items with pointers into the letter's form; empty if the letter was approved. */
    static Decision of(Decision decision, ReviewOutcome letterOutcome) {
        if (letterOutcome == ReviewOutcome.APPROVED) {
            return Decision.WITHOUT_WORDS;
        }
        boolean published = decision.reasons().stream().anyMatch(reason -> isOfLetter(reason.pointer()))
                || decision.items().stream().anyMatch(item -> isOfLetter(item.pointer()));
        return new Decision(reasons(decision, published), items(decision, published));
    }

    private static List<Decision.Reason> reasons(Decision decision, boolean published) {
        return decision.reasons().stream()
                .filter(reason -> !published || isOfLetter(reason.pointer()))
                .map(reason -> new Decision.Reason(reason.code(), inLetter(reason.pointer()), reason.note()))
                .toList();
    }

    private static List<Decision.Item> items(Decision decision, boolean published) {
        return decision.items().stream()
                .filter(item -> !published || isOfLetter(item.pointer()))
                .map(item -> new Decision.Item(item.code(), inLetter(item.pointer()), item.documentKind(), item.note()))
                .toList();
    }

    private static boolean isOfLetter(String pointer) {
        return pointer.equals(LETTER) || pointer.startsWith(LETTER + "/") || pointer.equals("/letterId");
    }

    private static String inLetter(String pointer) {
        return pointer.startsWith(LETTER + "/") ? pointer.substring(LETTER.length()) : "";
    }
}
