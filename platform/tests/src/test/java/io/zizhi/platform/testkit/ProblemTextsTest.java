package io.zizhi.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProblemTextsTest {

    @TempDir
    Path sources;

    @Test
    void finds_texts_without_translation() throws Exception {
        Files.writeString(sources.resolve("Sample.java"), """
                class Sample {
                    Object a = Problems.notFound("BOOK_NOT_FOUND", "There is no such book, only " + count(x, "y") + ".");
                    Object b = new Violation("/name", "FIELD_REQUIRED", "Fill in this field.");
                    Object c = Problems.conflict("BOOK_LENT", late ? "The book is late." : "The book is lent.");
                    Object d = List.of("Not a problem at all.", '"');
                    Object e = Limits.tooLarge("A book has too many pages: " + pages + ".");
                }
                """);

        assertThat(ProblemTexts.untranslated(sources))
                .containsExactly(
                        "There is no such book, only 7.",
                        "The book is late.",
                        "The book is lent.",
                        "A book has too many pages: 7.");
    }
}
