package io.zizhi.qualification.letterfiling;

import io.zizhi.qualification.letter.LetterTimelineEntry;
import java.util.List;

/**
 * The history of a letter, oldest first.
 *
 * @param items every act
 */
public record LetterTimelineView(List<LetterActView> items) {

    static LetterTimelineView from(List<LetterTimelineEntry> entries) {
        return new LetterTimelineView(entries.stream().map(LetterActView::from).toList());
    }
}
