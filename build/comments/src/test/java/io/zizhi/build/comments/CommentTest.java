package io.zizhi.build.comments;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommentTest {

    @Test
    void converts_markup_to_markdown_on_one_line() {
        assertThat(Comment.of(" Sent as {@code If-Match}, see {@link Other#member}\n and {@link Page a page} &lt; 3.\n")
                        .text())
                .isEqualTo("Sent as `If-Match`, see `Other.member` and `a page` < 3.");
    }

    @Test
    void keeps_braces_in_code() {
        assertThat(Comment.of("With {@code {id}} in {@code a}.").text()).isEqualTo("With `{id}` in `a`.");
    }

    @Test
    void turns_parameter_tags_into_sentences() {
        Comment comment =
                Comment.of(" Of a page.\n\n @param items in the order\n     of the list\n @param next what? Yes.\n");
        assertThat(comment.text()).isEqualTo("Of a page.");
        assertThat(comment.parameters())
                .containsEntry("items", "In the order of the list.")
                .containsEntry("next", "What? Yes.");
    }
}
